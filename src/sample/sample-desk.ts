import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AgreementService } from '../agreements/agreement.service.js';
import type { NewAgreement } from '../agreements/agreement.contract.js';
import { ClauseService } from '../commitments/clause.service.js';
import type { NewClause } from '../commitments/clause.contract.js';
import type { NewCommitment } from '../commitments/commitment.contract.js';
import type { CivilDate } from '../core/civil-date.js';
import { ActivationService } from '../lifecycle/activation.service.js';
import { PromiseService } from '../lifecycle/promise.service.js';
import type { Act } from '../platform/http/act.js';
import { FilingService } from '../reports/filing.service.js';
import type { NewSubmission } from '../reports/submission.contract.js';
import { SubmissionService } from '../reports/submission.service.js';
import { SweepService } from '../sweep/sweep.service.js';

export interface Registered {
  id: string;
  /** Ids of the clauses, in the order given. */
  clauses: string[];
}

interface Filing extends Partial<NewSubmission> {
  on: CivilDate;
  acceptedOn?: CivilDate;
  returnedOn?: CivilDate;
  comment?: string;
}

/** Does on a given day what a clerk would do with the API: the same services, the same rules. */
@Injectable()
export class SampleDesk {
  constructor(
    private readonly modules: ModuleRef,
    private readonly db: DataSource,
  ) {}

  /** A service of the house. */
  the<T>(kind: new (...args: never[]) => T): T {
    return this.modules.get(kind, { strict: false });
  }

  /** The administrator, acting on that day at nine in the morning. */
  async on(day: CivilDate): Promise<Act> {
    const [member] = await this.db.query<[{ id: string; name: string }]>(
      `select id, full_name as name from member order by id limit 1`,
    );
    return {
      actor: member,
      today: day,
      at: `${day}T09:00:00+07:00`,
      requestId: 'sample-office',
      from: null,
      by: 'system',
    };
  }

  async register(day: CivilDate, agreement: NewAgreement, clauses: NewClause[]): Promise<Registered> {
    const act = await this.on(day);
    const { id } = await this.the(AgreementService).register(act, agreement);
    if (clauses.length === 0) return { id, clauses: [] };
    const { items } = await this.the(ClauseService).append(act, id, clauses);
    return { id, clauses: items.map((item) => item.id) };
  }

  async promise(day: CivilDate, agreementId: string, commitment: NewCommitment): Promise<string> {
    return (await this.the(PromiseService).add(await this.on(day), agreementId, commitment)).id;
  }

  async activate(day: CivilDate, agreementId: string, followedSince?: CivilDate): Promise<void> {
    await this.the(ActivationService).activate(await this.on(day), agreementId, {
      followedSince: followedSince ?? null,
    });
  }

  /** The night passes, as it would have on that day. */
  async night(day: CivilDate): Promise<void> {
    await this.the(SweepService).byHand(day, 'sample office');
  }

  /** Files the report of a period, and takes or returns it. */
  async file(
    commitmentId: string,
    periodKey: string,
    { on, acceptedOn, returnedOn, comment = '', ...content }: Filing,
  ): Promise<void> {
    const [due] = await this.db.query<{ id: string }[]>(
      `select id from occurrence where commitment_id = $1 and period_key = $2 order by id limit 1`,
      [commitmentId, periodKey],
    );
    if (!due) throw new Error(`the sample office has no period ${periodKey}`);
    const { id } = await this.the(SubmissionService).draft(await this.on(on), due.id, content);
    await this.the(FilingService).file(await this.on(on), id, {});
    if (returnedOn) await this.the(FilingService).return(await this.on(returnedOn), id, { comment });
    if (acceptedOn) await this.the(FilingService).accept(await this.on(acceptedOn), id, {});
  }

  /** Reviews of a cycle, the earliest first. */
  async reviewsOf(cycleId: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(`select id from review where cycle_id = $1 order by due_on`, [
      cycleId,
    ]);
    return rows.map(({ id }) => id);
  }

  async schemeId(code: string): Promise<string> {
    const [row] = await this.db.query<[{ id: string }]>(`select id from reporting_scheme where code = $1`, [code]);
    return row.id;
  }
}
