import { partsOf } from './civil-date.js';
import { cutoffOf } from './periods.js';
import { periodTypeOf, windowsOfYear, type DateSpan } from './period-windows.js';
import type { Refusal } from './refusal.js';
import type { DueRule, ReportingScheme } from './reporting-scheme.js';
import { daysInCommonYear, refuseSchedule } from './schedule-refusals.js';
import type { Frequency, ScheduleRule } from './schedule-rule.js';

const TEN_YEARS = 3660;

/** The first thing wrong with the due rules of a schedule, or null. */
export function checkDues(rule: ScheduleRule, scheme: ReportingScheme | null): Refusal | null {
  const seen = new Set<number>();
  for (const [i, { tier, rule: due }] of rule.dues.entries()) {
    if (!Number.isInteger(tier) || tier < 1 || seen.has(tier)) {
      return refuseSchedule('tier-unfit', { tier }, `/dues/${i}/tier`);
    }
    seen.add(tier);
    const refusal = due && checkDue(due, rule, scheme, `/dues/${i}/rule`);
    if (refusal) return refusal;
  }
  return null;
}

function checkDue(due: DueRule, rule: ScheduleRule, scheme: ReportingScheme | null, at: string): Refusal | null {
  const byEvent = rule.frequency === 'ON_EVENT' || rule.frequency === 'ON_REQUEST';
  if (byEvent !== (due.anchor === 'EVENT')) return refuseSchedule('event-unfit', {}, `${at}/anchor`);
  const days = due.nDays ?? null;
  if (days === null ? due.anchor === 'EVENT' : !Number.isInteger(days) || Math.abs(days) > TEN_YEARS) {
    return refuseSchedule('days-unfit', {}, `${at}/nDays`);
  }
  const yearOffset = due.yearOffset ?? 0;
  if (!Number.isInteger(yearOffset) || Math.abs(yearOffset) > 5) {
    return refuseSchedule('year-offset-unfit', { years: yearOffset }, `${at}/yearOffset`);
  }
  switch (due.anchor) {
    case 'FIXED_DATE':
      return checkFixedDate(due, rule, scheme, at);
    case 'PERIOD_LAST_MONTH':
      return checkDay(due, endMonths(rule, scheme), at);
    case 'NEXT_PERIOD_FIRST_MONTH':
      return checkDay(
        due,
        endMonths(rule, scheme).map((month) => (month % 12) + 1),
        at,
      );
    case 'WEEKDAY': {
      const weekday = due.weekday ?? 0;
      const real = Number.isInteger(weekday) && weekday >= 1 && weekday <= 7;
      return real ? null : refuseSchedule('weekday-unfit', { weekday }, `${at}/weekday`);
    }
    case 'CUTOFF':
    case 'NTH_DATE':
    case 'EVENT':
      return null;
  }
}

function checkFixedDate(due: DueRule, rule: ScheduleRule, scheme: ReportingScheme | null, at: string): Refusal | null {
  const month = due.month ?? 0;
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    return refuseSchedule('month-unfit', { month }, `${at}/month`);
  }
  // Without this, "6 tháng (trước 31/7)" would put the second half-year's date into its own window, five months early.
  const count = periodsAYear(rule, scheme);
  if (count > 1) return refuseSchedule('fixed-date-serves-one-period', { count }, `${at}/anchor`);
  return checkDay(due, [month], at);
}

function checkDay({ day }: DueRule, months: readonly number[], at: string): Refusal | null {
  if (day === 'LAST') return null;
  const number = day ?? null;
  if (number === null) return refuseSchedule('day-missing', {}, `${at}/day`);
  const lacking = months.find((month) => !Number.isInteger(number) || number < 1 || number > daysInCommonYear(month));
  return lacking === undefined ? null : refuseSchedule('impossible-date', { day: number, month: lacking }, `${at}/day`);
}

/** Months in which a window of the schedule can end; all twelve when that moves from one window to the next. */
function endMonths(rule: ScheduleRule, scheme: ReportingScheme | null): number[] {
  const windows = reportedWindows(rule, scheme);
  return windows === null ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : windows.map(({ to }) => partsOf(to).month);
}

const COUNTED_PER_YEAR: Partial<Record<Frequency, number>> = { WEEKLY: 52, MONTHLY: 12, QUARTERLY: 4, HALF_YEARLY: 2 };

function periodsAYear(rule: ScheduleRule, scheme: ReportingScheme | null): number {
  if (rule.frequency === 'EVERY_N_MONTHS') return Math.ceil(12 / (rule.n ?? 12));
  return reportedWindows(rule, scheme)?.length ?? COUNTED_PER_YEAR[rule.frequency] ?? 1;
}

function reportedWindows(rule: ScheduleRule, scheme: ReportingScheme | null): DateSpan[] | null {
  const type = periodTypeOf(rule.frequency);
  if (type === null || type === 'WEEK' || rule.window.kind === 'ANCHOR') return null;
  const windows = windowsOfYear(type, cutoffOf(type, rule.window, scheme), 2027);
  if (rule.window.kind === 'SPAN') return windows;
  return windows.filter((_, i) => rule.included === null || rule.included.includes(i + 1));
}
