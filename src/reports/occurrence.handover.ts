import { Injectable } from '@nestjs/common';
import { latest, type CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';
import { OccurrenceFlags } from './occurrence.flags.js';

type Changed = [unknown[], number];

/** A body's reports under some commitments of an agreement. */
export interface ReportScope {
  agreementId: string;
  bodyId: string;
  commitmentIds: readonly string[];
}

interface Heirs {
  successorIds: readonly string[];
  from: CivilDate;
}

const OF_SCOPE = `o.agreement_id = $1 and o.body_id = $2 and o.commitment_id = any ($3::uuid[])`;

/** What becomes of the due reports of a body that is gone (domain §6.3). */
@Injectable()
export class OccurrenceHandover {
  constructor(private readonly flags: OccurrenceFlags) {}

  /** What these bodies would have owed after their last day waits for a successor. */
  async suspend(tx: Tx, bodyIds: readonly string[], asOf: CivilDate): Promise<number> {
    const rows = await tx.query<{ id: string }[]>(
      `select o.id from occurrence o join body b on b.id = o.body_id
       where o.body_id = any ($1::uuid[]) and o.state in ('due', 'returned') and o.due_on > b.valid_to`,
      [bodyIds],
    );
    if (rows.length === 0) return 0;
    return this.flags.suspendOrphans(
      tx,
      asOf,
      rows.map(({ id }) => id),
    );
  }

  /**
   * Each successor owes a report of its own for every period that waited, but for nothing that was due before it took
   * over or before the day of the decision: until then nobody could know whom to ask. What waited is set aside.
   */
  async passOn(
    tx: Tx,
    scope: ReportScope,
    heirs: Heirs,
    today: CivilDate,
  ): Promise<{ made: number; released: number }> {
    const { agreementId, bodyId, commitmentIds } = scope;
    const made = await tx.query<unknown[]>(
      `insert into occurrence (schedule_id, commitment_id, agreement_id, body_id, clause_id, period_key, report_year, tier,
         window_start, window_end, due_raw, due_on, overdue_from, derivation, state, suspended_on, suspended_because)
       select o.schedule_id, o.commitment_id, o.agreement_id, h.id, o.clause_id, o.period_key, o.report_year, o.tier,
         o.window_start, o.window_end, o.due_raw, o.due_on,
         case when o.first_filed_on is null then o.overdue_from else o.due_on + 1 end, o.derivation,
         case when h.valid_to < o.due_on or a.state not in ('in_force', 'expiring') then 'suspended' else 'due' end,
         case when h.valid_to < o.due_on then h.valid_to + 1 when a.state not in ('in_force', 'expiring') then $6::date end,
         case when h.valid_to < o.due_on then 'AWAITING_SUCCESSOR'
           when a.state not in ('in_force', 'expiring') then 'AGREEMENT_PAUSED' end
       from occurrence o join agreement a on a.id = o.agreement_id, body h
       where ${OF_SCOPE} and o.state = 'suspended' and h.id = any ($4::uuid[]) and o.due_on >= $5
       on conflict (schedule_id, body_id, period_key) do nothing returning id`,
      [agreementId, bodyId, commitmentIds, heirs.successorIds, latest(heirs.from, today), today],
    );
    return { made: made.length, released: await this.release(tx, scope, 'SUCCEEDED', today) };
  }

  /** What waited for a successor is owed by nobody any more. */
  async release(tx: Tx, scope: ReportScope, because: string, today: CivilDate): Promise<number> {
    const [, count] = await tx.query<Changed>(
      `update occurrence o set state = 'waived', waived_on = $4, waived_because = $5, version = o.version + 1
       where ${OF_SCOPE} and o.state = 'suspended'`,
      [scope.agreementId, scope.bodyId, scope.commitmentIds, today, because],
    );
    return count;
  }

  /** Periods that the end of a commitment cuts short are asked of nobody, unless somebody has begun to report. */
  async closeCommitment(tx: Tx, commitmentId: string, endedOn: CivilDate): Promise<number> {
    const [, count] = await tx.query<Changed>(
      `update occurrence o set state = 'waived', waived_on = $2, waived_because = 'COMMITMENT_ENDED',
         version = o.version + 1
       where o.commitment_id = $1 and o.state in ('due', 'returned') and o.window_end > $2
         and not exists (select from submission s where s.occurrence_id = o.id)`,
      [commitmentId, endedOn],
    );
    return count;
  }
}
