import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AgreementAnswer } from '../../src/agreements/agreement.answers.js';
import { asking } from '../support/asking.js';
import { openWorld, type Reply, type World } from '../support/world.js';
import { aFollowedAgreement, reportsOf, reviewsOf, type Followed } from './pauses-cast.js';

let world: World;
let office: Followed;

const { post, get } = asking(() => world);
const reports = () => reportsOf(world, office.agreement);
const reviews = () => reviewsOf(world, office.agreement);
const seen = (): Promise<AgreementAnswer> => get(`/agreements/${office.agreement}`);
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

describe('a pause', () => {
  it.each([
    ['the day before the pause: overdue already, and stays so', '2026-07-01', 'due'],
    ['on its first day: waits', '2026-06-30', 'suspended'],
    ['the day after its first day: waits', '2026-06-29', 'suspended'],
  ])('of a report due %s', async (_, from, state) => {
    await on(from, pause);
    expect((await reports())['2026-M06']).toMatchObject({ state });
  });

  it('lets reviews wait by the same rule, and what was late stays late', async () => {
    const { body } = await on('2026-07-10', pause);
    expect(body).toMatchObject({ agreement: { state: 'paused', termTo: null } });
    const all = await reviews();
    expect(all['2026-06-10']).toMatchObject({ state: 'due', standing: 'overdue' });
    expect(all['2026-07-10']).toMatchObject({ state: 'suspended' });
    expect((await reports())['2026-M06']).toMatchObject({ state: 'due', standing: 'overdue' });
  });

  it('that is entered late counts from its first day, not from the day of entry', async () => {
    await sweep('2026-07-20');
    expect((await reports())['2026-M06']).toMatchObject({ standing: 'overdue' });
    expect((await pause('2026-06-15')).status).toBe(201);
    expect((await reports())['2026-M06']).toMatchObject({ standing: 'suspended' });
    expect((await reports())['2026-M05']).toMatchObject({ standing: 'overdue' });
  });

  it('is neither planned nor flagged by the night, twice over', async () => {
    await on('2026-07-01', pause);
    const before = Object.keys(await reports()).length;
    for (const day of ['2026-07-31', '2026-08-01', '2026-08-31', '2026-09-30', '2026-10-01']) {
      const { counts, failures } = await sweep(day);
      expect([day, counts.reportsOverdue, counts.reviewsOverdue, counts.reportsPlanned, failures]).toEqual([
        day,
        0,
        0,
        0,
        [],
      ]);
    }
    expect(Object.keys(await reports())).toHaveLength(before);
    // Late since 1 July and never noticed: it is noticed when the agreement goes on.
    expect((await reports())['2026-M06']).toMatchObject({ standing: 'overdue' });
    await on('2026-10-02', resume);
    expect((await sweep('2026-10-02')).counts.reportsOverdue).toBe(6);
  });

  it('has its day, reason, paper and author in the agreement', async () => {
    await on('2026-07-01', pause);
    const { pauses, steps } = await seen();
    expect(pauses).toMatchObject([
      { from: '2026-07-01', reason: 'Sắp xếp bộ máy', document: '5/QĐ-QU', resumedOn: null, resumedBy: null },
    ]);
    expect(steps.at(-1)).toMatchObject({ verb: 'pause', fromState: 'in_force', toState: 'paused' });
  });

  it('is refused twice, from the future, before entry into force, and inside the pause before', async () => {
    world.clock.set('2026-07-02');
    expect((await pause('2026-07-03')).body).toMatchObject({ code: 'agreement.pause-in-future', pointer: '/from' });
    expect((await pause('2025-12-31')).body).toMatchObject({ code: 'agreement.pause-before-in-force' });
    expect((await pause('2026-07-01')).status).toBe(201);
    expect(await pause('2026-07-01')).toMatchObject({ status: 409, body: { code: 'agreement.already-paused' } });
    await on('2026-07-20', resume);
    expect((await pause('2026-07-19')).body).toMatchObject({ code: 'agreement.pause-overlaps' });
    expect((await pause('2026-07-20')).status).toBe(201);
  });

  it('asked for twice at once is made once', async () => {
    world.clock.set('2026-07-02');
    const both = await Promise.all([pause('2026-07-02'), pause('2026-07-02')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await seen()).pauses).toHaveLength(1);
  });

  it('takes no report, no return and no extension of what waits', async () => {
    const { id } = (await reports())['2026-M07'] ?? { id: '' };
    world.clock.set('2026-07-02');
    const draft = await post<{ id: string }>(`/occurrences/${id}/submissions`, { done: 'x' });
    const june = (await reports())['2026-M06'] ?? { id: '' };
    const may = (await reports())['2026-M05'] ?? { id: '' };
    const sent = await post<{ id: string }>(`/occurrences/${june.id}/submissions`, { done: 'x' });
    await post(`/submissions/${sent.id}/submission`, {});
    const later = await post<{ id: string }>(`/occurrences/${may.id}/extensions`, { to: '2026-07-10', reason: 'x' });
    await pause('2026-07-02');
    for (const [path, input] of [
      [`/submissions/${sent.id}/return`, { comment: 'Thiếu' }],
      [`/extensions/${later.id}/grant`, {}],
    ] as const) {
      expect(await world.call('POST', path, input)).toMatchObject({
        status: 409,
        body: { code: 'report.agreement-paused' },
      });
    }
    const filed = await world.call('POST', `/submissions/${draft.id}/submission`, {});
    expect(filed).toMatchObject({ status: 409, body: { code: 'life-cycle.forbidden' } });
    const asked = await world.call('POST', `/occurrences/${id}/extensions`, { to: '2026-08-10', reason: 'x' });
    expect(asked).toMatchObject({ status: 409, body: { code: 'extension.not-open' } });
  });
});

describe('a paused agreement', () => {
  it('ends when its term passes, which the pause has not changed', async () => {
    office = await aFollowedAgreement(world, { termKind: 'FIXED', termTo: '2026-08-15' });
    await on('2026-07-01', pause);
    await sweep('2026-08-15');
    expect((await seen()).state).toBe('paused');
    await sweep('2026-08-16');
    expect(await seen()).toMatchObject({ state: 'ended', endedOn: '2026-08-15' });
    const waiting = Object.values(await reports()).filter(({ state }) => state === 'suspended');
    expect(waiting).toEqual([]);
    expect((await reports())['2026-M07']).toMatchObject({ state: 'waived' });
    expect(await resume('2026-08-16')).toMatchObject({ status: 409, body: { code: 'agreement.not-paused' } });
  });

  it('may be terminated', async () => {
    await on('2026-07-01', pause);
    world.clock.set('2026-08-01');
    const path = `/agreements/${office.agreement}/termination`;
    expect(await world.call('POST', path, { on: '2026-08-01', reason: 'Giải thể' })).toMatchObject({
      status: 201,
      body: { agreement: { state: 'terminated' } },
    });
    const states = Object.values(await reports()).map(({ state }) => state);
    expect(states.filter((state) => state === 'suspended')).toEqual([]);
    expect((await reports())['2026-M06']).toMatchObject({ state: 'due', standing: 'overdue' });
    expect(Object.values(await reviews()).filter(({ state }) => state === 'suspended')).toEqual([]);
  });
});
