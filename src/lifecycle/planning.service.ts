import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { OccurrencePlanner } from '../reports/occurrence.planner.js';
import { ReviewPlanner } from '../reviews/review.planner.js';
import { refuseActivation } from './lifecycle.refusals.js';

export interface Planned {
  occurrences: number;
  reviews: number;
}

/** Plans one agreement's duties; here a schedule that gives no dates stops the story, while the night only reports it. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly occurrences: OccurrencePlanner,
    private readonly reviews: ReviewPlanner,
  ) {}

  async planAll(tx: Tx, act: Act, agreementId: string): Promise<Planned> {
    return {
      occurrences: await this.planReports(tx, act, agreementId),
      reviews: await this.planReviews(tx, act, agreementId),
    };
  }

  async planReports(tx: Tx, act: Act, agreementId: string): Promise<number> {
    const { planned, failures } = await this.occurrences.planSchedules(tx, act, { agreementId }, act.today);
    const [fault] = failures;
    if (fault) throw refuseActivation('cannot-plan', { id: fault.scheduleId, message: fault.message });
    return planned;
  }

  async planReviews(tx: Tx, act: Act, agreementId: string): Promise<number> {
    const { planned, failures } = await this.reviews.planCycles(tx, act, { agreementId }, act.today);
    const [fault] = failures;
    if (fault) throw refuseActivation('cannot-plan', { id: fault.cycleId, message: fault.message });
    return planned;
  }

  /** Plans again over a longer term; what exists is kept by identity. */
  async planLonger(tx: Tx, act: Act, agreementId: string): Promise<Planned> {
    await tx.query(`update review_cycle set planned_to = null where agreement_id = $1 and closed_on is null`, [
      agreementId,
    ]);
    return this.planAll(tx, act, agreementId);
  }

  /** Plans again from the first day, for an agreement that is followed from an earlier one; what exists is kept by identity. */
  async planAnew(tx: Tx, act: Act, agreementId: string): Promise<Planned> {
    await tx.query(
      `update schedule s set planned_to = null from commitment c
       where c.id = s.commitment_id and c.agreement_id = $1 and s.planned_to is not null`,
      [agreementId],
    );
    return this.planLonger(tx, act, agreementId);
  }

  async countUnspecified(tx: Tx, agreementId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `select (select count(*) from schedule s join commitment c on c.id = s.commitment_id
         where c.agreement_id = $1 and s.frequency = 'UNSPECIFIED')
       + (select count(*) from review_cycle where agreement_id = $1 and frequency = 'UNSPECIFIED' and closed_on is null) as count`,
      [agreementId],
    );
    return row?.count ?? 0;
  }
}
