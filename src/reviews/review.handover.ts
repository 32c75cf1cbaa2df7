import { Injectable } from '@nestjs/common';
import { latest, type CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';
import { ReviewFlags } from './review.flags.js';

type Changed = [unknown[], number];

/** What a body hosts under some commitments of an agreement, and of the agreement itself when `whole`. */
export interface ReviewScope {
  agreementId: string;
  bodyId: string;
  commitmentIds: readonly string[];
  whole: boolean;
}

/** What becomes of the reviews and follow-ups of a body that is gone (domain §6.3). */
@Injectable()
export class ReviewHandover {
  constructor(private readonly flags: ReviewFlags) {}

  /** What these bodies would have hosted after their last day waits for a successor. */
  async suspend(tx: Tx, bodyIds: readonly string[], asOf: CivilDate): Promise<number> {
    const rows = await tx.query<{ id: string }[]>(
      `select r.id from review r join body h on h.id = r.host_id
       where r.host_id = any ($1::uuid[]) and r.state in ('due', 'planned') and r.due_on > h.valid_to`,
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
   * One body hosts, so the first successor does. A review of a fixed sequence that fell due before anybody could host it
   * is cancelled; one counted from the last held, or a final one, is the only one of its kind: it is due again, and late
   * from the day after the decision at the earliest. Open follow-ups due from then on go along.
   */
  async passOn(
    tx: Tx,
    scope: ReviewScope,
    { heir, from }: { heir: string; from: CivilDate },
    today: CivilDate,
  ): Promise<number> {
    const { agreementId, bodyId, commitmentIds, whole } = scope;
    const values = [agreementId, bodyId, commitmentIds, whole];
    await tx.query(
      `update review_cycle c set host_id = $5, version = c.version + 1 where ${ofScope('c', 'host_id')} and c.closed_on is null`,
      [...values, heir],
    );
    await tx.query(
      `update review r set state = 'cancelled', version = r.version + 1 from review_cycle c
       where ${ofScope('r', 'host_id')} and c.id = r.cycle_id and r.state = 'suspended' and r.due_on < $5
         and c.counted_from = 'ANCHOR' and r.kind <> 'FINAL_REVIEW'`,
      [...values, latest(from, today)],
    );
    const [, count] = await tx.query<Changed>(
      `update review r set host_id = h.id, overdue_from = greatest(r.overdue_from, $6::date + 1), overdue_noticed_on = null,
         state = case when h.valid_to < r.due_on or a.state not in ('in_force', 'expiring') then r.state else 'due' end,
         version = r.version + 1
       from agreement a, body h
       where ${ofScope('r', 'host_id')} and a.id = r.agreement_id and h.id = $5 and r.state = 'suspended'`,
      [...values, heir, today],
    );
    await tx.query(
      `update follow_up f set owner_id = $5, overdue_from = greatest(f.overdue_from, $7::date + 1), version = f.version + 1
       from review r where r.id = f.review_id and f.agreement_id = $1 and f.owner_id = $2 and f.state = 'open' and f.due_on >= $6
         and (r.commitment_id = any ($3::uuid[]) or ($4 and r.commitment_id is null))`,
      [...values, heir, from, today],
    );
    return count;
  }

  /** `on`: last day of the commitment; what was to be held after it is cancelled. */
  async closeCommitment(tx: Tx, commitmentId: string, on: CivilDate): Promise<number> {
    await tx.query(
      `update review_cycle set closed_on = $2, next_plan_on = null, version = version + 1
       where commitment_id = $1 and closed_on is null`,
      [commitmentId, on],
    );
    const [, count] = await tx.query<Changed>(
      `update review set state = 'cancelled', version = version + 1
       where commitment_id = $1 and due_on > $2 and state in ('due', 'planned', 'suspended')`,
      [commitmentId, on],
    );
    return count;
  }
}

function ofScope(table: string, body: string): string {
  return `${table}.agreement_id = $1 and ${table}.${body} = $2
    and (${table}.commitment_id = any ($3::uuid[]) or ($4 and ${table}.commitment_id is null))`;
}
