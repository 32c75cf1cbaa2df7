import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBody, putRow } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';
import { callersOver, type Caller } from './callers.js';
import { MARK, threeSides, type Sides } from './sides.js';

let world: World;
let sides: Sides;
let official: Caller;
let reporter: Caller;
let administrator: Caller;
let registrar: Caller;
let everything: Caller;
beforeAll(async () => {
  world = await openWorld();
  sides = await threeSides(world);
  const callers = await callersOver(world, sides.own.body);
  const find = (letter: string, whole = false) => callers.find((one) => one.letter === letter && one.whole === whole)!;
  [official, reporter, administrator, registrar] = [find('O'), find('R'), find('A'), find('G')];
  everything = find('O', true);
}, 120_000);
afterAll(() => world.close());

const as = <T>(caller: Caller, path: string) => world.call<T>('GET', path, undefined, caller.headers);

describe('what is seen', () => {
  it('is the agreements of the body and of all below it, from the day the seat is held to its last day', async () => {
    const above = await aBody(world.db, 'Quận ủy');
    await world.db.query('update body set parent_id = $2 where id = $1', [sides.own.body, above]);
    const seat = await putRow(world.db, 'seat', { body_id: above, name_vi: 'Bí thư', role: 'OFFICIAL' });
    const fullName = 'Bí thư Quận ủy';
    const password = 'mat-khau-thu-nghiem-cua-can-bo';
    const { body: member } = await world.call<{ id: string }>('POST', '/members', {
      login: 'bi-thu',
      fullName,
      password,
    });
    const row = { seat_id: seat, member_id: member.id, from_on: '2026-07-02', to_on: '2026-07-10' };
    await putRow(world.db, 'seat_holding', row);
    const { body: session } = await world.call<{ token: string }>('POST', '/sessions', { login: 'bi-thu', password });
    const headers = { authorization: `Bearer ${session.token}` };
    const seen = async (day: string): Promise<number> => {
      world.clock.set(day);
      await world.db.query(`update session set expires_at = '9999-12-31', last_seen_at = '9999-12-31'`);
      return (await world.call('GET', `/agreements/${sides.own.agreement}`, undefined, headers)).status;
    };
    expect(await seen('2026-07-02')).toBe(200);
    expect(await seen('2026-07-10')).toBe(200);
    expect(await seen('2026-07-11')).toBe(403);
    world.clock.set('2026-07-02');
  });

  it('is not changed by a search, a filter, a count or a figure', async () => {
    const q = await as<{ items: unknown[] }>(official, `/agreements?q=${encodeURIComponent('quy chế')}`);
    const all = await as<{ items: unknown[] }>(everything, `/agreements?q=${encodeURIComponent('quy chế')}`);
    expect([q.body.items.length, all.body.items.length]).toEqual([1, 2]);
    const figures = async (caller: Caller, query = '') =>
      (await as<{ total: { total: number } }>(caller, `/summary?from=2026-01-01&to=2026-12-31${query}`)).body;
    const [mine, whole] = [await figures(official), await figures(everything)];
    expect(JSON.stringify(mine)).not.toContain(sides.foreign.agreement);
    expect(JSON.stringify(whole)).not.toEqual(JSON.stringify(mine));
    expect(JSON.stringify(await figures(official, `&bodyId=${sides.foreign.body}`))).not.toContain(MARK);
  });

  it('is no draft of the partner: not alone, not in its report, not in the history', async () => {
    const { draft, occurrence } = sides.partner;
    expect((await as(official, `/submissions/${draft}`)).status).toBe(404);
    expect((await as(reporter, `/submissions/${sides.own.draft}`)).status).toBe(200);
    const [late] = await world.db.query<[{ id: string }]>(`select occurrence_id as id from submission where id = $1`, [
      draft,
    ]);
    expect(late.id).not.toBe(occurrence);
    const report = await as<object>(official, `/occurrences/${late.id}`);
    expect([report.status, JSON.stringify(report.body).includes(draft)]).toEqual([200, false]);
    const done = 'Bản nháp chưa gửi';
    const changed = await world.call('PATCH', `/submissions/${draft}`, { done }, { 'if-match': '"1"' });
    expect(changed.status).toBe(200);
    const { agreement } = sides.partner;
    const history = await as<{ items: unknown[] }>(official, `/history?subjectId=${agreement}`);
    expect(history.body.items.length).toBeGreaterThan(0);
    expect(JSON.stringify(history.body)).not.toContain(done);
    expect(JSON.stringify((await as(everything, `/history?subjectId=${agreement}`)).body)).toContain(done);
  });

  it('lets a paper be entered by office staff only', async () => {
    const [{ id }] = await world.db.query<[{ id: string }]>(
      `select occurrence_id as id from submission where id = $1`,
      [sides.own.draft],
    );
    await world.db.query(`delete from submission where id = $1`, [sides.own.draft]);
    const paper = { channel: 'PAPER', receivedOn: '2026-07-01' };
    const refused = await world.call<{ code: string }>(
      'POST',
      `/occurrences/${id}/submissions`,
      paper,
      reporter.headers,
    );
    expect([refused.status, refused.body.code]).toEqual([403, 'report.paper-by-office']);
    expect((await world.call('POST', `/occurrences/${id}/submissions`, {}, reporter.headers)).status).toBe(201);
  });

  it('is, for an administrator of a body, its own members and those without a seat', async () => {
    const { body } = await as<{ items: { id: string }[] }>(administrator, '/members?limit=100');
    const ids = body.items.map(({ id }) => id);
    expect(ids).toContain(sides.own.member);
    expect(ids).not.toContain(sides.partner.member);
    expect(ids).not.toContain(sides.foreign.member);
  });

  it('takes in what one registers, and nothing that only others are parties to', async () => {
    const register = (parties: string[]) =>
      world.call<{ id: string; code: string }>(
        'POST',
        '/agreements',
        {
          ...{ kind: 'REGULATION', title: 'Chương trình mới', noSecretConfirmed: true },
          parties: parties.map((bodyId) => ({ bodyId })),
        },
        registrar.headers,
      );
    const mine = await register([sides.foreign.body, sides.own.body]);
    expect(mine.status).toBe(201);
    expect((await as(registrar, `/agreements/${mine.body.id}`)).status).toBe(200);
    const theirs = await register([sides.foreign.body, sides.foreign.other]);
    expect([theirs.status, theirs.body.code]).toEqual([403, 'request.not-your-bodies']);
    const left = await world.call<{ code: string }>(
      'PATCH',
      `/agreements/${mine.body.id}`,
      { parties: [{ bodyId: sides.foreign.body }, { bodyId: sides.foreign.other }] },
      { ...registrar.headers, 'if-match': '"1"' },
    );
    expect([left.status, left.body.code]).toEqual([403, 'request.not-your-bodies']);
  });
});
