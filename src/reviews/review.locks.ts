import { Agreement } from '../agreements/agreement.entity.js';
import type { Tx } from '../platform/database/work.js';
import { FollowUp, Review, ReviewCycle } from './review.entity.js';
import { refuseCycle, refuseFollowUp, refuseReview } from './review.refusals.js';

export interface Held {
  cycle: ReviewCycle;
  review: Review;
  agreement: Agreement;
}

export async function lockCycle(tx: Tx, id: string): Promise<ReviewCycle> {
  const row = await tx.findOne(ReviewCycle, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw refuseCycle('unknown');
  return row;
}

/**
 * Every verb holds the agreement (against its end), the cycle and then the review, so that of two meetings or outcomes
 * one finds the other's state, even of two reviews of one cycle.
 */
export async function lockReview(tx: Tx, id: string): Promise<Held> {
  const found = await tx.findOneBy(Review, { id });
  const agreement =
    found && (await tx.findOne(Agreement, { where: { id: found.agreementId }, lock: { mode: 'for_key_share' } }));
  if (!found || !agreement) throw refuseReview('unknown');
  const cycle = await lockCycle(tx, found.cycleId);
  const review = await tx.findOne(Review, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!review) throw refuseReview('unknown');
  return { cycle, review, agreement };
}

export async function lockFollowUp(tx: Tx, id: string): Promise<{ followUp: FollowUp; review: Review }> {
  const followUp = await tx.findOne(FollowUp, { where: { id }, lock: { mode: 'pessimistic_write' } });
  const review = followUp && (await tx.findOneBy(Review, { id: followUp.reviewId }));
  if (!followUp || !review) throw refuseFollowUp('unknown');
  return { followUp, review };
}
