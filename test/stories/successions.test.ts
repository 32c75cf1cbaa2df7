import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asking } from '../support/asking.js';
import { aBody } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';
import { enterDistrict10, type Due, type Ids, type Named } from './district-10-cast.js';

interface Body extends Named {
  nameVi: string;
  parentId: string | null;
  validTo: string | null;
}

/** Refusals and the quieter events; the great story is district-10. */
describe('bodies change', () => {
  let world: World;
  let ids: Ids;
  const { get, post } = asking(() => world);
  beforeAll(async () => {
    world = await openWorld();
    ids = await enterDistrict10(world, { get, post });
    world.clock.set('2025-03-03');
  });
  afterAll(() => world.close());

  const refused = async (path: string, body: object): Promise<string> => {
    const reply = await world.call<{ code: string }>('POST', path, body);
    return `${reply.status} ${reply.body.code}`;
  };
  const dissolved = { kind: 'DISSOLVED', effectiveOn: '2025-03-01' };

  it('keeps the name of each day, and the name as signed', async () => {
    const rename = { kind: 'RENAMED', effectiveOn: '2024-01-01', newNameVi: 'Ban Chỉ huy Quân sự quận' };
    await post(`/bodies/${ids.qs}/events`, rename);
    const on = async (day: string): Promise<string> => (await get<Body>(`/bodies/${ids.qs}?on=${day}`)).nameVi;
    expect(await on('2023-12-31')).toBe('Ban Chỉ huy Quân sự Quận 10');
    expect(await on('2024-01-01')).toBe('Ban Chỉ huy Quân sự quận');
    expect((await get<Body>(`/bodies/${ids.qs}`)).nameVi).toBe('Ban Chỉ huy Quân sự quận');
    const { parties } = await get<{ parties: { bodyId: string; nameAsSigned: string; nameNow: string }[] }>(
      `/agreements/${ids.a}`,
    );
    expect(parties.find(({ bodyId }) => bodyId === ids.qs)).toMatchObject({
      nameAsSigned: 'Ban Chỉ huy Quân sự Quận 10',
      nameNow: 'Ban Chỉ huy Quân sự quận',
    });
    const found = await get<{ items: Named[] }>(`/bodies?q=${encodeURIComponent('quan su quan 10')}`);
    expect(found.items.map(({ id }) => id)).toContain(ids.qs);
    const bySomeWords = await get<{ items: Named[] }>('/bodies?q=chi%20huy%20quan%2010');
    expect(bySomeWords.items.map(({ id }) => id)).toContain(ids.qs);
    expect(await refused(`/bodies/${ids.qs}/events`, { ...rename, effectiveOn: '2023-01-01' })).toBe(
      '409 body-event.later-known',
    );
    expect((await get<{ items: unknown[] }>('/successions')).items).toEqual([]);
  });

  it('takes a planned name and a planned parent over in the night of their day', async () => {
    await post(`/bodies/${ids.bdv}/events`, { kind: 'RENAMED', effectiveOn: '2025-03-10', newNameVi: 'Ban Dân vận' });
    await post(`/bodies/${ids.bdv}/events`, { kind: 'TRANSFERRED', effectiveOn: '2025-03-10', newParentId: ids.btg });
    const now = (): Promise<Body> => get<Body>(`/bodies/${ids.bdv}`);
    expect(await get<Body>(`/bodies/${ids.bdv}?on=2025-03-10`)).toMatchObject({
      nameVi: 'Ban Dân vận',
      parentId: ids.btg,
    });
    for (const [night, count, nameVi, parentId] of [
      ['2025-03-09', 0, 'Ban Dân vận Quận ủy Quận 10', null],
      ['2025-03-10', 2, 'Ban Dân vận', ids.btg],
      ['2025-03-10', 0, 'Ban Dân vận', ids.btg],
    ] as const) {
      world.clock.set(night);
      const { counts } = await post<{ counts: Record<string, number> }>('/sweeps', { asOf: night });
      expect([night, counts.bodiesChanged]).toEqual([night, count]);
      expect(await now()).toMatchObject({ nameVi, parentId });
    }
    const before = { nameVi: 'Ban Dân vận Quận ủy Quận 10', parentId: null };
    expect(await get<Body>(`/bodies/${ids.bdv}?on=2025-03-09`)).toMatchObject(before);
    const circle = { kind: 'TRANSFERRED', effectiveOn: '2025-03-10', newParentId: ids.bdv };
    expect(await refused(`/bodies/${ids.btg}/events`, circle)).toBe('422 body.own-ancestor');
  });

  it('refuses a merge into itself, an absent successor, a circle and a second end', async () => {
    const merge = { kind: 'MERGED', effectiveOn: '2025-03-15' };
    const [x, y, z] = [await aBody(world.db, 'X'), await aBody(world.db, 'Y'), await aBody(world.db, 'Z')];
    expect(await refused(`/bodies/${x}/events`, { ...merge, successorIds: [x] })).toBe('422 body-event.into-itself');
    expect(await refused(`/bodies/${x}/events`, { ...merge, successorIds: [ids.vl] })).toBe(
      '422 body-event.successor-not-there',
    );
    expect(await refused(`/bodies/${x}/events`, { ...merge, successorIds: [] })).toBe(
      '422 body-event.too-few-successors',
    );
    await post(`/bodies/${x}/events`, { ...merge, effectiveOn: '2025-12-01', successorIds: [y] });
    await post(`/bodies/${y}/events`, { ...merge, effectiveOn: '2026-01-01', successorIds: [z] });
    // Z exists on the day, and so does X: yet X would come before itself.
    expect(await refused(`/bodies/${z}/events`, { ...merge, successorIds: [x] })).toBe('422 body-event.cycle');
    expect(await refused(`/bodies/${x}/events`, { ...dissolved, effectiveOn: '2025-06-01' })).toBe(
      '409 body-event.already-ended',
    );
    const { version } = await get<Body>(`/bodies/${x}`);
    const byHand = await world.call('PATCH', `/bodies/${x}`, { validTo: null }, { 'if-match': `"${version}"` });
    expect([byHand.status, byHand.body.code]).toEqual([409, 'body.ended-by-event']);
  });

  it('decides nothing about a body that exists, even on its last day', async () => {
    world.clock.set('2025-06-20');
    const end = await post<{ suspendedReports: number }>(`/bodies/${ids.btg}/events`, {
      ...dissolved,
      effectiveOn: '2025-07-01',
      successorIds: [ids.vl],
    });
    expect(end.suspendedReports).toBe(0);
    const path = `/agreements/${ids.a}/successions`;
    const board = { bodyId: ids.btg, decision: 'CONTINUED_BY', successorIds: [ids.vl], from: '2025-07-01' };
    for (const day of ['2025-06-20', '2025-06-30']) {
      world.clock.set(day);
      expect(await refused(path, board)).toBe('409 succession.still-exists');
      expect((await get<{ items: unknown[] }>('/successions')).items).toEqual([]);
    }
    world.clock.set('2025-07-01');
    const { counts } = await post<{ counts: Record<string, number> }>('/sweeps', { asOf: '2025-07-01' });
    expect(counts.reportsSuspended).toBeGreaterThan(0);
    expect((await get<{ items: unknown[] }>('/successions')).items).toHaveLength(1);
    expect(await refused(path, { ...board, from: '2025-06-30' })).toBe('422 succession.from-too-early');
    expect(await refused(path, { ...board, bodyId: ids.bdv })).toBe('422 succession.not-a-party');
    expect(await refused(path, { ...board, successorIds: [ids.btg] })).toBe('422 succession.into-itself');
    expect(await refused(path, { ...board, successorIds: [ids.vl, ids.vl] })).toBe('422 succession.successor-twice');
    expect(await refused(path, { ...board, successorIds: [] })).toBe('422 succession.successor-missing');
    expect(await refused(path, { ...board, successorIds: [ids.qs] })).toBe('422 succession.one-party-left');
    expect(await refused(path, { ...board, commitmentId: ids.b1 })).toBe('422 succession.commitment-elsewhere');
    expect(await refused(path, { ...board, decision: 'TERMINATED' })).toBe('422 succession.successor-unasked');
    const replaced = { ...board, decision: 'REPLACED_BY', successorIds: [] };
    expect(await refused(path, replaced)).toBe('422 succession.replacement-missing');
    const late = await aBody(world.db, 'Sau', { valid_from: '2025-07-02' });
    expect(await refused(path, { ...board, successorIds: [late] })).toBe('422 body.not-on-day');
  });

  it('asks nobody for what fell due before the decision, and lets an agreement be put off, then replaced', async () => {
    world.clock.set('2025-12-15');
    const path = `/agreements/${ids.a}/successions`;
    const put = { bodyId: ids.btg, from: '2025-07-01' };
    await post(path, { ...put, decision: 'SUSPENDED', note: 'Chờ hướng dẫn.' });
    expect((await get<{ items: unknown[] }>('/successions')).items).toEqual([]);
    const parked = await get<{ items: object[] }>('/successions?putOff=true');
    expect(parked.items).toMatchObject([{ bodyId: ids.btg, putOffOn: '2025-12-15', mayDecide: true }]);
    // Due on 14/12/2025, one day before the decision: only 2026 is asked of the ward, for one commitment.
    const one = { ...put, commitmentId: ids.a1, decision: 'CONTINUED_BY', successorIds: [ids.vl] };
    const made = await post<{ occurrences: number; released: number }>(path, one);
    const { items } = await get<{ items: Due[] }>(`/occurrences?commitmentId=${ids.a1}&bodyId=${ids.vl}`);
    expect(items.map(({ periodKey }) => periodKey)).toEqual(['2026-H1', '2026-Y']);
    expect(made.occurrences).toBe(2);
    const replacement = await post<Named>('/agreements', {
      kind: 'REGULATION',
      title: 'Quy chế phối hợp mới',
      parties: [{ bodyId: ids.vl }, { bodyId: ids.ptkv }],
      signedOn: '2025-12-10',
      noSecretConfirmed: true,
    });
    const rest = { ...put, decision: 'REPLACED_BY', replacedByAgreementId: replacement.id, from: '2025-12-10' };
    expect(await post(path, rest)).toMatchObject({ agreementState: 'replaced' });
    const { links } = await get<{ links: object[] }>(`/agreements/${replacement.id}`);
    expect(links).toMatchObject([{ kind: 'REPLACES', toAgreementId: ids.a }]);
    const { items: decided } = await get<{ items: { decision: string }[] }>(path);
    expect(decided.map(({ decision }) => decision)).toEqual(['SUSPENDED', 'CONTINUED_BY', 'REPLACED_BY']);
    expect((await get<{ items: unknown[] }>('/successions?putOff=true')).items).toEqual([]);
    const waitingStill = await get<{ items: Due[] }>(`/occurrences?agreementId=${ids.a}&state=suspended`);
    expect(waitingStill.items).toEqual([]);
  });
});
