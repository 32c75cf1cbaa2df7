import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ReviewPlanner } from '../../src/reviews/review.planner.js';
import { aBody, anAgreement, aCommitment, memberId, putRow } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';
import { actOf, addCycle, anOffice, reviewsOf, type Cycle, type Office, type Refused } from './reviews-cast.js';

describe('review cycles', () => {
  let world: World;
  let office: Office;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-07-02');
    office = await anOffice(world, { in_force_from: '2022-09-15', term_to: '2027-09-14' });
  });

  const patch = (cycle: Cycle, body: object, version = cycle.version): Promise<Reply<Cycle & Refused>> =>
    world.call('PATCH', `/review-cycles/${cycle.id}`, body, { 'if-match': `"${version}"` });

  const drop = (cycle: Cycle, version = cycle.version): Promise<Reply<Refused>> =>
    world.call('DELETE', `/review-cycles/${cycle.id}`, undefined, { 'if-match': `"${version}"` });

  const dues = async (): Promise<string[]> =>
    (await reviewsOf(world, office.agreementId)).map(({ dueOn, state }) => `${dueOn} ${state}`);

  const plan = async (today = '2026-07-02') => {
    const act = await actOf(world);
    const where = { agreementId: office.agreementId };
    return world.db.transaction((tx) => world.app.get(ReviewPlanner).planCycles(tx, act, where, today));
  };

  it('without an interval is registered and plans nothing', async () => {
    const { status, body } = await addCycle(world, office.agreementId, {
      kind: 'INTERIM_REVIEW',
      textAsWritten: 'Định kỳ sơ kết việc thực hiện Quy chế.',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      frequency: 'UNSPECIFIED',
      hostId: office.partyB,
      countedFrom: 'ANCHOR',
      plannedTo: null,
    });
    expect(await dues()).toEqual([]);
  });

  it('of a final review waits at the end of the term', async () => {
    const { body } = await addCycle(world, office.agreementId, { kind: 'FINAL_REVIEW', roll: 'NONE' });
    expect(body).toMatchObject({ frequency: 'END_OF_TERM', nextDueOn: '2027-09-14' });
  });

  it('on a running agreement is planned at once, and asks for nothing from the past', async () => {
    await addCycle(world, office.agreementId, { kind: 'INTERIM_REVIEW', frequency: 'YEARLY', roll: 'NONE' });
    expect(await dues()).toEqual(['2026-09-15 due', '2027-09-15 due']);
    const [first] = await reviewsOf(world, office.agreementId);
    expect(first).toMatchObject({ periodKey: 'N004', periodVi: 'Lần 4', hostId: office.partyB, standing: 'upcoming' });
    expect(await plan()).toEqual({ planned: 0, failures: [] });
  });

  it('of a draft waits for its activation', async () => {
    office = await anOffice(world, { state: 'draft', activated_on: null });
    await addCycle(world, office.agreementId, { kind: 'MEETING', frequency: 'QUARTERLY' });
    expect(await dues()).toEqual([]);
    expect((await plan()).planned).toBe(0);
    await world.db.query(`update agreement set state = 'in_force', followed_since = '2026-07-02' where id = $1`, [
      office.agreementId,
    ]);
    expect((await plan()).planned).toBeGreaterThan(0);
    expect((await dues())[0]).toBe('2026-09-30 due');
  });

  it('gets its interval later, and then its reviews', async () => {
    const { body } = await addCycle(world, office.agreementId, { kind: 'INTERIM_REVIEW' });
    const set = await patch(body, { frequency: 'YEARLY', roll: 'NONE' });
    expect(set.body).toMatchObject({ frequency: 'YEARLY', window: { kind: 'ANCHOR' }, nextDueOn: '2026-09-15' });
    expect(await dues()).toEqual(['2026-09-15 due', '2027-09-15 due']);
  });

  it('changed drops what nobody has touched and keeps what is planned or past', async () => {
    const rule = { kind: 'MEETING', frequency: 'EVERY_N_MONTHS', n: 6, anchorOn: '2026-01-10', roll: 'NONE' };
    world.clock.set('2026-07-01');
    const { body } = await addCycle(world, office.agreementId, rule);
    const [first, second] = await reviewsOf(world, office.agreementId);
    expect([first?.dueOn, second?.dueOn]).toEqual(['2026-07-10', '2027-01-10']);
    await world.call('POST', `/reviews/${second!.id}/plan`, { on: '2027-01-05' });
    world.clock.set('2026-07-11');
    const changed = await patch(body, { n: 12 });
    expect(changed.status).toBe(200);
    // 10/07/2026 is past and stays; 10/01/2027 is planned and stands for the first year.
    expect(await dues()).toEqual(['2026-07-10 due', '2027-01-10 planned']);
  });

  it('changed on the due day drops that review, and on the day after keeps it as missed', async () => {
    const rule = { kind: 'MEETING', frequency: 'ONCE', anchorOn: '2026-07-10', roll: 'NONE' };
    const one = (await addCycle(world, office.agreementId, rule)).body;
    world.clock.set('2026-07-10');
    await patch(one, { anchorOn: '2026-08-20' });
    expect(await dues()).toEqual(['2026-08-20 due']);
    world.clock.set('2026-08-21');
    await patch(one, { anchorOn: '2026-10-01' }, one.version + 1);
    expect(await dues()).toEqual(['2026-08-20 due', '2026-10-01 due']);
  });

  it('keeps its interval once a review was held, and may still get another host', async () => {
    const { body } = await addCycle(world, office.agreementId, { kind: 'MEETING', frequency: 'YEARLY', roll: 'NONE' });
    const [first] = await reviewsOf(world, office.agreementId);
    await world.call('POST', `/reviews/${first!.id}/meeting`, { heldOn: '2026-07-02' });
    expect((await patch(body, { roll: 'NEXT' })).body.code).toBe('review-cycle.already-held');
    expect((await patch(body, { hostId: office.partyA })).status).toBe(200);
    const hosts = (await reviewsOf(world, office.agreementId)).map(({ state, hostId }) => [state, hostId]);
    expect(hosts).toEqual([
      ['held', office.partyB],
      ['due', office.partyA],
    ]);
  });

  it('under a new host takes up again what waited for a successor', async () => {
    const gone = await aBody(world.db, 'Ban Chỉ huy cũ', { valid_to: '2026-08-31' });
    const cycle = { kind: 'MEETING', frequency: 'YEARLY', roll: 'NONE', hostId: gone };
    const { body } = await addCycle(world, office.agreementId, cycle);
    expect(await dues()).toEqual(['2026-09-15 suspended', '2027-09-15 suspended']);
    await patch(body, { hostId: office.partyA });
    expect(await dues()).toEqual(['2026-09-15 due', '2027-09-15 due']);
  });

  it('moves the review at the end of the term when the term grows', async () => {
    await addCycle(world, office.agreementId, { kind: 'FINAL_REVIEW', roll: 'NONE' });
    await world.db.query(`update agreement set term_to = '2030-09-14' where id = $1`, [office.agreementId]);
    expect((await plan()).planned).toBe(1);
    expect(await dues()).toEqual(['2030-09-14 due']);
  });

  it('goes on over a longer term without inventing a past review', async () => {
    await addCycle(world, office.agreementId, { kind: 'INTERIM_REVIEW', frequency: 'YEARLY', roll: 'NONE' });
    await world.db.query(`update agreement set term_to = '2030-09-14' where id = $1`, [office.agreementId]);
    await plan();
    await plan('2027-08-20');
    expect(await dues()).toEqual(['2026-09-15 due', '2027-09-15 due', '2028-09-15 due', '2029-09-15 due']);
  });

  it('added after entry into force invents no past review, even when it is planned from the start again', async () => {
    office = await anOffice(world, { in_force_from: '2022-09-15', followed_since: '2022-09-15' });
    const begun = { verb: 'begin', from_state: 'signed', to_state: 'in_force', on_date: '2022-09-15' };
    await putRow(world.db, 'agreement_step', {
      ...begun,
      agreement_id: office.agreementId,
      at: '2022-09-15T01:00:00Z',
      by_id: await memberId(world.db),
    });
    await addCycle(world, office.agreementId, { kind: 'INTERIM_REVIEW', frequency: 'YEARLY', roll: 'NONE' });
    await world.db.query(`update review_cycle set planned_to = null where agreement_id = $1`, [office.agreementId]);
    expect((await plan()).planned).toBe(0);
    expect((await dues())[0]).toBe('2026-09-15 due');
  });

  it('written before entry into force is owed from the day the agreement is followed', async () => {
    office = await anOffice(world, { state: 'signed', in_force_from: '2022-09-15', followed_since: '2024-09-16' });
    await addCycle(world, office.agreementId, { kind: 'INTERIM_REVIEW', frequency: 'YEARLY', roll: 'NONE' });
    await world.db.query(`update agreement set state = 'in_force' where id = $1`, [office.agreementId]);
    await plan();
    expect((await dues())[0]).toBe('2025-09-15 due');
  });

  it('that gives no date fails alone', async () => {
    await addCycle(world, office.agreementId, { kind: 'MEETING', frequency: 'YEARLY', roll: 'NONE' });
    const { body } = await addCycle(world, office.agreementId, { kind: 'MEETING' });
    const impossible = { qualifier: 'BY', anchor: 'FIXED_DATE', day: 31, month: 6 };
    await world.db.query(
      `update review_cycle set frequency = 'YEARLY', due = $2, window_rule = '{"kind":"SCHEME"}' where id = $1`,
      [body.id, JSON.stringify(impossible)],
    );
    await world.db.query(`delete from review where agreement_id = $1`, [office.agreementId]);
    await world.db.query(`update review_cycle set planned_to = null where agreement_id = $1`, [office.agreementId]);
    const { planned, failures } = await plan();
    expect(planned).toBeGreaterThan(0);
    expect(failures.map(({ cycleId }) => cycleId)).toEqual([body.id]);
    expect(failures[0]?.message).toContain('31/6');
    const due = await world.db.transaction((tx) => world.app.get(ReviewPlanner).dueIds(tx, '2026-07-02'));
    expect(due).toContain(body.id);
  });

  it.each([
    [{ kind: 'MEETING', frequency: 'EVERY_N_MONTHS' }, 'schedule.n-missing', '/n'],
    [
      { kind: 'MEETING', frequency: 'YEARLY', due: { qualifier: 'BY', anchor: 'FIXED_DATE', day: 31, month: 6 } },
      'schedule.impossible-date',
      '/due/day',
    ],
    [{ kind: 'MEETING', frequency: 'ONCE', anchorOn: '2027-09-15' }, 'review-cycle.outside-term', '/anchorOn'],
    [{ kind: 'MEETING', frequency: 'ONCE', anchorOn: '2022-09-14' }, 'review-cycle.outside-term', '/anchorOn'],
    [{ kind: 'FINAL_REVIEW', countedFrom: 'LAST_HELD' }, 'review-cycle.last-held-unfit', '/countedFrom'],
    [{ kind: 'MEETING', hostId: '0198c0de-0000-7000-8000-000000000000' }, 'body.not-in-register', '/hostId'],
    [
      { kind: 'MEETING', clauseId: '0198c0de-0000-7000-8000-000000000000' },
      'review-cycle.clause-elsewhere',
      '/clauseId',
    ],
  ])('refuses %j', async (body, code, pointer) => {
    const reply = await addCycle<Refused>(world, office.agreementId, body);
    expect([reply.status, reply.body.code, reply.body.pointer]).toEqual([422, code, pointer]);
    expect(
      (await world.call<{ items: [] }>('GET', `/agreements/${office.agreementId}/review-cycles`)).body.items,
    ).toEqual([]);
  });

  it('of a draft is deleted, with what it was in the trail; the version seen must still stand', async () => {
    office = await anOffice(world, { state: 'draft', activated_on: null });
    const { body } = await addCycle(world, office.agreementId, { kind: 'MEETING', frequency: 'QUARTERLY' });
    expect((await drop(body, body.version + 1)).status).toBe(412);
    expect((await drop(body)).status).toBe(204);
    expect((await world.call('GET', `/review-cycles/${body.id}`)).status).toBe(404);
    expect((await drop(body)).body.code).toBe('review-cycle.unknown');
    const trail = await world.db.query<{ before: { kind: string } }[]>(
      `select before from audit_entry where what = 'review-cycle.deleted' and subject_id = $1`,
      [body.id],
    );
    expect(trail).toMatchObject([{ before: { kind: 'MEETING' } }]);
  });

  it('is not deleted once its agreement is activated, nor once there is a review of it', async () => {
    const { body } = await addCycle(world, office.agreementId, { kind: 'MEETING', frequency: 'QUARTERLY' });
    expect((await drop(body)).body.code).toBe('review-cycle.in-force');
    await world.db.query(`update agreement set state = 'signed' where id = $1`, [office.agreementId]);
    expect((await drop(body)).body.code).toBe('review-cycle.in-force');
    await world.db.query(`update agreement set activated_on = null where id = $1`, [office.agreementId]);
    expect((await drop(body)).body.code).toBe('review-cycle.has-reviews');
  });

  it('refuses a commitment of another agreement, an unknown agreement and one that is over', async () => {
    const other = await anAgreement(world.db);
    const commitmentId = await aCommitment(world.db, other, []);
    const strange = await addCycle<Refused>(world, office.agreementId, { kind: 'MEETING', commitmentId });
    expect(strange.body.code).toBe('review-cycle.commitment-elsewhere');
    expect((await addCycle(world, '0198c0de-0000-7000-8000-000000000000', { kind: 'MEETING' })).status).toBe(404);
    await world.db.query(`update agreement set state = 'ended' where id = $1`, [office.agreementId]);
    expect((await addCycle<Refused>(world, office.agreementId, { kind: 'MEETING' })).body.code).toBe(
      'review-cycle.agreement-over',
    );
  });
});
