import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';

/** How TypeORM hands back a raw UPDATE: rows, then how many were changed. */
type Changed<R = unknown> = [R[], number];

/**
 * What a pause from `from` does to due reports: those whose last day (the agreed one, if extended) is that day or later
 * wait; what was late by then stays late, whenever the pause is entered.
 */
export async function suspendForPause(tx: Tx, agreementId: string, from: CivilDate): Promise<number> {
  const [, count] = await tx.query<Changed>(
    `update occurrence set state = 'suspended', suspended_on = $2, suspended_because = 'AGREEMENT_PAUSED',
       overdue_noticed_on = null, version = version + 1
     where agreement_id = $1 and state in ('due', 'returned') and overdue_from > $2`,
    [agreementId, from],
  );
  return count;
}

export interface ResumedReports {
  resumed: number;
  waived: number;
}

/**
 * What the end of a pause does (`on` = first day after it): what is still to come keeps its dates, what fell inside is
 * not asked for, so that nothing fires at once (lesson 11). A returned report was filed in time and stays: its days to
 * send it again run on where they stopped.
 */
export async function resumeAfterPause(
  tx: Tx,
  agreementId: string,
  { from, on }: { from: CivilDate; on: CivilDate },
): Promise<ResumedReports> {
  const [rows] = await tx.query<Changed<{ state: string }>>(
    `update occurrence o set version = o.version + 1, suspended_on = null, suspended_because = null,
       state = case when filed then 'returned' when ahead then 'due' else 'waived' end,
       overdue_from = case when filed and not ahead then overdue_from + ($3::date - $2::date) else overdue_from end,
       waived_on = case when not filed and not ahead then $3::date end,
       waived_because = case when not filed and not ahead then 'AGREEMENT_PAUSED' end
     from (select id, first_filed_on is not null as filed, overdue_from > $3::date as ahead from occurrence
       where agreement_id = $1 and state = 'suspended' and suspended_because = 'AGREEMENT_PAUSED'
       for no key update) x
     where o.id = x.id
     returning state`,
    [agreementId, from, on],
  );
  const waived = rows.filter(({ state }) => state === 'waived').length;
  return { resumed: rows.length - waived, waived };
}
