import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ReviewFlags } from '../../src/reviews/review.flags.js';
import { aBody } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';
import { addCycle, anOffice, reviewsOf, type Office, type Refused, type Row } from './reviews-cast.js';

type Flag = 'noticeOverdue' | 'noticeOverdueFollowUps' | 'suspendOrphans';

describe('reviews and follow-ups as days pass', () => {
  let world: World;
  let office: Office;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-07-02');
    for (const table of ['follow_up', 'review_outcome', 'review', 'review_cycle']) {
      await world.db.query(`delete from ${table}`);
    }
    office = await anOffice(world);
  });

  const night = (flag: Flag, asOf: string): Promise<number> =>
    world.db.transaction((tx) => world.app.get(ReviewFlags)[flag](tx, asOf));

  const onDay = async (anchorOn: string, changes: object = {}): Promise<Row> => {
    const rule = { kind: 'MEETING', frequency: 'ONCE', anchorOn, roll: 'NONE', ...changes };
    await addCycle(world, office.agreementId, rule);
    const rows = await reviewsOf(world, office.agreementId);
    return rows.find(({ dueOn }) => dueOn === anchorOn)!;
  };

  const standing = async (id: string): Promise<unknown> =>
    (await world.call<Row>('GET', `/reviews/${id}`)).body.standing;

  it('a review is flagged on the first day after its last acceptable day, not the day before, and once', async () => {
    const { id } = await onDay('2026-07-10');
    expect(await night('noticeOverdue', '2026-07-10')).toBe(0);
    expect(await night('noticeOverdue', '2026-07-11')).toBe(1);
    expect(await night('noticeOverdue', '2026-07-12')).toBe(0);
    const { body } = await world.call<Row>('GET', `/reviews/${id}`);
    expect([body['overdueNoticedOn'], body.version]).toEqual(['2026-07-11', 1]);
  });

  it('a night missed is made up for, and a planned review is flagged too', async () => {
    const { id } = await onDay('2026-07-10');
    await world.call('POST', `/reviews/${id}/plan`, { on: '2026-07-20' });
    expect(await night('noticeOverdue', '2026-07-15')).toBe(1);
  });

  it('a review due on a day off is flagged on the day after the working day it moved to', async () => {
    const rule = { kind: 'MEETING', frequency: 'ONCE', anchorOn: '2026-07-11' };
    await addCycle(world, office.agreementId, rule);
    const [row] = await reviewsOf(world, office.agreementId);
    expect([row?.dueOn, row?.['overdueFrom']]).toEqual(['2026-07-13', '2026-07-14']);
    expect(await night('noticeOverdue', '2026-07-13')).toBe(0);
    expect(await night('noticeOverdue', '2026-07-14')).toBe(1);
  });

  it.each([
    ['2026-07-04', 'upcoming'],
    ['2026-07-05', 'due_soon'],
    ['2026-07-09', 'due_soon'],
    ['2026-07-10', 'due_today'],
    ['2026-07-11', 'overdue'],
  ])('a review due on 10/07/2026 is, on %s, %s, whether or not the night ran', async (today, expected) => {
    const { id } = await onDay('2026-07-10');
    world.clock.set(today);
    expect(await standing(id)).toBe(expected);
    const found = await reviewsOf(world, office.agreementId, `&standing=${expected}`);
    expect(found.map((row) => row.id)).toEqual([id]);
    expect(await reviewsOf(world, office.agreementId, '&standing=held')).toEqual([]);
  });

  it('reviews come by due date, page by page, by host and by span', async () => {
    const dues = ['2026-08-01', '2026-07-20', '2026-09-01'];
    for (const anchorOn of dues) await onDay(anchorOn, { hostId: office.partyA });
    await onDay('2026-07-25');
    const filter = `/reviews?bodyId=${office.partyA}&from=2026-07-20&to=2026-09-01&limit=2`;
    const first = await world.call<{ items: Row[]; next: string }>('GET', filter);
    const second = await world.call<{ items: Row[]; next: null }>('GET', `${filter}&cursor=${first.body.next}`);
    expect([...first.body.items, ...second.body.items].map(({ dueOn }) => dueOn)).toEqual([...dues].sort());
    expect(second.body.next).toBeNull();
    expect((await world.call<Refused>('GET', '/reviews?cursor=abc')).body.code).toBe('request.bad-cursor');
  });

  it('a review waits for a successor from the day after its host is gone', async () => {
    const { id } = await onDay('2026-09-15');
    await world.db.query(`update body set valid_to = '2026-07-31' where id = $1`, [office.partyB]);
    expect(await night('suspendOrphans', '2026-07-31')).toBe(0);
    expect(await night('suspendOrphans', '2026-08-01')).toBe(1);
    expect(await night('suspendOrphans', '2026-08-01')).toBe(0);
    expect(await standing(id)).toBe('suspended');
    expect(await night('noticeOverdue', '2026-12-31')).toBe(0);
  });

  it('a review due on the last day of its host is still owed', async () => {
    await onDay('2026-07-31');
    await world.db.query(`update body set valid_to = '2026-07-31' where id = $1`, [office.partyB]);
    expect(await night('suspendOrphans', '2026-08-01')).toBe(0);
  });

  it('the end of an agreement cancels what was due after it, but not the final review, and closes the cycles', async () => {
    await world.db.query(`update agreement set term_to = '2026-12-31' where id = $1`, [office.agreementId]);
    await onDay('2026-07-31');
    await onDay('2026-08-01');
    await addCycle(world, office.agreementId, { kind: 'FINAL_REVIEW', roll: 'NONE' });
    const end = () =>
      world.db.transaction((tx) => world.app.get(ReviewFlags).cancelAfterEnd(tx, office.agreementId, '2026-07-31'));
    expect(await end()).toBe(1);
    expect(await end()).toBe(0);
    const rows = await reviewsOf(world, office.agreementId);
    expect(rows.map(({ dueOn, standing: now }) => [dueOn, now])).toEqual([
      ['2026-07-31', 'upcoming'],
      ['2026-08-01', 'cancelled'],
      ['2026-12-31', 'upcoming'],
    ]);
    const { body } = await world.call<{ items: { closedOn: string; id: string }[] }>(
      'GET',
      `/agreements/${office.agreementId}/review-cycles`,
    );
    expect(body.items.map(({ closedOn }) => closedOn)).toEqual(['2026-07-31', '2026-07-31', '2026-07-31']);
    const { id } = body.items[0]!;
    const closed = await world.call<Refused>('PATCH', `/review-cycles/${id}`, { roll: 'NEXT' }, { 'if-match': '"2"' });
    expect(closed.body.code).toBe('review-cycle.closed');
  });

  describe('follow-ups', () => {
    let reviewId: string;
    beforeEach(async () => {
      ({ id: reviewId } = await onDay('2026-07-10'));
    });

    const hold = () => world.call('POST', `/reviews/${reviewId}/meeting`, { heldOn: '2026-07-02' });
    const ask = (dueOn: string, ownerId = office.partyA): Promise<Reply<Row & Refused>> =>
      world.call('POST', `/reviews/${reviewId}/follow-ups`, { title: 'Gửi kế hoạch quý IV', ownerId, dueOn });

    it('are asked for by a review held, for its day or later, of a body that exists then', async () => {
      expect((await ask('2026-07-10')).body.code).toBe('review.not-held');
      await hold();
      expect((await ask('2026-07-01')).body.code).toBe('follow-up.due-before-held');
      expect((await ask('2026-07-02')).status).toBe(201);
      const gone = await aBody(world.db, 'Đơn vị cũ', { valid_to: '2026-07-31' });
      expect((await ask('2026-08-01', gone)).body.code).toBe('body.not-on-day');
      expect((await ask('2026-07-31', gone)).status).toBe(201);
    });

    it('are flagged on the first day after their last acceptable day, and not the day before', async () => {
      await hold();
      const { id } = (await ask('2026-07-10')).body;
      expect(await night('noticeOverdueFollowUps', '2026-07-10')).toBe(0);
      expect(await night('noticeOverdueFollowUps', '2026-07-11')).toBe(1);
      expect(await night('noticeOverdueFollowUps', '2026-07-11')).toBe(0);
      world.clock.set('2026-07-11');
      expect((await world.call<Row>('GET', `/follow-ups/${id}`)).body.standing).toBe('overdue');
    });

    it('are done on time up to their due date and late from the day after', async () => {
      await hold();
      world.clock.set('2026-07-20');
      const doneOn = async (day: string): Promise<unknown> => {
        const { id } = (await ask('2026-07-10')).body;
        const { body } = await world.call<Row>('POST', `/follow-ups/${id}/completion`, { doneOn: day, note: 'Đã gửi' });
        return [body.state, body.standing, body['note']];
      };
      expect(await doneOn('2026-07-10')).toEqual(['done', 'done_on_time', 'Đã gửi']);
      expect(await doneOn('2026-07-11')).toEqual(['done', 'done_late', 'Đã gửi']);
    });

    it('are closed once, by completion or by cancellation with a reason', async () => {
      await hold();
      const { id, version } = (await ask('2026-07-10')).body;
      const close = (how: string, body: object, ifMatch = '*'): Promise<Reply<Row & Refused>> =>
        world.call('POST', `/follow-ups/${id}/${how}`, body, { 'if-match': ifMatch });
      expect((await close('completion', { doneOn: '2026-07-03' })).body.code).toBe('follow-up.done-in-future');
      expect((await close('completion', { doneOn: '2026-07-01' })).body.code).toBe('follow-up.done-before-held');
      expect((await close('cancellation', { reason: 'x' }, `"${version + 1}"`)).status).toBe(412);
      expect((await close('cancellation', { reason: 'Không còn cần' })).body).toMatchObject({
        standing: 'cancelled',
        note: 'Không còn cần',
      });
      expect((await close('completion', {})).body.code).toBe('life-cycle.forbidden');
    });

    it('are listed by owner with those below, the most urgent first', async () => {
      await hold();
      const below = await aBody(world.db, 'Tổ tuyên truyền', { parent_id: office.partyA });
      await ask('2026-08-01', below);
      await ask('2026-07-20');
      await ask('2026-07-20', office.partyB);
      const { body } = await world.call<{ items: Row[] }>(
        'GET',
        `/follow-ups?ownerId=${office.partyA}&standing=upcoming`,
      );
      expect(body.items.map(({ dueOn }) => dueOn)).toEqual(['2026-07-20', '2026-08-01']);
      const review = await world.call<{ followUps: Row[] }>('GET', `/reviews/${reviewId}`);
      expect(review.body.followUps).toHaveLength(3);
    });

    it('hold back the day of the review that asked for them', async () => {
      world.clock.set('2026-07-20');
      await hold();
      await ask('2026-07-10');
      const { body } = await world.call<Row>('GET', `/reviews/${reviewId}`);
      const move = (heldOn: string): Promise<Reply<Refused>> =>
        world.call('PATCH', `/reviews/${reviewId}`, { heldOn }, { 'if-match': `"${body.version}"` });
      expect((await move('2026-07-11')).body.code).toBe('review.held-after-follow-up');
      expect((await move('2026-07-10')).status).toBe(200);
    });
  });

  it('an audit entry is left by each verb', async () => {
    const { id } = await onDay('2026-07-10');
    await world.call('POST', `/reviews/${id}/plan`, { on: '2026-07-09' });
    await world.call('POST', `/reviews/${id}/meeting`, { heldOn: '2026-07-02' });
    const rows = await world.db.query<{ what: string }[]>(
      `select what from audit_entry where subject_id = $1 order by id`,
      [id],
    );
    expect(rows.map(({ what }) => what)).toEqual(['review.planned', 'review.held']);
  });
});
