import type { CivilDate } from './civil-date.js';
import { checkDues } from './due-rule-check.js';
import { periodTypeOf, windowsOfYear } from './period-windows.js';
import type { Refusal } from './refusal.js';
import type { DueRule, MonthDay, PeriodType, ReportingScheme } from './reporting-scheme.js';
import { daysInCommonYear, refuseSchedule } from './schedule-refusals.js';
import type { Roll } from './working-calendar.js';

export const FREQUENCIES = [
  'ONCE',
  'WEEKLY',
  'MONTHLY',
  'QUARTERLY',
  'EVERY_N_MONTHS',
  'HALF_YEARLY',
  'NINE_MONTHS',
  'YEARLY',
  'EVERY_N_YEARS',
  'END_OF_TERM',
  'ON_EVENT',
  'ON_REQUEST',
  'CONTINUOUS',
  'UNSPECIFIED',
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** What a report covers. SPAN lies within a report year ("Quý IV hằng năm", a school year); ANCHOR counts from the anchor. */
export type Window =
  | { readonly kind: 'SCHEME' }
  | { readonly kind: 'SHIFTED'; readonly startDay: number; readonly monthOffset: number }
  | { readonly kind: 'SPAN'; readonly from: MonthDay; readonly to: MonthDay }
  | { readonly kind: 'WEEK'; readonly startWeekday: number }
  | { readonly kind: 'ANCHOR' };

export interface TierDue {
  /** 1 = first to report; the next tier consolidates. */
  readonly tier: number;
  /** null = as the reporting scheme says for that tier. */
  readonly rule: DueRule | null;
}

export interface ScheduleRule {
  readonly frequency: Frequency;
  /** N of EVERY_N_MONTHS and EVERY_N_YEARS. */
  readonly n: number | null;
  /** Ordinals within the year that are reported (quarters [1, 3]); null = all. */
  readonly included: readonly number[] | null;
  /** EVERY_N_YEARS: only at these years from the anchor ([5, 10]); null = all. */
  readonly milestones: readonly number[] | null;
  /** What is counted from; the date itself (or its year) for ONCE; null = entry into force. */
  readonly anchor: CivilDate | null;
  readonly window: Window;
  /** Empty = one tier, due as the scheme says. */
  readonly dues: readonly TierDue[];
  /** null = as the scheme says, and without a scheme NEXT (Civil Code 2015, art. 148.5). */
  readonly roll: Roll | null;
}

/** Whether dates follow from the frequency alone; false for ON_EVENT, ON_REQUEST, CONTINUOUS and UNSPECIFIED. */
export function hasInterval(frequency: Frequency): boolean {
  return !['ON_EVENT', 'ON_REQUEST', 'CONTINUOUS', 'UNSPECIFIED'].includes(frequency);
}

/** The first thing wrong with a rule (schedule.*, 422, with its pointer), or null; impossible dates are refused, never moved (G43). */
export function checkRule(rule: ScheduleRule, scheme: ReportingScheme | null = null): Refusal | null {
  return checkCount(rule) ?? checkWindow(rule) ?? checkIncluded(rule, scheme) ?? checkDues(rule, scheme);
}

function checkCount(rule: ScheduleRule): Refusal | null {
  const { frequency, n, milestones } = rule;
  if (frequency === 'ONCE' && rule.anchor === null) return refuseSchedule('anchor-missing', {}, '/anchor');
  const counted = frequency === 'EVERY_N_MONTHS' || frequency === 'EVERY_N_YEARS';
  if (counted && n === null) return refuseSchedule('n-missing', {}, '/n');
  if (n !== null && (!counted || !Number.isInteger(n) || n < 1 || n > 120)) {
    return refuseSchedule('n-unfit', { n }, '/n');
  }
  if (milestones === null) return null;
  if (frequency !== 'EVERY_N_YEARS' || milestones.length === 0) {
    return refuseSchedule('milestones-unfit', { frequency }, '/milestones');
  }
  const stray = milestones.findIndex((years) => !Number.isInteger(years) || years < 1 || years % (n ?? 1) !== 0);
  if (stray < 0) return null;
  return refuseSchedule('milestone-no-multiple', { years: milestones[stray] ?? 0, n: n ?? 1 }, `/milestones/${stray}`);
}

function checkWindow({ window, frequency, included }: ScheduleRule): Refusal | null {
  const type = periodTypeOf(frequency);
  if (window.kind === 'WEEK') {
    if (type !== 'WEEK') return refuseSchedule('window-unfit', { window: window.kind, frequency }, '/window');
    const { startWeekday } = window;
    const real = Number.isInteger(startWeekday) && startWeekday >= 1 && startWeekday <= 7;
    return real ? null : refuseSchedule('weekday-unfit', { weekday: startWeekday }, '/window/startWeekday');
  }
  if (window.kind === 'SHIFTED') {
    if (type === null || type === 'WEEK') {
      return refuseSchedule('window-unfit', { window: window.kind, frequency }, '/window');
    }
    const { startDay, monthOffset } = window;
    if (!Number.isInteger(startDay) || startDay < 1 || startDay > 28) {
      return refuseSchedule('start-day-unfit', { day: startDay }, '/window/startDay');
    }
    const near = Number.isInteger(monthOffset) && Math.abs(monthOffset) <= 11;
    return near ? null : refuseSchedule('month-offset-unfit', { months: monthOffset }, '/window/monthOffset');
  }
  if (window.kind !== 'SPAN') return null;
  const single = frequency === 'ONCE' || type === 'YEAR' || type === 'NINE_MONTHS' || included?.length === 1;
  if (!single || type === 'WEEK') {
    return refuseSchedule('window-unfit', { window: window.kind, frequency }, '/window');
  }
  return checkMonthDay(window.from, '/window/from') ?? checkMonthDay(window.to, '/window/to') ?? checkOrder(window);
}

function checkMonthDay(at: MonthDay, pointer: string): Refusal | null {
  const { month, day, yearOffset } = at;
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    return refuseSchedule('month-unfit', { month }, `${pointer}/month`);
  }
  if (day !== 'LAST' && (!Number.isInteger(day) || day < 1 || day > daysInCommonYear(month))) {
    return refuseSchedule('impossible-date', { day, month }, `${pointer}/day`);
  }
  if (Number.isInteger(yearOffset) && Math.abs(yearOffset) <= 1) return null;
  return refuseSchedule('year-offset-unfit', { years: yearOffset }, `${pointer}/yearOffset`);
}

function checkOrder({ from, to }: { from: MonthDay; to: MonthDay }): Refusal | null {
  const place = (at: MonthDay): number => (at.yearOffset * 12 + at.month) * 31 + (at.day === 'LAST' ? 31 : at.day);
  return place(from) <= place(to) ? null : refuseSchedule('window-ends-before-it-starts', {}, '/window/to');
}

function checkIncluded(rule: ScheduleRule, scheme: ReportingScheme | null): Refusal | null {
  if (rule.included === null) return null;
  const type = periodTypeOf(rule.frequency);
  if (type === null || type === 'WEEK' || rule.window.kind === 'ANCHOR' || rule.included.length === 0) {
    return refuseSchedule('included-unfit', { frequency: rule.frequency }, '/included');
  }
  const count = periodsPerYear(type, scheme);
  const stray = rule.included.findIndex((ordinal) => !Number.isInteger(ordinal) || ordinal < 1 || ordinal > count);
  if (stray < 0) return null;
  return refuseSchedule('no-such-period', { ordinal: rule.included[stray] ?? 0, count }, `/included/${stray}`);
}

function periodsPerYear(type: Exclude<PeriodType, 'WEEK'>, scheme: ReportingScheme | null): number {
  const nominal = windowsOfYear(type, { startDay: 1, monthOffset: 0 }, 2027).length;
  const own = scheme?.windows[type];
  return own === undefined ? nominal : Math.max(nominal, windowsOfYear(type, own, 2027).length);
}
