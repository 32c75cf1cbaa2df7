import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import type { Tx } from '../platform/database/work.js';
import type { ReviewCycleAnswer, ReviewCyclesAnswer } from './cycle.contract.js';
import { refuseCycle } from './review.refusals.js';

const CYCLE = `select c.id, c.agreement_id as "agreementId", c.commitment_id as "commitmentId", c.kind, c.frequency, c.n,
  c.included, c.milestones, c.counted_from as "countedFrom", c.anchor_on as "anchorOn", c.window_rule as "window",
  c.due, c.roll, c.host_id as "hostId", h.name_vi as "hostName", c.clause_id as "clauseId",
  c.text_as_written as "textAsWritten", c.planned_to as "plannedTo", c.closed_on as "closedOn",
  (select max(r.held_on) from review r where r.cycle_id = c.id) as "lastHeldOn",
  (select min(r.due_on) from review r where r.cycle_id = c.id and r.state in ('due', 'planned')) as "nextDueOn",
  c.version
  from review_cycle c join body h on h.id = c.host_id`;

@Injectable()
export class CycleQueries {
  constructor(
    private readonly db: DataSource,
    private readonly life: AgreementLife,
  ) {}

  async list(agreementId: string): Promise<ReviewCyclesAnswer> {
    await this.life.mustExist(this.db.manager, agreementId);
    const items = await this.db.query<ReviewCycleAnswer[]>(`${CYCLE} where c.agreement_id = $1 order by c.id`, [
      agreementId,
    ]);
    return { items };
  }

  async one(id: string, tx: Tx = this.db.manager): Promise<ReviewCycleAnswer> {
    const [row] = await tx.query<ReviewCycleAnswer[]>(`${CYCLE} where c.id = $1`, [id]);
    if (!row) throw refuseCycle('unknown');
    return row;
  }
}
