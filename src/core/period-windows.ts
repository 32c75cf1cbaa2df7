import { addDays, clippedDate, makeDate, type CivilDate } from './civil-date.js';
import type { Cutoff, MonthDay, PeriodType } from './reporting-scheme.js';
import type { Frequency } from './schedule-rule.js';

/** Both ends included. */
export interface DateSpan {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export type YearlyType = Exclude<PeriodType, 'WEEK'>;

const TYPE_OF: Partial<Record<Frequency, PeriodType>> = {
  WEEKLY: 'WEEK',
  MONTHLY: 'MONTH',
  QUARTERLY: 'QUARTER',
  HALF_YEARLY: 'HALF_YEAR',
  NINE_MONTHS: 'NINE_MONTHS',
  YEARLY: 'YEAR',
};

const MONTHS_OF: Record<YearlyType, number> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, NINE_MONTHS: 9, YEAR: 12 };

const KEY_TAIL: Record<YearlyType, (ordinal: number) => string> = {
  MONTH: (m) => `M${m < 10 ? '0' : ''}${m}`,
  QUARTER: (q) => `Q${q}`,
  HALF_YEAR: (h) => `H${h}`,
  NINE_MONTHS: (n) => (n === 1 ? '9M' : `9M${n}`),
  YEAR: (n) => (n === 1 ? 'Y' : `Y${n}`),
};

/** The period type a frequency repeats, or null when it repeats none of the calendar. */
export function periodTypeOf(frequency: Frequency): PeriodType | null {
  return TYPE_OF[frequency] ?? null;
}

/** Months of one period of the type. */
export function monthsOf(type: YearlyType): number {
  return MONTHS_OF[type];
}

/** The stable name of the period, by the year it reports: '2026-M06', '2026-Q3', '2026-H1', '2026-9M', '2026-Y' ('2026-Y2' = supplement). */
export function yearlyKey(type: YearlyType, reportYear: number, ordinal: number): string {
  return `${reportYear}-${KEY_TAIL[type](ordinal)}`;
}

/** The windows that report the year, in order, both ends included (NĐ 09/2019 art. 12: year 2026 = 15/12/2025 to 14/12/2026). */
export function windowsOfYear(type: YearlyType, cutoff: Cutoff, year: number): DateSpan[] {
  if ('spans' in cutoff) {
    return cutoff.spans.map((span) => ({ from: dateIn(span.from, year), to: dateIn(span.to, year) }));
  }
  const { startDay, monthOffset } = cutoff;
  const length = MONTHS_OF[type];
  const windows: DateSpan[] = [];
  for (let month = 1; month + length <= 13; month += length) {
    const from = clippedDate(year, month + monthOffset, startDay);
    windows.push({ from, to: addDays(clippedDate(year, month + monthOffset + length, startDay), -1) });
  }
  return windows;
}

/** The date of a month and day beside a report year; refuses date.impossible. */
export function dateIn(at: MonthDay, reportYear: number): CivilDate {
  return makeDate(reportYear + at.yearOffset, at.month, at.day);
}
