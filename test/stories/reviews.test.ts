import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ReviewService, type Outcome } from '../../src/reviews/review.service.js';
import { aClause, aCommitment } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';
import {
  actOf,
  addCycle,
  anOffice,
  reviewsOf,
  type Cycle,
  type Office,
  type Refused,
  type Row,
} from './reviews-cast.js';

const CONTINUE: Outcome = {
  decision: 'CONTINUE',
  decidedOn: '2026-07-02',
  note: null,
  newTermTo: null,
  openedAgreementId: null,
};

describe('reviews', () => {
  let world: World;
  let office: Office;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-07-02');
    office = await anOffice(world);
  });

  async function decide(reviewId: string, outcome: Partial<Outcome> = {}): Promise<void> {
    const act = await actOf(world);
    await world.db.transaction((tx) =>
      world.app.get(ReviewService).conclude(tx, act, reviewId, { ...CONTINUE, ...outcome }),
    );
  }

  /** Half-yearly from 2026-01-01: due 2026-07-01 and 2027-01-01 … */
  async function halfYears(changes: object = {}): Promise<{ cycle: Cycle; reviews: Row[] }> {
    const rule = { kind: 'INTERIM_REVIEW', frequency: 'EVERY_N_MONTHS', n: 6, roll: 'NONE' };
    world.clock.set('2026-01-01');
    const { body } = await addCycle(world, office.agreementId, { ...rule, ...changes });
    world.clock.set('2026-07-02');
    return { cycle: body, reviews: await reviewsOf(world, office.agreementId) };
  }

  const meet = <T = Row>(id: string, changes: object = {}): Promise<Reply<T>> =>
    world.call<T>('POST', `/reviews/${id}/meeting`, { heldOn: '2026-07-01', ...changes });

  describe('the record of a meeting', () => {
    it('holds day, place, sides and findings, under the names as signed', async () => {
      const { reviews } = await halfYears();
      const commitmentId = await aCommitment(world.db, office.agreementId, [office.partyA]);
      const clauseId = await aClause(world.db, office.agreementId, commitmentId);
      const { status, body, headers } = await meet(reviews[0]!.id, {
        place: 'Hội trường',
        chair: 'Đồng chí Phó Bí thư',
        sidesPresent: [office.partyA, office.partyB, office.partyA],
        findings: [{ clauseId, finding: 'Đã báo cáo đủ', assessment: 'Tốt' }, { finding: 'Phối hợp thường xuyên' }],
        conclusion: 'Tiếp tục thực hiện',
      });
      expect(status).toBe(201);
      expect(headers.etag).toBe(`"${body.version}"`);
      expect(body).toMatchObject({
        state: 'held',
        standing: 'held',
        heldOn: '2026-07-01',
        heldAtPlace: 'Hội trường',
        sidesPresent: [
          { bodyId: office.partyA, name: 'Bên 0' },
          { bodyId: office.partyB, name: 'Bên 1' },
        ],
        findings: [
          { clauseId, clauseLabel: 'Điều 7', finding: 'Đã báo cáo đủ', assessment: 'Tốt' },
          { clauseId: null, clauseLabel: null, finding: 'Phối hợp thường xuyên', assessment: null },
        ],
        outcome: null,
        followUps: [],
        minutes: null,
      });
      expect(body['whyVi']).toContain('01/07/2026');
      expect(body['whyEn']).toContain('1 Jul 2026');
      expect(body['cycle']).toMatchObject({ lastHeldOn: '2026-07-01', nextDueOn: '2027-01-01' });
    });

    it.each([
      [{ heldOn: '2026-07-03' }, 422, 'review.held-in-future', '/heldOn'],
      [{ heldOn: '2025-12-31' }, 422, 'review.held-before-in-force', '/heldOn'],
      [{ sidesPresent: ['0198c0de-0000-7000-8000-000000000000'] }, 422, 'review.side-not-party', '/sidesPresent/0'],
      [
        { findings: [{ clauseId: '0198c0de-0000-7000-8000-000000000000', finding: 'x' }] },
        422,
        'review.clause-elsewhere',
        '/findings/0/clauseId',
      ],
    ])('refuses %j', async (changes, status, code, pointer) => {
      const { reviews } = await halfYears();
      const reply = await meet<Refused>(reviews[0]!.id, changes);
      expect([reply.status, reply.body.code, reply.body.pointer]).toEqual([status, code, pointer]);
      expect((await reviewsOf(world, office.agreementId))[0]?.state).toBe('due');
    });

    it('is mended until the outcome is there, against the version seen', async () => {
      const { reviews } = await halfYears();
      const { id } = reviews[0]!;
      const patch = (version: number, body: object): Promise<Reply<Refused & Row>> =>
        world.call('PATCH', `/reviews/${id}`, body, { 'if-match': `"${version}"` });
      expect((await patch(1, { chair: 'A' })).body.code).toBe('review.not-held');
      const held = (await meet(id, { conclusion: 'Một' })).body;
      expect((await world.call<Refused>('PATCH', `/reviews/${id}`, { chair: 'A' })).body.code).toBe(
        'request.version-needed',
      );
      expect((await patch(held.version - 1, { chair: 'A' })).status).toBe(412);
      const mended = await patch(held.version, { heldOn: '2026-06-30', chair: 'A' });
      expect(mended.body).toMatchObject({ heldOn: '2026-06-30', chair: 'A', conclusion: 'Một', state: 'held' });
      await decide(id);
      expect((await patch(mended.body.version + 1, { chair: 'B' })).body.code).toBe('review.has-outcome');
    });

    it('is written once, though two write it at the same moment', async () => {
      const { reviews } = await halfYears();
      const replies = await Promise.all([meet(reviews[0]!.id), meet(reviews[0]!.id)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    });

    it('of two reviews of one cycle is not written at the same moment either', async () => {
      const { reviews } = await halfYears();
      const replies = await Promise.all([meet(reviews[0]!.id), meet(reviews[1]!.id)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    });
  });

  describe('a plan', () => {
    it('may lie after the due date, which is shown, and may be changed', async () => {
      const { reviews } = await halfYears();
      const plan = (on: string): Promise<Reply<Row & Refused>> =>
        world.call('POST', `/reviews/${reviews[1]!.id}/plan`, { on, place: 'UBND' });
      expect((await plan('2026-12-20')).body).toMatchObject({
        state: 'planned',
        standing: 'planned',
        plannedLate: false,
      });
      const late = await plan('2027-01-02');
      expect([late.status, late.body['plannedOn'], late.body['plannedLate']]).toEqual([201, '2027-01-02', true]);
      expect((await plan('2026-07-01')).body.code).toBe('review.planned-in-past');
    });

    it('does not keep a late review from being overdue', async () => {
      const { reviews } = await halfYears();
      const { body } = await world.call<Row>('POST', `/reviews/${reviews[0]!.id}/plan`, { on: '2026-07-10' });
      expect(body).toMatchObject({ state: 'planned', standing: 'overdue' });
    });
  });

  describe('an outcome', () => {
    it('comes after the meeting, once', async () => {
      const { reviews } = await halfYears();
      const { id } = reviews[0]!;
      await expect(decide(id)).rejects.toMatchObject({ code: 'review.not-held', status: 409 });
      await meet(id);
      await decide(id, { note: 'Tiếp tục' });
      await expect(decide(id)).rejects.toMatchObject({ code: 'review.has-outcome', status: 409 });
      const { body } = await world.call<Row>('GET', `/reviews/${id}`);
      expect(body).toMatchObject({
        state: 'concluded',
        decision: 'CONTINUE',
        outcome: { decision: 'CONTINUE', decidedOn: '2026-07-02', note: 'Tiếp tục' },
      });
    });

    it('is one, though two decide at the same moment', async () => {
      const { reviews } = await halfYears();
      await meet(reviews[0]!.id);
      const results = await Promise.allSettled([decide(reviews[0]!.id), decide(reviews[0]!.id)]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('must be there before the next review of the cycle is held', async () => {
      const { reviews } = await halfYears();
      await meet(reviews[0]!.id);
      expect((await meet<Refused>(reviews[1]!.id)).body.code).toBe('review.earlier-without-outcome');
      await decide(reviews[0]!.id);
      expect((await meet(reviews[1]!.id)).status).toBe(201);
    });

    it('plans the next review of what is counted from the last one held, and nothing before', async () => {
      const { reviews } = await halfYears({ countedFrom: 'LAST_HELD' });
      expect(reviews.map(({ dueOn }) => dueOn)).toEqual(['2026-07-01']);
      await meet(reviews[0]!.id, { heldOn: '2026-06-20' });
      expect(await reviewsOf(world, office.agreementId)).toHaveLength(1);
      await decide(reviews[0]!.id);
      const next = await reviewsOf(world, office.agreementId);
      expect(next.map(({ dueOn, periodVi }) => [dueOn, periodVi])).toEqual([
        ['2026-07-01', 'Lần 1'],
        ['2026-12-20', 'Lần 2'],
      ]);
    });
  });

  describe('minutes', () => {
    const file = { name: 'bien-ban.txt', bytes: Buffer.from('Biên bản sơ kết') };
    const keep = (id: string, yes = 'true'): Promise<Reply<Row & Refused>> =>
      world.upload(`/reviews/${id}/minutes`, { noSecretConfirmed: yes }, file);

    it('are kept of a review held, and come back as they were', async () => {
      const { reviews } = await halfYears();
      const { id } = reviews[0]!;
      expect((await keep(id)).body.code).toBe('review.not-held');
      expect((await world.call<Refused>('GET', `/reviews/${id}/minutes/content`)).status).toBe(404);
      await meet(id);
      expect((await keep(id, 'false')).body.code).toBe('file.secret-not-excluded');
      expect((await keep(id)).body['minutes']).toMatchObject({
        name: 'bien-ban.txt',
        mediaType: 'text/plain',
      });
      const content = await world.call<Buffer>('GET', `/reviews/${id}/minutes/content`);
      expect(content.body.toString()).toBe('Biên bản sơ kết');
      expect(content.headers['content-disposition']).toContain('attachment');
    });

    it('may come after the outcome, and are final then', async () => {
      const { reviews } = await halfYears();
      await meet(reviews[0]!.id);
      await decide(reviews[0]!.id);
      expect((await keep(reviews[0]!.id)).status).toBe(201);
      expect((await keep(reviews[0]!.id)).body.code).toBe('review.minutes-final');
    });
  });
});
