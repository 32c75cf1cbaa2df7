import { addDays, earliest, latest, makeDate, partsOf, weekdayOf, type CivilDate } from './civil-date.js';
import type { Period } from './periods.js';
import type { DueRule } from './reporting-scheme.js';
import type { DayOff, Roll, WorkingCalendar } from './working-calendar.js';

export interface DueSettings {
  readonly roll: Roll;
  /** Whether "trước ngày D" accepts day D itself. */
  readonly beforeCountsDay: boolean;
}

export interface DueDate {
  /** The last acceptable day before it rolls. */
  readonly raw: CivilDate;
  /** The last acceptable day. */
  readonly on: CivilDate;
  readonly because: readonly DayOff[];
  /** Years whose days off were asked for but are not announced yet. */
  readonly unconfirmedYears: readonly number[];
}

/**
 * The last acceptable day: D - 1 for "trước ngày D", D for "chậm nhất ngày D" (design §3.4); only this day rolls, never
 * the window. Without a rule, the day the period's count arrives at. Refuses date.impossible.
 */
export function dueDate(
  period: Period,
  rule: DueRule | null,
  calendar: WorkingCalendar,
  settings: DueSettings,
): DueDate {
  const base = rule === null ? period.nthDate : countedFrom(period, rule);
  const inWorkingDays = rule?.dayKind === 'WORKING' && (rule.nDays ?? 0) !== 0;
  const named = inWorkingDays ? calendar.addWorkingDays(base, rule.nDays ?? 0) : addDays(base, rule?.nDays ?? 0);
  const raw = rule?.qualifier === 'BEFORE' && !settings.beforeCountsDay ? addDays(named, -1) : named;
  const { on, because } = calendar.roll(raw, settings.roll);

  const consulted = [...(inWorkingDays ? [base, named] : []), ...(settings.roll === 'NONE' ? [] : [raw, on])];
  return { raw, on, because, unconfirmedYears: unconfirmed(consulted, calendar) };
}

/** The fixed date of a rule in or beside the report year; refuses date.impossible (31/06). */
export function fixedDate(rule: DueRule, reportYear: number): CivilDate {
  return makeDate(reportYear + (rule.yearOffset ?? 0), rule.month ?? 0, rule.day ?? 0);
}

/** The day a rule names, before its number of days is added. */
function countedFrom(period: Period, rule: DueRule): CivilDate {
  switch (rule.anchor) {
    case 'PERIOD_LAST_MONTH': {
      const { year, month } = partsOf(period.to);
      return makeDate(year, month, rule.day ?? 0);
    }
    case 'NEXT_PERIOD_FIRST_MONTH': {
      const { year, month } = partsOf(period.to);
      return makeDate(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, rule.day ?? 0);
    }
    case 'FIXED_DATE':
      return fixedDate(rule, period.reportYear);
    case 'WEEKDAY':
      return addDays(period.to, -((weekdayOf(period.to) - (rule.weekday ?? 7) + 7) % 7));
    case 'NTH_DATE':
      return period.nthDate;
    case 'CUTOFF':
    case 'EVENT':
      return period.to;
  }
}

function unconfirmed([first, ...others]: CivilDate[], calendar: WorkingCalendar): number[] {
  if (first === undefined) return [];
  const years: number[] = [];
  const lastYear = partsOf(latest(first, ...others)).year;
  for (let { year } = partsOf(earliest(first, ...others)); year <= lastYear; year++) {
    if (!calendar.isConfirmed(`${year}-01-01`)) years.push(year);
  }
  return years;
}
