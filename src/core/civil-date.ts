import { refusalsOf } from './refusal.js';

/**
 * A civil date, 'YYYY-MM-DD'; strings compare in calendar order.
 * Plain integer arithmetic: the planner asks for millions of dates, and this is some 20 times faster than
 * Temporal.PlainDate, against which test/rules/civil-date.test.ts checks every day from 1900 to 2200.
 */
export type CivilDate = string;

const refuse = refusalsOf('date', {
  impossible: {
    status: 422,
    vi: 'Ngày không tồn tại: {day}/{month}/{year}.',
    en: 'No such date: day {day} of month {month}, {year}.',
  },
  malformed: { status: 400, vi: 'Không phải ngày dạng NĂM-THÁNG-NGÀY: {date}.', en: 'Not a YYYY-MM-DD date: {date}.' },
});

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether the text is a real date 'YYYY-MM-DD' of the years 1900 to 2200 (2026-06-31 is not). */
export function isCivilDate(text: unknown): text is CivilDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Year, month 1-12 and day of a date; refuses date.malformed. */
export function partsOf(date: CivilDate): DateParts {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  if (date.length !== 10 || Number.isNaN(year + month + day)) throw refuse('malformed', { date });
  return { year, month, day };
}

/** The date of a year, month and day ('LAST' = last day of the month); refuses date.impossible (31/06), never moves it. */
export function makeDate(year: number, month: number, day: number | 'LAST'): CivilDate {
  const exists =
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    month >= 1 &&
    month <= 12 &&
    (day === 'LAST' || (Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month)));
  if (!exists) throw refuse('impossible', { year, month, day });
  return write(year, month, day === 'LAST' ? daysInMonth(year, month) : day);
}

/** The date n calendar days later (earlier when n is negative); the start is not counted (Civil Code 2015, art. 147). */
export function addDays(date: CivilDate, n: number): CivilDate {
  return dateOfDayNumber(dayNumber(date) + n);
}

/** The corresponding day n months after the anchor, or the last day of a month that has none (Civil Code 2015, art. 148.3). */
export function addMonths(anchor: CivilDate, n: number): CivilDate {
  const { year, month, day } = partsOf(anchor);
  return clippedDate(year, month + n, day);
}

/** The corresponding day n years after the anchor; 29/02 clips to 28/02 (Civil Code 2015, art. 148.3). */
export function addYears(anchor: CivilDate, n: number): CivilDate {
  return addMonths(anchor, 12 * n);
}

/** A day of a month counted from January of the year (13 = next January), clipped to the last day of that month. */
export function clippedDate(year: number, month: number, day: number): CivilDate {
  const y = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  return write(y, m, Math.min(day, daysInMonth(y, m)));
}

/** Calendar days from a to b: 0 for the same day, negative when b is earlier. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** The last day (28-31) of a month 1-12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date of the last day of a month 1-12; refuses date.impossible. */
export function lastDayOfMonth(year: number, month: number): CivilDate {
  return makeDate(year, month, 'LAST');
}

/** Day of the week: 1 = Monday to 7 = Sunday. */
export function weekdayOf(date: CivilDate): number {
  return weekdayOfDayNumber(dayNumber(date));
}

/** The earliest of the dates given. */
export function earliest(first: CivilDate, ...others: CivilDate[]): CivilDate {
  return others.reduce((a, b) => (b < a ? b : a), first);
}

/** The latest of the dates given. */
export function latest(first: CivilDate, ...others: CivilDate[]): CivilDate {
  return others.reduce((a, b) => (b > a ? b : a), first);
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  // Years run from March, so that the leap day comes last and 153 days make five months.
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719468;
}

/** The date of a day number (inverse of dayNumber). */
export function dateOfDayNumber(n: number): CivilDate {
  const fromMarch = n + 719468;
  const era = Math.floor(fromMarch / 146097);
  const ofEra = fromMarch - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return write(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * m + 2) / 5) + 1);
}

/** Weekday of a day number: 1 = Monday to 7 = Sunday. */
export function weekdayOfDayNumber(n: number): number {
  return ((((n + 3) % 7) + 7) % 7) + 1;
}

function write(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}
