import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';

/** How TypeORM hands back a raw UPDATE: rows, then how many were changed. */
type Changed = [unknown[], number];

/** What a passing day does to due reports: one statement each, the same again changes nothing. */
@Injectable()
export class OccurrenceFlags {
  /** Reports of bodies that are gone before they fall due wait for a successor (domain §6.3.3); before noticeOverdue. */
  async suspendOrphans(tx: Tx, asOf: CivilDate): Promise<number> {
    const [, count] = await tx.query<Changed>(
      `update occurrence o set state = 'suspended', suspended_on = b.valid_to + 1,
         suspended_because = 'AWAITING_SUCCESSOR', version = o.version + 1
       from body b
       where b.id = o.body_id and b.valid_to < $1 and b.valid_to < o.due_on and o.state in ('due', 'returned')`,
      [asOf],
    );
    return count;
  }

  /** Records that a late report was noticed; that it is late is true without it. Nobody's edit is disturbed: no new version. */
  async noticeOverdue(tx: Tx, asOf: CivilDate): Promise<number> {
    const [, count] = await tx.query<Changed>(
      `update occurrence set overdue_noticed_on = $1
       where state in ('due', 'returned') and overdue_from <= $1 and overdue_noticed_on is null`,
      [asOf],
    );
    return count;
  }

  /** Periods that the end of an agreement cuts short are not asked for, unless somebody has begun to report. */
  async closeAfterEnd(tx: Tx, agreementId: string, endedOn: CivilDate): Promise<number> {
    const [, count] = await tx.query<Changed>(
      `update occurrence o set state = 'waived', waived_on = $2, waived_because = 'AGREEMENT_ENDED',
         version = o.version + 1
       where o.agreement_id = $1 and o.state in ('due', 'returned') and o.window_end > $2
         and not exists (select from submission s where s.occurrence_id = o.id)`,
      [agreementId, endedOn],
    );
    return count;
  }
}
