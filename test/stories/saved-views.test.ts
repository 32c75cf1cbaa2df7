import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SavedViewAnswer, SavedViews } from '../../src/access/view.contract.js';
import { callersOver, type Caller } from '../scope/callers.js';
import { aBody } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';

type Answer = SavedViewAnswer & { code: string };

let world: World;
let reporter: Caller;
let official: Caller;
let body: string;
beforeAll(async () => {
  world = await openWorld();
  body = await aBody(world.db, 'Ban Dân vận');
  const callers = await callersOver(world, body);
  [reporter, official] = ['R', 'O'].map((letter) => callers.find((one) => one.letter === letter && !one.whole)!) as [
    Caller,
    Caller,
  ];
}, 60_000);
afterAll(() => world.close());

const save = (who: Caller, name: string, changes: object = {}): Promise<Reply<Answer>> =>
  world.call('POST', '/me/views', { page: 'occurrences', name, query: 'standing=overdue', ...changes }, who.headers);
const mine = async (who: Caller, query = ''): Promise<string[]> =>
  (await world.call<SavedViews>('GET', `/me/views${query}`, undefined, who.headers)).body.items.map(({ name }) => name);

describe('a saved view', () => {
  it('is of one page, with its columns, and its name stands once there', async () => {
    const made = await save(reporter, 'Quá hạn', { columns: ['title', 'dueOn'] });
    expect([made.status, made.body]).toMatchObject([
      201,
      { page: 'occurrences', name: 'Quá hạn', query: 'standing=overdue', columns: ['title', 'dueOn'], version: 1 },
    ]);
    const again = await save(reporter, 'Quá hạn');
    expect([again.status, again.body.code]).toEqual([409, 'view.name-taken']);
    expect((await save(reporter, 'Quá hạn', { page: 'reviews', query: '' })).status).toBe(201);
    expect(await mine(reporter)).toEqual(['Quá hạn', 'Quá hạn']);
    expect(await mine(reporter, '?page=reviews')).toEqual(['Quá hạn']);
  });

  it('is nobody else’s: not seen, not changed, not deleted', async () => {
    const { body: view } = await save(reporter, 'Của tôi');
    expect(await mine(official)).toEqual([]);
    const change = await world.call<Answer>(
      'PATCH',
      `/me/views/${view.id}`,
      { name: 'x' },
      { ...official.headers, 'if-match': '"1"' },
    );
    expect([change.status, change.body.code]).toEqual([404, 'view.unknown']);
    expect((await world.call('DELETE', `/me/views/${view.id}`, undefined, official.headers)).status).toBe(404);
  });

  it('is changed by who has seen it, and deleted', async () => {
    const { body: view } = await save(reporter, 'Tạm');
    const path = `/me/views/${view.id}`;
    const change = (input: object, version?: string) =>
      world.call<Answer>('PATCH', path, input, { ...reporter.headers, ...(version ? { 'if-match': version } : {}) });
    expect((await change({ name: 'Khác' })).status).toBe(428);
    expect((await change({ name: 'Khác', columns: null }, '"1"')).body).toMatchObject({ name: 'Khác', version: 2 });
    expect((await change({ name: 'Nữa' }, '"1"')).status).toBe(412);
    expect((await change({ name: 'Của tôi' }, '"2"')).body.code).toBe('view.name-taken');
    expect((await world.call('DELETE', path, undefined, { ...reporter.headers, 'if-match': '"1"' })).status).toBe(412);
    expect((await world.call('DELETE', path, undefined, reporter.headers)).status).toBe(204);
    expect(await mine(reporter)).not.toContain('Khác');
  });

  it('is one of fifty at most, with a search string of two thousand letters at most', async () => {
    expect((await save(official, 'Dài', { query: 'x'.repeat(2001) })).status).toBe(422);
    expect((await save(official, 'Dài', { query: 'x'.repeat(2000) })).status).toBe(201);
    expect((await save(official, 'Rộng', { columns: Array(51).fill('x') })).body.code).toBe('view.columns-too-many');
    for (let i = 2; i <= 50; i += 1) expect((await save(official, `Thứ ${i}`)).status).toBe(201);
    expect((await save(official, 'Thứ 51')).body.code).toBe('view.too-many');
  });

  it('is told to its owner with the rest, and goes when the owner leaves', async () => {
    const me = (await world.call<{ views: SavedViewAnswer[] }>('GET', '/me/data', undefined, official.headers)).body;
    expect(me.views).toHaveLength(50);
    const [{ id }] = await world.db.query<[{ id: string }]>(`select id from member where login = 'o-co-quan'`);
    const keeper = (await callersOverAgain()).headers;
    expect(
      (await world.call('POST', `/members/${id}/departure`, { on: '2026-07-02', reason: 'RETIRED' }, keeper)).status,
    ).toBe(201);
    expect(await world.db.query(`select from saved_view where member_id = $1`, [id])).toEqual([]);
    expect((await mine(reporter)).length).toBeGreaterThan(0);
  });
});

/** An administrator of the body alone: who sees nobody else's views. */
async function callersOverAgain(): Promise<Caller> {
  const password = 'mat-khau-thu-nghiem-cua-can-bo';
  const session = await world.call<{ token: string }>('POST', '/sessions', { login: 'a-co-quan', password });
  return { name: 'a', letter: 'A', whole: false, headers: { authorization: `Bearer ${session.body.token}` } };
}
