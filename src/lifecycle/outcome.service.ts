import { Injectable } from '@nestjs/common';
import { AgreementLife, isActive } from '../agreements/agreement-life.service.js';
import { refuseAgreement } from '../agreements/agreement.refusals.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { ReviewQueries } from '../reviews/review.queries.js';
import { ReviewService } from '../reviews/review.service.js';
import type { Decision } from '../reviews/review.words.js';
import type { NewOutcome, OutcomeAnswer } from './activation.contract.js';
import { ConsequenceService } from './consequence.service.js';

const AFTER_THE_END: readonly Decision[] = ['END', 'REPLACE'];

/** A review decides, and the decision opens the next step (lesson: review event with a consequence). */
@Injectable()
export class OutcomeService {
  constructor(
    private readonly work: Work,
    private readonly life: AgreementLife,
    private readonly reviews: ReviewService,
    private readonly queries: ReviewQueries,
    private readonly consequence: ConsequenceService,
  ) {}

  decide(act: Act, reviewId: string, input: NewOutcome): Promise<OutcomeAnswer> {
    return this.work.run(act, async (tx) => {
      const { agreementId } = await this.queries.one(reviewId, tx, act.today);
      const row = await this.life.lock(tx, agreementId);
      // A final review looks back: after the end it may still confirm the end or open what comes next.
      if (!isActive(row) && !AFTER_THE_END.includes(input.decision))
        throw refuseAgreement('not-in-force', { state: row.state });
      const openedAgreementId = await this.consequence.opens(tx, act, row, input);
      const decidedOn = input.decidedOn ?? act.today;
      const { decision, note = null, newTermTo = null } = input;
      await this.reviews.conclude(tx, act, reviewId, { decision, decidedOn, note, newTermTo, openedAgreementId });
      await this.consequence.follow(tx, act, row, { ...input, decidedOn });
      const review = await this.queries.one(reviewId, tx, act.today);
      return { review, agreementState: row.state, openedAgreementId, termTo: row.termTo, version: review.version };
    });
  }
}
