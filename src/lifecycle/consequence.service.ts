import { Injectable } from '@nestjs/common';
import { AgreementLife, isActive } from '../agreements/agreement-life.service.js';
import type { Agreement } from '../agreements/agreement.entity.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { NewOutcome } from './activation.contract.js';
import { EndingService } from './ending.service.js';
import { PlanningService } from './planning.service.js';

/** What each decision of a review sets in motion. */
@Injectable()
export class ConsequenceService {
  constructor(
    private readonly life: AgreementLife,
    private readonly planning: PlanningService,
    private readonly ending: EndingService,
  ) {}

  /** The draft that an amendment or a replacement starts from. */
  async opens(tx: Tx, act: Act, row: Agreement, { decision }: NewOutcome): Promise<string | null> {
    if (decision === 'AMEND') return this.life.draftFrom(tx, act, row, 'AMENDS');
    return decision === 'REPLACE' ? this.life.draftFrom(tx, act, row, 'REPLACES') : null;
  }

  /** The new term, or the end. */
  async follow(tx: Tx, act: Act, row: Agreement, outcome: NewOutcome & { decidedOn: string }): Promise<void> {
    const reason = outcome.note ?? null;
    if (outcome.decision === 'END' && isActive(row))
      await this.ending.end(tx, act, row, 'end', { on: outcome.decidedOn, reason });
    if (outcome.decision !== 'EXTEND' || !outcome.newTermTo) return;
    await this.life.extend(tx, act, row, outcome.newTermTo, reason);
    await this.planning.planLonger(tx, act, row.id);
  }
}
