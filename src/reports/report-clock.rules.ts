import { addDays, daysBetween, earliest, type CivilDate } from '../core/civil-date.js';
import type { Occurrence } from './occurrence.entity.js';

/** One filing as the clock sees it. */
export interface Round {
  filedOn: CivilDate;
  /** Day on which it was accepted or returned. */
  decidedOn: CivilDate | null;
  returned: boolean;
}

export interface SplitClock {
  reporterDays: number;
  reviewerDays: number;
}

type Dates = Pick<Occurrence, 'windowStart' | 'windowEnd' | 'dueOn'>;

/**
 * Whose days they were (lesson 11, the split clock): the reporter's from the day after the window, or from its first day
 * when the report is due before the window is over, to the filing, and from each return to the next filing; the
 * reviewer's from each filing to its acceptance or return. An open stretch runs to `until`. The SQL is
 * report-clock.sql.ts.
 */
export function splitClock(dates: Dates, rounds: readonly Round[], until: CivilDate): SplitClock {
  let reporterDays = 0;
  let reviewerDays = 0;
  let reporterFrom: CivilDate | null = eveOf(dates);
  for (const { filedOn, decidedOn, returned } of rounds) {
    if (reporterFrom !== null) reporterDays += stretch(reporterFrom, filedOn);
    reviewerDays += stretch(filedOn, decidedOn ?? until);
    reporterFrom = returned ? decidedOn : null;
  }
  if (reporterFrom !== null) reporterDays += stretch(reporterFrom, until);
  return { reporterDays, reviewerDays };
}

/** What ends the clock of a report that nobody waits for any more. */
export function clockEnd(
  { waivedOn, suspendedOn }: Pick<Occurrence, 'waivedOn' | 'suspendedOn'>,
  today: CivilDate,
): CivilDate {
  return earliest(today, waivedOn ?? today, suspendedOn ?? today);
}

/** The day before the reporter's first. */
function eveOf({ windowStart, windowEnd, dueOn }: Dates): CivilDate {
  return dueOn > windowEnd ? windowEnd : addDays(windowStart, -1);
}

/** A paper may count on a day before the one that set its clock going: no days then. */
function stretch(from: CivilDate, to: CivilDate): number {
  return Math.max(0, daysBetween(from, to));
}
