import { Injectable } from '@nestjs/common';
import { isPausedSql } from '../agreements/pause.rows.js';
import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';

/** How TypeORM hands back a raw UPDATE: rows, then how many were changed. */
type Changed = [unknown[], number];
type Only = readonly string[] | null;

const ORPHANS = `h.id = r.host_id and h.valid_to < $1 and h.valid_to < r.due_on and r.state in ('due', 'planned')`;

const LATE_REVIEWS = `r.state in ('due', 'planned') and r.overdue_from <= $1 and r.overdue_noticed_on is null
  and not ${isPausedSql('r.agreement_id')}`;

const LATE_FOLLOW_UPS = `f.state = 'open' and f.overdue_from <= $1 and f.overdue_noticed_on is null`;

function onlySql(id: string): string {
  return `($2::uuid[] is null or ${id} = any ($2::uuid[]))`;
}

/** What a passing day does to reviews and follow-ups: one statement each, the same again changes nothing. `only` narrows to some rows. */
@Injectable()
export class ReviewFlags {
  /** Reviews whose host is gone before they fall due wait for a successor (domain §6.3); before noticeOverdue. */
  suspendOrphans(tx: Tx, asOf: CivilDate, only: Only = null): Promise<number> {
    return changed(
      tx,
      `update review r set state = 'suspended', version = r.version + 1 from body h
       where ${ORPHANS} and ${onlySql('r.id')}`,
      [asOf, only],
    );
  }

  /** Which suspendOrphans would change. */
  orphanIds(tx: Tx, asOf: CivilDate): Promise<string[]> {
    return ids(tx, `select r.id from review r, body h where ${ORPHANS} order by r.id`, asOf);
  }

  /** Records that a late review was noticed: it is late without it, and nobody's edit is disturbed, so no new version. */
  noticeOverdue(tx: Tx, asOf: CivilDate, only: Only = null): Promise<number> {
    return changed(tx, `update review r set overdue_noticed_on = $1 where ${LATE_REVIEWS} and ${onlySql('r.id')}`, [
      asOf,
      only,
    ]);
  }

  /** Which noticeOverdue would change. */
  overdueIds(tx: Tx, asOf: CivilDate): Promise<string[]> {
    return ids(tx, `select r.id from review r where ${LATE_REVIEWS} order by r.id`, asOf);
  }

  /** The same for follow-ups. */
  noticeOverdueFollowUps(tx: Tx, asOf: CivilDate, only: Only = null): Promise<number> {
    return changed(
      tx,
      `update follow_up f set overdue_noticed_on = $1 where ${LATE_FOLLOW_UPS} and ${onlySql('f.id')}`,
      [asOf, only],
    );
  }

  /** Which noticeOverdueFollowUps would change. */
  overdueFollowUpIds(tx: Tx, asOf: CivilDate): Promise<string[]> {
    return ids(tx, `select f.id from follow_up f where ${LATE_FOLLOW_UPS} order by f.id`, asOf);
  }

  /**
   * Closes the cycles of an agreement that has ended and cancels what was due only after its last day; a final review
   * stays, since it looks back. Follow-ups stay too: what a review asked for is not undone by the end.
   */
  async cancelAfterEnd(tx: Tx, agreementId: string, endedOn: CivilDate): Promise<number> {
    // Cycles before reviews, in the order of the verbs.
    await tx.query(
      `update review_cycle set closed_on = $2, next_plan_on = null, version = version + 1
       where agreement_id = $1 and closed_on is null`,
      [agreementId, endedOn],
    );
    return changed(
      tx,
      `update review set state = 'cancelled', version = version + 1
       where agreement_id = $1 and due_on > $2 and kind <> 'FINAL_REVIEW' and state in ('due', 'planned', 'suspended')`,
      [agreementId, endedOn],
    );
  }
}

async function changed(tx: Tx, sql: string, values: unknown[]): Promise<number> {
  const [, count] = await tx.query<Changed>(sql, values);
  return count;
}

async function ids(tx: Tx, sql: string, asOf: CivilDate): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(sql, [asOf]);
  return rows.map(({ id }) => id);
}
