import { Injectable } from '@nestjs/common';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import type { Agreement } from '../agreements/agreement.entity.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { ReviewQueries } from '../reviews/review.queries.js';
import { ReviewService } from '../reviews/review.service.js';
import type { NewOutcome, OutcomeAnswer } from './activation.contract.js';
import { EndingService } from './ending.service.js';
import { PlanningService } from './planning.service.js';

/** A review decides, and the decision opens the next step (lesson: review event with a consequence). */
@Injectable()
export class OutcomeService {
  constructor(
    private readonly work: Work,
    private readonly life: AgreementLife,
    private readonly reviews: ReviewService,
    private readonly planning: PlanningService,
    private readonly ending: EndingService,
  ) {}

  decide(act: Act, reviewId: string, input: NewOutcome, queries: ReviewQueries): Promise<OutcomeAnswer> {
    return this.work.run(act, async (tx) => {
      const { agreementId } = await queries.one(reviewId, tx);
      const row = await this.life.lockRunning(tx, agreementId);
      const openedAgreementId = await this.opens(tx, act, row, input);
      const decidedOn = input.decidedOn ?? act.today;
      const { decision, note = null, newTermTo = null } = input;
      await this.reviews.conclude(tx, act, reviewId, { decision, decidedOn, note, newTermTo, openedAgreementId });
      await this.follow(tx, act, row, { ...input, decidedOn });
      const review = await queries.one(reviewId, tx);
      return { review, agreementState: row.state, openedAgreementId, termTo: row.termTo, version: review.version };
    });
  }

  /** The draft that an amendment or a replacement starts from. */
  private async opens(tx: Tx, act: Act, row: Agreement, { decision }: NewOutcome): Promise<string | null> {
    if (decision === 'AMEND') return this.life.draftFrom(tx, act, row, 'AMENDS');
    return decision === 'REPLACE' ? this.life.draftFrom(tx, act, row, 'REPLACES') : null;
  }

  private async follow(tx: Tx, act: Act, row: Agreement, outcome: NewOutcome & { decidedOn: string }): Promise<void> {
    const reason = outcome.note ?? null;
    if (outcome.decision === 'END') await this.ending.end(tx, act, row, 'end', { on: outcome.decidedOn, reason });
    if (outcome.decision !== 'EXTEND' || !outcome.newTermTo) return;
    await this.life.extend(tx, act, row, outcome.newTermTo, reason);
    await this.planning.planLonger(tx, act, row.id);
  }
}
