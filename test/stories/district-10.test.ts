import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asking } from '../support/asking.js';
import { openWorld, type World } from '../support/world.js';
import {
  enterDistrict10,
  type Due,
  type Figures,
  type Ids,
  type Named,
  type Waiting,
  type What,
  type Who,
} from './district-10-cast.js';

/** Quận 10 through 2025: two boards become one, the district ends, and nobody is late for what nobody could do (domain §6, §11.10–11). */
describe('Quận 10 through 2025', () => {
  let world: World;
  let ids: Ids;
  let past: object;
  const { get, post } = asking(() => world);

  beforeAll(async () => {
    world = await openWorld();
    ids = await enterDistrict10(world, { get, post });
  });
  afterAll(() => world.close());

  const sweep = async (asOf: string): Promise<Record<string, number>> => {
    world.clock.set(asOf);
    return (await post<{ counts: Record<string, number> }>('/sweeps', { asOf })).counts;
  };
  const due = async (commitment: What, period: string): Promise<Due[]> => {
    const { items } = await get<{ items: Due[] }>(`/occurrences?commitmentId=${ids[commitment]}`);
    return items.filter(({ periodKey }) => periodKey === period);
  };
  const owing = async (commitment: What, period: string): Promise<Due[]> =>
    (await due(commitment, period)).filter(({ state }) => state !== 'waived');
  const file = async (commitment: What, period: string, on: string, who: Who): Promise<void> => {
    world.clock.set(on);
    const mine = (await due(commitment, period)).find(({ bodyId }) => bodyId === ids[who]);
    const draft = await post<Named>(`/occurrences/${mine?.id ?? ''}/submissions`, { done: 'Đã thực hiện.' });
    await post(`/submissions/${draft.id}/submission`, {});
  };
  const summary = async (year: string, to = year): Promise<Figures> =>
    (await get<{ totals: Figures }>(`/summary?by=body&from=${year}-01-01&to=${to}-12-31`)).totals;
  const figures2023to2024 = async (): Promise<object> => {
    const span = 'from=2023-01-01&to=2024-12-31';
    const [body, agreement] = [
      await get<object>(`/summary?by=body&${span}`),
      await get<object>(`/summary?by=agreement&${span}`),
    ];
    return { body: { ...body, asOf: null }, agreement: { ...agreement, asOf: null } };
  };
  const waiting = async (query = ''): Promise<Waiting[]> =>
    (await get<{ items: Waiting[] }>(`/successions${query}`)).items;
  const decide = (
    agreement: What,
    body: Record<string, unknown>,
  ): Promise<{ occurrences: number; released: number; reviews: number }> =>
    post(`/agreements/${ids[agreement]}/successions`, body);

  it('2022–2024: both boards and the command report; one is late', async () => {
    for (const night of ['2023-06-01', '2024-06-01', '2025-01-15']) await sweep(night);
    const yearly: [What, Who][] = [
      ['a1', 'btg'],
      ['a2', 'qs'],
      ['b1', 'bdv'],
      ['b2', 'bdv'],
    ];
    for (const year of ['2022', '2023', '2024']) {
      if (year !== '2022') await file('a1', `${year}-H1`, `${year}-06-13`, 'btg');
      for (const [commitment, who] of yearly)
        await file(commitment, `${year}-Y`, `${year}-12-${who === 'qs' ? 20 : 12}`, who);
    }
    await sweep('2025-01-15');
    past = await figures2023to2024();
    expect(await summary('2023', '2024')).toMatchObject({
      doneOnTime: 8,
      doneLate: 2,
      overdue: 0,
      total: 10,
      suspended: 0,
    });
    expect(await summary('2025')).toMatchObject({ inTerm: 5, total: 5, suspended: 0 });
    expect(await waiting()).toEqual([]);
  });

  it('01/03/2025: the boards are joined; their open duties wait and are not overdue', async () => {
    world.clock.set('2025-03-03');
    const event = await post<{ suspendedReports: number; suspendedReviews: number }>('/body-events', {
      kind: 'MERGED',
      effectiveOn: '2025-03-01',
      basisTitle: 'Sáp nhập Ban Tuyên giáo và Ban Dân vận',
      predecessorIds: [ids.btg, ids.bdv],
      successorIds: [ids.joined],
    });
    expect(event.suspendedReports).toBe(8);
    expect(event.suspendedReviews).toBeGreaterThanOrEqual(1);
    expect(await waiting()).toMatchObject([
      {
        agreementId: ids.a,
        bodyId: ids.btg,
        endedOn: '2025-02-28',
        suspendedReports: 4,
        proposed: [{ bodyId: ids.joined }],
      },
      {
        agreementId: ids.b,
        bodyId: ids.bdv,
        endedOn: '2025-02-28',
        suspendedReports: 4,
        proposed: [{ bodyId: ids.joined }],
      },
    ]);
    expect(await summary('2025')).toMatchObject({ inTerm: 1, overdue: 0, total: 1, suspended: 4 });
  });

  it('10/03/2025: both agreements are continued by the joined board', async () => {
    world.clock.set('2025-03-10');
    for (const [agreement, body] of [
      ['a', 'btg'],
      ['b', 'bdv'],
    ] as const) {
      const made = await decide(agreement, {
        bodyId: ids[body],
        decision: 'CONTINUED_BY',
        successorIds: [ids.joined],
        from: '2025-03-01',
      });
      expect(made).toMatchObject({ occurrences: 4, released: 4 });
    }
    expect(await waiting()).toEqual([]);
    expect(await summary('2025')).toMatchObject({ inTerm: 5, overdue: 0, total: 5, suspended: 0, waived: 4 });
    expect(await owing('a1', '2025-H1')).toMatchObject([{ bodyId: ids.joined, dueOn: '2025-06-14', state: 'due' }]);
    await sweep('2025-06-01');
    await file('a1', '2025-H1', '2025-06-12', 'joined');
  });

  it('01/07/2025: the district ends; nothing due after is overdue, and 2023–2024 do not change (§11.10)', async () => {
    world.clock.set('2025-07-01');
    const end = { kind: 'DISSOLVED', effectiveOn: '2025-07-01', basisNumber: '1685/NQ-UBTVQH15' };
    await post(`/bodies/${ids.joined}/events`, { ...end, successorIds: [ids.vl, ids.dh, ids.hh] });
    await post(`/bodies/${ids.qs}/events`, { ...end, successorIds: [ids.ptkv] });
    const rows = await waiting();
    expect(rows.map(({ agreementId, bodyId }) => [agreementId, bodyId])).toEqual(
      expect.arrayContaining([
        [ids.a, ids.joined],
        [ids.a, ids.qs],
        [ids.b, ids.joined],
        [ids.b, ids.qs],
      ]),
    );
    expect(rows).toHaveLength(4);
    expect((await waiting(`?bodyId=${ids.joined}&agreementId=${ids.a}`))[0]?.proposed).toHaveLength(3);
    const night = await sweep('2025-12-16');
    expect(night.reportsOverdue).toBe(0);
    expect(await summary('2025')).toMatchObject({ doneOnTime: 1, overdue: 0, inTerm: 0, total: 1, suspended: 4 });
    expect(await figures2023to2024()).toEqual(past);
  });

  it('10/09/2025: one body to three wards, each with its own reports from the day (§11.11)', async () => {
    world.clock.set('2025-09-10');
    const board = {
      bodyId: ids.joined,
      decision: 'CONTINUED_BY',
      successorIds: [ids.vl, ids.dh, ids.hh],
      from: '2025-07-01',
    };
    const twice = await Promise.all([0, 1].map(() => world.call('POST', `/agreements/${ids.a}/successions`, board)));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    await decide('a', { bodyId: ids.qs, decision: 'CONTINUED_BY', successorIds: [ids.ptkv], from: '2025-07-01' });
    const three = await owing('a1', '2025-Y');
    expect(three.map(({ bodyId }) => bodyId).sort()).toEqual([ids.vl, ids.dh, ids.hh].sort());
    expect(three).toMatchObject(three.map(() => ({ dueOn: '2025-12-14', state: 'due' })));
    expect(await owing('a2', '2025-Y')).toMatchObject([{ bodyId: ids.ptkv, state: 'due' }]);
    expect(await owing('a1', '2025-H1')).toMatchObject([{ bodyId: ids.joined, state: 'filed' }]);
    const { parties } = await get<{
      parties: { bodyId: string; nameAsSigned: string; joinedOn: string | null; leftOn: string | null }[];
    }>(`/agreements/${ids.a}`);
    expect(parties.find(({ bodyId }) => bodyId === ids.btg)).toMatchObject({
      nameAsSigned: 'Ban Tuyên giáo Quận ủy Quận 10',
      leftOn: '2025-02-28',
    });
    expect(parties.find(({ bodyId }) => bodyId === ids.joined)).toMatchObject({
      joinedOn: '2025-03-01',
      leftOn: '2025-06-30',
    });
    expect(
      parties
        .filter(({ leftOn }) => leftOn === null)
        .map(({ bodyId }) => bodyId)
        .sort(),
    ).toEqual([ids.vl, ids.dh, ids.hh, ids.ptkv, ids.vl].sort());
  });

  it('commitment by commitment: mass mobilisation to a ward, the armed forces to the defence-area command', async () => {
    await decide('b', { bodyId: ids.qs, decision: 'CONTINUED_BY', successorIds: [ids.ptkv], from: '2025-07-01' });
    const one = (commitmentId: string, heir: string): object => ({
      bodyId: ids.joined,
      commitmentId,
      decision: 'CONTINUED_BY',
      successorIds: [heir],
      from: '2025-07-01',
    });
    await decide('b', { ...one(ids.b1, ids.vl), decision: 'SUSPENDED', successorIds: [] });
    expect((await waiting())[0]?.commitments.map(({ putOff }) => putOff)).toEqual([true, false]);
    await decide('b', { ...one(ids.b1, ids.vl) });
    await decide('b', { ...one(ids.b2, ids.ptkv) });
    expect(await owing('b1', '2025-Y')).toMatchObject([{ bodyId: ids.vl, state: 'due' }]);
    expect(await owing('b2', '2025-Y')).toMatchObject([{ bodyId: ids.ptkv, state: 'due' }]);
    const again = await world.call('POST', `/agreements/${ids.b}/successions`, one(ids.b1, ids.dh));
    expect([again.status, again.body.code]).toEqual([409, 'succession.already-decided']);
    // The review of the whole programme still has no host.
    expect(await waiting()).toMatchObject([{ agreementId: ids.b, bodyId: ids.joined, commitments: [] }]);
    const rest = await decide('b', {
      bodyId: ids.joined,
      decision: 'CONTINUED_BY',
      successorIds: [ids.vl],
      from: '2025-07-01',
    });
    expect(rest.reviews).toBeGreaterThanOrEqual(1);
    expect(await waiting()).toEqual([]);
  });

  it('after: each successor is in term, on time or late for itself; the years before stay as they were', async () => {
    expect(await summary('2025')).toMatchObject({
      doneOnTime: 1,
      inTerm: 6,
      overdue: 0,
      total: 7,
      suspended: 0,
      waived: 8,
    });
    await file('a1', '2025-Y', '2025-12-12', 'vl');
    expect((await sweep('2025-12-14')).reportsOverdue).toBe(0);
    expect((await sweep('2025-12-15')).reportsOverdue).toBe(5);
    expect(await summary('2025')).toMatchObject({ doneOnTime: 2, inTerm: 0, overdue: 5, total: 7 });
    expect(await figures2023to2024()).toEqual(past);
    const { predecessors } = await get<{ predecessors: { bodyId: string; distance: number }[] }>(
      `/bodies/${ids.vl}/lineage`,
    );
    expect(predecessors.map(({ bodyId, distance }) => [bodyId, distance])).toEqual([
      [ids.joined, 1],
      [ids.bdv, 2],
      [ids.btg, 2],
    ]);
    const { items } = await get<{ items: { kind: string }[] }>(`/bodies/${ids.joined}/events`);
    expect(items.map(({ kind }) => kind)).toEqual(['MERGED', 'DISSOLVED']);
  });
});
