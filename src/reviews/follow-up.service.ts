import { Injectable } from '@nestjs/common';
import { BodyService } from '../bodies/body.service.js';
import { addDays } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import type { FollowUpAnswer, NewCancellation, NewCompletion, NewFollowUp } from './follow-up.contract.js';
import { FollowUpQueries } from './follow-up.queries.js';
import { checkDone, checkFollowUpDue, FOLLOW_UP_LIFE } from './follow-up.rules.js';
import { FollowUp } from './review.entity.js';
import { lockFollowUp, lockReview } from './review.locks.js';
import { refuseReview } from './review.refusals.js';

@Injectable()
export class FollowUpService {
  constructor(
    private readonly work: Work,
    private readonly bodies: BodyService,
    private readonly queries: FollowUpQueries,
  ) {}

  /** The owner is a body that exists on the day it is due; a task does not move to a working day. */
  add(act: Act, reviewId: string, { title, ownerId, dueOn }: NewFollowUp): Promise<FollowUpAnswer> {
    return this.work.run(act, async (tx) => {
      const { review } = await lockReview(tx, reviewId);
      const { heldOn, state, agreementId } = review;
      if (heldOn === null) throw refuseReview('not-held', { state });
      const fault = checkFollowUpDue(dueOn, heldOn);
      if (fault) throw fault;
      await this.bodies.mustExist(tx, [{ id: ownerId, pointer: '/ownerId' }], dueOn);
      const row = { reviewId, agreementId, title, ownerId, dueOn, overdueFrom: addDays(dueOn, 1) };
      const result = await tx.insert(FollowUp, row);
      const { id } = result.identifiers[0] as { id: string };
      await note(tx, act, 'follow-up.added', id, { after: row });
      return this.queries.one(id, tx, act.today);
    });
  }

  complete(act: Act, id: string, input: NewCompletion): Promise<FollowUpAnswer> {
    return this.work.run(act, async (tx) => {
      const { followUp, review } = await lockFollowUp(tx, id);
      refuseStale(act, followUp.version);
      const state = FOLLOW_UP_LIFE.next(followUp.state, 'complete');
      const doneOn = input.doneOn ?? act.today;
      const fault = checkDone(doneOn, review.heldOn, act.today);
      if (fault) throw fault;
      const after = { state, doneOn, doneNote: input.note ?? null };
      await updateGuarded(tx, FollowUp, followUp, after);
      await note(tx, act, 'follow-up.completed', id, { before: { state: followUp.state }, after });
      return this.queries.one(id, tx, act.today);
    });
  }

  cancel(act: Act, id: string, { reason }: NewCancellation): Promise<FollowUpAnswer> {
    return this.work.run(act, async (tx) => {
      const { followUp } = await lockFollowUp(tx, id);
      refuseStale(act, followUp.version);
      const state = FOLLOW_UP_LIFE.next(followUp.state, 'cancel');
      await updateGuarded(tx, FollowUp, followUp, { state, doneNote: reason });
      await note(tx, act, 'follow-up.cancelled', id, { before: { state: followUp.state }, after: { state, reason } });
      return this.queries.one(id, tx, act.today);
    });
  }
}
