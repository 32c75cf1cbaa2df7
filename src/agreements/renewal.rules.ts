import { addDays, addMonths, type CivilDate } from '../core/civil-date.js';
import type { WorkingCalendar } from '../core/working-calendar.js';
import type { Agreement } from './agreement.entity.js';

/**
 * The next term end of a tacit renewal: the n-th multiple counted from the first term end, so that 31/01 gives 28/02 and
 * then 31/03 (lesson 1; Civil Code 2015, art. 148.3).
 */
export function nextTermEnd(first: CivilDate, months: number, termTo: CivilDate): CivilDate {
  let n = 1;
  while (addMonths(first, n * months) <= termTo) n += 1;
  return addMonths(first, n * months);
}

export type NoticeFacts = Pick<Agreement, 'renewal' | 'termTo' | 'noticeDays' | 'noticeDayKind'>;

/**
 * The last day on which a party may say that it will not go on: so many days before the last day of the term, which is
 * not counted (Civil Code 2015, art. 147). Counted backwards, it does not roll. Null where nothing renews by itself.
 */
export function lastNoticeDay(
  { renewal, termTo, noticeDays, noticeDayKind }: NoticeFacts,
  calendar: Pick<WorkingCalendar, 'addWorkingDays'> | null,
): CivilDate | null {
  if (renewal !== 'TACIT' || termTo === null) return null;
  const days = noticeDays ?? 0;
  if (days === 0) return termTo;
  if (noticeDayKind === 'CALENDAR') return addDays(termTo, -days);
  return calendar?.addWorkingDays(termTo, -days) ?? null;
}
