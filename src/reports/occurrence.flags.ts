import { Injectable } from '@nestjs/common';
import { isPausedSql } from '../agreements/pause.rows.js';
import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';

/** How TypeORM hands back a raw UPDATE: rows, then how many were changed. */
type Changed = [unknown[], number];

const ORPHANS = `b.id = o.body_id and b.valid_to < $1 and b.valid_to < o.due_on and o.state in ('due', 'returned')`;

const LATE = `o.state in ('due', 'returned') and o.overdue_from <= $1 and o.overdue_noticed_on is null
  and not ${isPausedSql('o.agreement_id')}`;

const ONLY = `($2::uuid[] is null or o.id = any ($2::uuid[]))`;

/** What a passing day does to due reports: one statement each, the same again changes nothing. `only` narrows to some rows. */
@Injectable()
export class OccurrenceFlags {
  /** Reports of bodies that are gone before they fall due wait for a successor (domain §6.3.3); before noticeOverdue. */
  async suspendOrphans(tx: Tx, asOf: CivilDate, only: readonly string[] | null = null): Promise<number> {
    const [, count] = await tx.query<Changed>(
      `update occurrence o set state = 'suspended', suspended_on = b.valid_to + 1,
         suspended_because = 'AWAITING_SUCCESSOR', version = o.version + 1
       from body b where ${ORPHANS} and ${ONLY}`,
      [asOf, only],
    );
    return count;
  }

  /** Whom suspendOrphans would change. */
  orphanIds(tx: Tx, asOf: CivilDate): Promise<string[]> {
    return ids(tx, `select o.id from occurrence o, body b where ${ORPHANS} order by o.id`, asOf);
  }

  /** Records that a late report was noticed: it is late without it, and nobody's edit is disturbed, so no new version. */
  async noticeOverdue(tx: Tx, asOf: CivilDate, only: readonly string[] | null = null): Promise<number> {
    const [, count] = await tx.query<Changed>(
      `update occurrence o set overdue_noticed_on = $1 where ${LATE} and ${ONLY}`,
      [asOf, only],
    );
    return count;
  }

  /** Which noticeOverdue would change. */
  overdueIds(tx: Tx, asOf: CivilDate): Promise<string[]> {
    return ids(tx, `select o.id from occurrence o where ${LATE} order by o.id`, asOf);
  }

  /**
   * Periods that the end of an agreement cuts short are not asked for, unless somebody has begun to report; and its
   * schedules leave the night's list. What waited for a successor waits no longer. `endedOn` is the last day in force.
   */
  async closeAfterEnd(tx: Tx, agreementId: string, endedOn: CivilDate): Promise<number> {
    const [, count] = await tx.query<Changed>(
      `with stopped as (
         update schedule s set next_plan_on = null from commitment c
         where c.id = s.commitment_id and c.agreement_id = $1 and s.next_plan_on is not null)
       update occurrence o set state = 'waived', waived_on = $2, waived_because = 'AGREEMENT_ENDED',
         version = o.version + 1
       where o.agreement_id = $1 and (o.state in ('due', 'returned') and o.window_end > $2 and o.overdue_from > $2
            and not exists (select from submission s where s.occurrence_id = o.id)
          or o.state = 'suspended' and o.suspended_because = 'AWAITING_SUCCESSOR')`,
      [agreementId, endedOn],
    );
    return count;
  }
}

async function ids(tx: Tx, sql: string, asOf: CivilDate): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(sql, [asOf]);
  return rows.map(({ id }) => id);
}
