import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readContract } from '../fuzz/contract.js';
import { plantAgreements } from '../fuzz/foreign.js';
import { harvest, learnAgreement, loadOffice } from '../fuzz/office.js';
import { kindOfSegment } from '../fuzz/kinds.js';
import type { Pool } from '../fuzz/pool.js';
import { aBody, aDueReport, anAgreement } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';
import { entries, ROUNDS, type Told } from './races-cast.js';

const contract = readContract(process.cwd());

describe('If-Match', () => {
  let world: World;
  let pool: Pool;
  /** Records that the harvest does not hold, by the address of their change. */
  const known: Record<string, string[]> = {};
  beforeAll(async () => {
    world = await openWorld();
    await loadOffice(world);
    const planted = await plantAgreements(world, 'Mẫu', null);
    await world.call('POST', '/reporting-schemes', {
      code: 'RIENG',
      nameVi: 'Chế độ riêng',
      nameEn: 'Own scheme',
      windows: { MONTH: { startDay: 15, monthOffset: -1 } },
      dues: { MONTH: [{ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 17 }] },
    });
    pool = await harvest(world, contract);
    for (const id of planted) await learnAgreement(world, contract, pool, id);
    known['/api/v1/agreements/{id}'] = [...planted];
    const view = { page: 'agreements', name: 'Của tôi', query: 'state=draft' };
    const { body } = await world.call<{ id: string }>('POST', '/me/views', view);
    known['/api/v1/me/views/{id}'] = [body.id];
    const due = await aDueReport(world.db, await aBody(world.db, 'Ban Tuyên giáo'));
    const draft = await world.call<{ id: string }>('POST', `/occurrences/${due}/submissions`, { done: 'x' });
    known['/api/v1/submissions/{id}'] = [draft.body.id];
  }, 120_000);
  afterAll(() => world.close());

  const patches = contract.operations.filter(({ method }) => method === 'PATCH');

  it('stands before every change in place', () => {
    expect(patches.length).toBeGreaterThanOrEqual(9);
  });

  it.each(patches)('$name is refused without it (428) and with a stale one (412)', async ({ method, path }) => {
    const ask = async (id: string, headers: Record<string, string>): Promise<string> => {
      const reply = await world.call<Told>(method, path.replace('{id}', id), {}, headers);
      return `${reply.status} ${reply.body.code ?? ''}`;
    };
    const kind = kindOfSegment(path.split('/')[3] ?? '');
    const heard: string[] = [];
    const harvested = Array.from({ length: pool.count(kind) }, (_, i) => pool.byName(`${kind}#${i}`)!);
    for (const id of [...harvested, ...(known[path] ?? [])]) {
      const asked = [await ask(id, {}), await ask(id, { 'if-match': '"99999"' }), await ask(id, { 'if-match': 'x' })];
      // What may not be changed at all is refused for that, whatever version is named.
      if (asked.some((word) => /^40[49] /.test(word))) continue;
      heard.push(...asked);
      break;
    }
    const stale = '412 request.version-changed';
    expect(heard).toEqual(['428 request.version-needed', stale, stale]);
  });
});

describe('Idempotency-Key', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  }, 60_000);
  afterAll(() => world.close());

  const file = { name: 'mot.txt', bytes: Buffer.from('một') };
  const sameAnswer = (replies: Reply<Told>[]): void => {
    for (const { status, body } of replies) expect([status, body]).toEqual([201, replies[0]?.body]);
  };

  it('an upload sent twice at once is kept once, and both hear the same', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const agreement = await anAgreement(world.db);
      const key = { 'idempotency-key': `tep-song-song-${round}` };
      const send = (): Promise<Reply<Told>> =>
        world.upload(`/agreements/${agreement}/documents`, { kind: 'OTHER', noSecretConfirmed: 'true' }, file, key);
      const replies = await Promise.all([send(), send()]);
      sameAnswer(replies);
      expect(replies[0].body['documents']).toHaveLength(1);
      expect(await entries(world, agreement, ['document.added'])).toBe(1);
    }
  });

  it('a change of state sent twice at once is done once, and both hear the same', async () => {
    world.clock.set('2026-06-30');
    for (let round = 0; round < ROUNDS; round++) {
      const occurrence = await aDueReport(world.db, await aBody(world.db, 'Ban Dân vận'));
      const { body } = await world.call<Told>('POST', `/occurrences/${occurrence}/submissions`, { done: 'x' });
      const key = { 'idempotency-key': `nop-song-song-${round}` };
      const send = (): Promise<Reply<Told>> => world.call('POST', `/submissions/${body.id}/submission`, {}, key);
      sameAnswer(await Promise.all([send(), send(), send()]));
      expect(await entries(world, body.id, ['submission.submitted'])).toBe(1);
    }
  });

  it('the same fields in another order are the same request, also deeper down', async () => {
    const key = { 'idempotency-key': 'thu-tu-khac-nhau' };
    const [one, two] = [await aBody(world.db, 'Một'), await aBody(world.db, 'Hai')];
    const first = {
      kind: 'PLAN',
      title: 'Kế hoạch',
      parties: [{ bodyId: one, role: 'PARTY' }, { bodyId: two }],
      noSecretConfirmed: true,
    };
    const again = {
      noSecretConfirmed: true,
      parties: [{ role: 'PARTY', bodyId: one }, { bodyId: two }],
      title: 'Kế hoạch',
      kind: 'PLAN',
    };
    sameAnswer([
      await world.call('POST', '/agreements', first, key),
      await world.call('POST', '/agreements', again, key),
    ]);
    const other = { ...first, parties: [...first.parties].reverse() };
    const reply = await world.call<Told>('POST', '/agreements', other, key);
    expect([reply.status, reply.body.code]).toEqual([409, 'request.key-reused']);
  });

  it('the same parts of a form in another order are the same request', async () => {
    const agreement = await anAgreement(world.db);
    const key = { 'idempotency-key': 'thu-tu-cua-bieu-mau' };
    const path = `/agreements/${agreement}/documents`;
    sameAnswer([
      await world.upload(path, { kind: 'OTHER', noSecretConfirmed: 'true' }, file, key),
      await world.upload(path, { noSecretConfirmed: 'true', kind: 'OTHER' }, file, key),
    ]);
  });

  it('two requests with one key and different words: one is done, the other is told', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const key = { 'idempotency-key': `hai-noi-dung-${round}` };
      const body = (nameVi: string): object => ({
        code: `K-${round}-${nameVi}`,
        nameVi,
        system: 'PARTY',
        level: 'DISTRICT',
      });
      const replies = await Promise.all(
        ['Một', 'Hai'].map((name) => world.call<Told>('POST', '/bodies', body(name), key)),
      );
      expect(
        replies.map(({ status, body: { code } }) => `${status} ${code?.includes('.') ? code : ''}`).sort(),
      ).toEqual(['201 ', '409 request.key-reused']);
    }
  });
});
