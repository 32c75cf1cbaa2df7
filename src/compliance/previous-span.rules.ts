import { addDays, addMonths, daysBetween, lastDayOfMonth, partsOf, type CivilDate } from '../core/civil-date.js';

export interface Span {
  from: CivilDate;
  to: CivilDate;
}

/** The span of the same length before: as many whole months before whole months, else as many days. */
export function previousSpan({ from, to }: Span): Span {
  const before = addDays(from, -1);
  const start = partsOf(from);
  const end = partsOf(to);
  if (start.day !== 1 || to !== lastDayOfMonth(end.year, end.month)) {
    return { from: addDays(before, -daysBetween(from, to)), to: before };
  }
  const months = (end.year - start.year) * 12 + end.month - start.month + 1;
  return { from: addMonths(from, -months), to: before };
}
