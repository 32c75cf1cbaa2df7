import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asking } from '../support/asking.js';
import { openWorld, type Reply, type World } from '../support/world.js';
import { aFollowedAgreement, reportsOf, reviewsOf, type Followed } from './pauses-cast.js';

let world: World;
let office: Followed;

const { post, get } = asking(() => world);
const reports = () => reportsOf(world, office.agreement);
const reviews = () => reviewsOf(world, office.agreement);
const pause = (from: string): Promise<Reply> =>
  world.call('POST', `/agreements/${office.agreement}/pause`, { from, reason: 'Sắp xếp bộ máy', document: '5/QĐ-QU' });
const resume = (on: string): Promise<Reply> => world.call('POST', `/agreements/${office.agreement}/resumption`, { on });
const sweep = (asOf: string): Promise<{ counts: Record<string, number>; failures: unknown[] }> => {
  world.clock.set(asOf);
  return post('/sweeps', { asOf });
};

/** Pauses or resumes on the day itself. */
async function on(day: string, deed: (day: string) => Promise<Reply>): Promise<Reply> {
  world.clock.set(day);
  const reply = await deed(day);
  expect([reply.status, reply.body.code]).toEqual([201, undefined]);
  return reply;
}

beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  office = await aFollowedAgreement(world);
});

describe('a resumption', () => {
  it.each([
    ['the day before it: fell inside the pause, is not asked for', '2026-08-01', 'waived'],
    ['on its day: is due today, with its date', '2026-07-31', 'due'],
    ['the day after it: is due', '2026-07-30', 'due'],
  ])('of a report due %s', async (_, day, state) => {
    await on('2026-07-01', pause);
    await on(day, resume);
    expect((await reports())['2026-M07']).toMatchObject({ state, dueOn: '2026-07-31', overdueFrom: '2026-08-01' });
  });

  it('fires nothing at once: what fell inside is waived or cancelled, what comes keeps its date', async () => {
    await on('2026-07-01', pause);
    const { body } = await on('2026-09-15', resume);
    expect(body).toMatchObject({ waived: 2, cancelled: 3, agreement: { state: 'in_force' } });
    const all = await reports();
    expect(all['2026-M07']).toMatchObject({ state: 'waived' });
    expect(all['2026-M08']).toMatchObject({ state: 'waived' });
    expect(all['2026-M09']).toMatchObject({ state: 'due', dueOn: '2026-09-30' });
    const meetings = await reviews();
    expect(meetings['2026-09-10']).toMatchObject({ state: 'cancelled' });
    expect(meetings['2026-10-10']).toMatchObject({ state: 'due' });
    const late = Object.values(all).filter(({ standing, dueOn }) => standing === 'overdue' && dueOn >= '2026-07-01');
    expect(late).toEqual([]);
    await sweep('2026-09-15');
    await sweep('2026-09-30');
    expect((await reports())['2026-M09']).toMatchObject({ standing: 'due_today' });
    await sweep('2026-10-01');
    expect((await reports())['2026-M09']).toMatchObject({ standing: 'overdue' });
  });

  it('plans on, and never a duty inside the pause, also when everything is planned anew', async () => {
    await on('2026-02-01', pause);
    await on('2027-03-15', resume);
    const all = await reports();
    expect(all['2027-M02']).toMatchObject({ state: 'waived' });
    expect(all['2027-M03']).toMatchObject({ state: 'due', dueOn: '2027-03-31' });
    expect(all['2028-M03']).toMatchObject({ state: 'due' });
    const count = Object.keys(all).length;
    await post(`/agreements/${office.agreement}/history`, { followedSince: '2026-01-01', filings: [] });
    const again = await reports();
    expect(Object.keys(again)).toHaveLength(count);
    const inside = Object.values(again).filter(
      ({ dueOn, state }) => dueOn >= '2026-02-01' && dueOn < '2027-03-15' && state !== 'waived',
    );
    expect(inside).toEqual([]);
  });

  it.each([
    ['the day before: due, to be planned again', '2026-07-04', 'due'],
    ['that day: planned', '2026-07-05', 'planned'],
    ['the day after: planned', '2026-07-06', 'planned'],
  ])('of a meeting planned for %s', async (_, planned, state) => {
    world.clock.set('2026-06-20');
    const { id } = (await reviews())['2026-07-10'] ?? { id: '' };
    await post(`/reviews/${id}/plan`, { on: planned });
    await on('2026-06-20', pause);
    expect((await reviews())['2026-07-10']).toMatchObject({ state: 'suspended' });
    await on('2026-07-05', resume);
    expect((await reviews())['2026-07-10']).toMatchObject({ state });
  });

  it('gives what is counted from the last one held its next review after the pause', async () => {
    const counted = await post<{ id: string }>(`/agreements/${office.agreement}/review-cycles`, {
      kind: 'INSPECTION',
      frequency: 'EVERY_N_MONTHS',
      n: 3,
      countedFrom: 'LAST_HELD',
      anchorOn: '2026-01-20',
      roll: 'NONE',
      hostId: office.lead,
    });
    const own = async (): Promise<[string, string][]> => {
      const { items } = await get<{ items: { cycleId: string; dueOn: string; state: string }[] }>(
        `/reviews?agreementId=${office.agreement}&limit=200`,
      );
      return items.filter(({ cycleId }) => cycleId === counted.id).map(({ dueOn, state }) => [dueOn, state]);
    };
    expect(await own()).toEqual([['2026-04-20', 'due']]);
    await on('2026-04-01', pause);
    await on('2026-08-01', resume);
    expect(await own()).toEqual([
      ['2026-04-20', 'cancelled'],
      ['2026-10-20', 'due'],
    ]);
  });

  it('lets the days to send a returned report again run on where they stopped', async () => {
    world.clock.set('2026-06-28');
    const { id } = (await reports())['2026-M06'] ?? { id: '' };
    const draft = await post<{ id: string }>(`/occurrences/${id}/submissions`, { done: 'x' });
    await post(`/submissions/${draft.id}/submission`, {});
    await post(`/submissions/${draft.id}/return`, { comment: 'Thiếu', resubmitBy: '2026-07-09' });
    await on('2026-07-05', pause);
    expect((await reports())['2026-M06']).toMatchObject({ state: 'suspended' });
    await on('2026-08-01', resume);
    // Five days were left on 5 July, and five are left on 1 August.
    expect((await reports())['2026-M06']).toMatchObject({
      state: 'returned',
      standing: 'returned',
      dueOn: '2026-06-30',
      overdueFrom: '2026-08-06',
    });
  });

  it('is refused when nothing was paused, from the future, and before the pause', async () => {
    world.clock.set('2026-07-02');
    expect(await resume('2026-07-02')).toMatchObject({ status: 409, body: { code: 'agreement.not-paused' } });
    await pause('2026-07-01');
    expect((await resume('2026-07-03')).body).toMatchObject({ code: 'agreement.resumed-in-future', pointer: '/on' });
    expect((await resume('2026-06-30')).body).toMatchObject({ code: 'agreement.resumed-before-pause' });
    const both = await Promise.all([resume('2026-07-02'), resume('2026-07-02')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
