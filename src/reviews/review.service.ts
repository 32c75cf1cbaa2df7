import { Injectable } from '@nestjs/common';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale, versionSeen } from '../platform/http/etag.js';
import { checkMeeting } from './meeting.checks.js';
import type { NewMeeting, NewReviewPlan, ReviewAnswer, ReviewChange } from './review.contract.js';
import { Review, ReviewOutcome, type Finding } from './review.entity.js';
import { lockReview } from './review.locks.js';
import { ReviewPlanner } from './review.planner.js';
import { ReviewQueries } from './review.queries.js';
import { refuseReview } from './review.refusals.js';
import { checkOutcome, checkPlanned, REVIEW_LIFE, type OutcomeFacts } from './review.rules.js';

export interface Outcome extends OutcomeFacts {
  note: string | null;
  /** The draft that the decision opened. */
  openedAgreementId: string | null;
}

@Injectable()
export class ReviewService {
  constructor(
    private readonly work: Work,
    private readonly planner: ReviewPlanner,
    private readonly queries: ReviewQueries,
  ) {}

  /** Sets the day; again for another day. */
  plan(act: Act, id: string, { on, place }: NewReviewPlan): Promise<ReviewAnswer> {
    return this.work.run(act, async (tx) => {
      const { review } = await lockReview(tx, id);
      refuseStale(act, review.version);
      const state = REVIEW_LIFE.next(review.state, 'plan');
      const fault = checkPlanned(on, act.today);
      if (fault) throw fault;
      const after = { state, plannedOn: on, plannedPlace: place ?? null };
      await updateGuarded(tx, Review, review, after);
      await note(tx, act, 'review.planned', id, { before: planOf(review), after });
      return this.queries.one(id, tx, act.today);
    });
  }

  /** Records that the review was held; no outcome, no next one, whatever the cycle counts from (design §2). */
  hold(act: Act, id: string, input: NewMeeting): Promise<ReviewAnswer> {
    return this.work.run(act, async (tx) => {
      const held = await lockReview(tx, id);
      const { review } = held;
      refuseStale(act, review.version);
      const state = REVIEW_LIFE.next(review.state, 'hold');
      const waiting = await tx.findOneBy(Review, { cycleId: review.cycleId, state: 'held' });
      if (waiting) throw refuseReview('earlier-without-outcome', { heldOn: waiting.heldOn ?? '' });
      const record = recordOf({ ...input, findings: input.findings ?? [], sidesPresent: input.sidesPresent ?? [] });
      await checkMeeting(tx, held, record, act.today);
      await updateGuarded(tx, Review, review, { ...record, state });
      await note(tx, act, 'review.held', id, { before: planOf(review), after: { ...record, state } });
      return this.queries.one(id, tx, act.today);
    });
  }

  /** Mends the record of a meeting until its outcome is there. */
  change(act: Act, id: string, input: ReviewChange): Promise<ReviewAnswer> {
    return this.work.run(act, async (tx) => {
      const held = await lockReview(tx, id);
      const { review } = held;
      if (review.state === 'concluded') throw refuseReview('has-outcome', { heldOn: review.heldOn ?? '' });
      if (!REVIEW_LIFE.can(review.state, 'change')) throw refuseReview('not-held', { state: review.state });
      const changes = recordOf(input);
      await checkMeeting(tx, held, changes, act.today);
      const before = Object.fromEntries(Object.keys(changes).map((key) => [key, review[key as keyof Review]]));
      await updateGuarded(tx, Review, { id, version: versionSeen(act) }, changes);
      await note(tx, act, 'review.changed', id, { before, after: changes });
      return this.queries.one(id, tx, act.today);
    });
  }

  /**
   * Writes what a held review decided; the story that acts on it (a longer term, a draft, the end) is lifecycle's and
   * calls this before it moves the term. What is counted from the last one held gets its next review here.
   */
  async conclude(tx: Tx, act: Act, reviewId: string, outcome: Outcome): Promise<Review> {
    const { review, cycle, agreement } = await lockReview(tx, reviewId);
    refuseStale(act, review.version);
    const { heldOn } = review;
    if (review.state === 'concluded') throw refuseReview('has-outcome', { heldOn: heldOn ?? '' });
    if (review.state !== 'held' || heldOn === null) throw refuseReview('not-held', { state: review.state });
    const fault = checkOutcome(outcome, { heldOn, termTo: agreement.termTo }, act.today);
    if (fault) throw fault;
    const state = REVIEW_LIFE.next(review.state, 'conclude');
    const version = await updateGuarded(tx, Review, review, { state });
    const { decision, decidedOn, newTermTo, openedAgreementId } = outcome;
    const row = {
      reviewId,
      decision,
      decidedOn,
      decidedBy: act.actor.id,
      note: outcome.note,
      newTermTo,
      openedAgreementId,
    };
    await tx.insert(ReviewOutcome, row);
    await note(tx, act, 'review.concluded', reviewId, { before: { state: review.state }, after: row });
    if (cycle.countedFrom === 'LAST_HELD' && decision !== 'END') {
      await this.planner.planCycles(tx, act, { cycleIds: [cycle.id] }, act.today);
    }
    return { ...review, state, version };
  }
}

type Record = Pick<Review, 'heldOn' | 'heldAtPlace' | 'chair' | 'sidesPresent' | 'findings' | 'conclusion'>;

/** The parts of the record that are said. */
function recordOf({ heldOn, place, chair, sidesPresent, findings, conclusion }: ReviewChange): Partial<Record> {
  const parts = {
    heldOn,
    heldAtPlace: place,
    chair,
    sidesPresent: sidesPresent && [...new Set(sidesPresent)],
    findings: findings?.map(({ clauseId = null, finding, assessment = null }): Finding => ({
      clauseId,
      finding,
      assessment,
    })),
    conclusion,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

function planOf({ state, plannedOn, plannedPlace }: Review): Pick<Review, 'state' | 'plannedOn' | 'plannedPlace'> {
  return { state, plannedOn, plannedPlace };
}
