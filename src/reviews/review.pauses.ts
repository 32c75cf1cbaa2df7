import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';

/** How TypeORM hands back a raw UPDATE: rows, then how many were changed. */
type Changed<R = unknown> = [R[], number];

/** What a pause from `from` does to reviews: those whose last day is that day or later wait; what was late by then stays late. */
export async function suspendForPause(tx: Tx, agreementId: string, from: CivilDate): Promise<number> {
  const [, count] = await tx.query<Changed>(
    `update review set state = 'suspended', paused_on = $2, overdue_noticed_on = null, version = version + 1
     where agreement_id = $1 and state in ('due', 'planned') and overdue_from > $2`,
    [agreementId, from],
  );
  return count;
}

export interface ResumedReviews {
  resumed: number;
  cancelled: number;
}

/**
 * What the end of a pause does (`on` = first day after it): what is still to come keeps its date, and its planned day
 * unless that has passed; what fell inside is cancelled (lesson 11).
 */
export async function resumeAfterPause(tx: Tx, agreementId: string, on: CivilDate): Promise<ResumedReviews> {
  const [rows] = await tx.query<Changed<{ state: string }>>(
    `update review set version = version + 1, paused_on = null,
       state = case when overdue_from <= $2 then 'cancelled' when planned_on >= $2 then 'planned' else 'due' end
     where agreement_id = $1 and state = 'suspended' and paused_on is not null
     returning state`,
    [agreementId, on],
  );
  const cancelled = rows.filter(({ state }) => state === 'cancelled').length;
  return { resumed: rows.length - cancelled, cancelled };
}
