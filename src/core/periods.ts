import { addDays, addMonths, daysBetween, earliest, partsOf, weekdayOf, type CivilDate } from './civil-date.js';
import { fixedDate } from './due-date.js';
import { dateIn, monthsOf, periodTypeOf, windowsOfYear, yearlyKey, type YearlyType } from './period-windows.js';
import type { Cutoff, PeriodType, ReportingScheme } from './reporting-scheme.js';
import type { ScheduleRule, Window } from './schedule-rule.js';

const LAST_REPORT_YEAR = 2200;

/** NTH is counted from the anchor, TERM is the whole term, EVENT a single event. */
export type PeriodKind = PeriodType | 'NTH' | 'ONCE' | 'TERM' | 'EVENT';

/** A reporting period before entry into force cuts it; both ends included. */
export interface Period {
  readonly kind: PeriodKind;
  readonly key: string;
  readonly ordinal: number;
  readonly reportYear: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The day the count arrives at, on which a report is due when nothing else is stated. */
  readonly nthDate: CivilDate;
}

export interface PeriodFacts {
  readonly rule: ScheduleRule;
  readonly scheme: ReportingScheme | null;
  readonly inForceFrom: CivilDate;
  readonly termEnd: CivilDate | null;
}

/** The periods of a schedule that end on or after the date, in order; none for what has no interval. May go on to the year 2200. */
export function* periodsEndingFrom(facts: PeriodFacts, date: CivilDate): Generator<Period> {
  const { rule, scheme } = facts;
  const anchor = rule.anchor ?? facts.inForceFrom;
  switch (rule.frequency) {
    case 'ONCE':
      yield* once(facts, date);
      return;
    case 'END_OF_TERM':
      if (facts.termEnd !== null && facts.termEnd >= date) yield wholeTerm(facts.inForceFrom, facts.termEnd);
      return;
    case 'EVERY_N_MONTHS':
      if (rule.n !== null) yield* everyMonths(rule.n, anchor, date);
      return;
    case 'EVERY_N_YEARS':
      if (rule.n !== null) yield* everyYears(rule.n, rule.milestones, anchor, date);
      return;
    case 'WEEKLY':
      if (rule.window.kind === 'ANCHOR') yield* weeksFrom(anchor, date);
      else yield* weeks(firstWeekday(rule.window, scheme), date);
      return;
    case 'MONTHLY':
    case 'QUARTERLY':
    case 'HALF_YEARLY':
    case 'NINE_MONTHS':
    case 'YEARLY': {
      const type = periodTypeOf(rule.frequency);
      if (type === null || type === 'WEEK') return;
      if (rule.window.kind === 'ANCHOR') yield* everyMonths(monthsOf(type), anchor, date);
      else yield* ofTheYear(type, rule, scheme, date);
      return;
    }
    case 'ON_EVENT':
    case 'ON_REQUEST':
    case 'CONTINUOUS':
    case 'UNSPECIFIED':
      return;
  }
}

/** The cut-off of a schedule's periods: its own, else the scheme's, else the calendar's. */
export function cutoffOf(type: PeriodType, window: Window, scheme: ReportingScheme | null): Cutoff {
  if (window.kind === 'SHIFTED') return window;
  if (window.kind === 'SPAN') return { spans: [window] };
  return scheme?.windows[type] ?? { startDay: 1, monthOffset: 0 };
}

function* ofTheYear(
  type: YearlyType,
  rule: ScheduleRule,
  scheme: ReportingScheme | null,
  date: CivilDate,
): Generator<Period> {
  const cutoff = cutoffOf(type, rule.window, scheme);
  // One year back: a window may end in the year after the one it reports (a school year).
  for (let year = partsOf(date).year - 1; year <= LAST_REPORT_YEAR; year++) {
    for (const [i, { from, to }] of windowsOfYear(type, cutoff, year).entries()) {
      const ordinal = rule.window.kind === 'SPAN' ? (rule.included?.[0] ?? 1) : i + 1;
      if (to < date || (rule.included !== null && !rule.included.includes(ordinal))) continue;
      yield { kind: type, key: yearlyKey(type, year, ordinal), ordinal, reportYear: year, from, to, nthDate: to };
    }
  }
}

function firstWeekday(window: Window, scheme: ReportingScheme | null): number {
  if (window.kind === 'WEEK') return window.startWeekday;
  const cutoff = scheme?.windows.WEEK;
  return cutoff !== undefined && 'startDay' in cutoff ? cutoff.startDay : 1;
}

function* weeks(startWeekday: number, date: CivilDate): Generator<Period> {
  let from = addDays(date, -((weekdayOf(date) - startWeekday + 7) % 7));
  for (let to = addDays(from, 6); partsOf(to).year <= LAST_REPORT_YEAR; from = addDays(to, 1), to = addDays(to, 7)) {
    const reportYear = partsOf(to).year;
    const ordinal = Math.floor(daysBetween(`${reportYear}-01-01`, to) / 7) + 1;
    yield { kind: 'WEEK', key: `W${from}`, ordinal, reportYear, from, to, nthDate: to };
  }
}

function* weeksFrom(anchor: CivilDate, date: CivilDate): Generator<Period> {
  const first = Math.max(1, Math.floor(daysBetween(anchor, date) / 7));
  yield* counted(first, date, (n) => addDays(anchor, 7 * n));
}

function* everyMonths(step: number, anchor: CivilDate, date: CivilDate): Generator<Period> {
  const [a, b] = [partsOf(anchor), partsOf(date)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  yield* counted(Math.max(1, Math.floor(months / step)), date, (n) => addMonths(anchor, n * step));
}

function* everyYears(
  step: number,
  milestones: readonly number[] | null,
  anchor: CivilDate,
  date: CivilDate,
): Generator<Period> {
  const lastMilestone = milestones === null ? Infinity : Math.max(...milestones);
  for (const period of everyMonths(12 * step, anchor, date)) {
    if (period.ordinal * step > lastMilestone) return;
    if (milestones === null || milestones.includes(period.ordinal * step)) yield period;
  }
}

/** Periods n = 1, 2, … between the counted dates; each date is counted from the anchor alone (lesson 1). */
function* counted(first: number, date: CivilDate, nth: (n: number) => CivilDate): Generator<Period> {
  for (let n = first; ; n++) {
    const nthDate = nth(n);
    const to = addDays(nthDate, -1);
    const reportYear = partsOf(to).year;
    if (reportYear > LAST_REPORT_YEAR) return;
    if (to < date) continue;
    yield { kind: 'NTH', key: `N${String(n).padStart(3, '0')}`, ordinal: n, reportYear, from: nth(n - 1), to, nthDate };
  }
}

function* once({ rule, inForceFrom, termEnd }: PeriodFacts, date: CivilDate): Generator<Period> {
  const { anchor, window, dues } = rule;
  if (anchor === null) return;
  const reportYear = partsOf(anchor).year;
  const head = { kind: 'ONCE', key: 'ONCE', ordinal: 1, reportYear } as const;
  if (window.kind === 'SPAN') {
    const to = dateIn(window.to, reportYear);
    if (to >= date) yield { ...head, from: dateIn(window.from, reportYear), to, nthDate: to };
    return;
  }
  const due = dues[0]?.rule;
  const nthDate = due?.anchor === 'FIXED_DATE' ? fixedDate(due, reportYear) : anchor;
  // A date after the term's end is still owed: only the window stops with the term.
  const to = earliest(nthDate, termEnd ?? nthDate);
  if (to >= date) yield { ...head, from: inForceFrom, to, nthDate };
}

function wholeTerm(from: CivilDate, to: CivilDate): Period {
  return { kind: 'TERM', key: 'END', ordinal: 1, reportYear: partsOf(to).year, from, to, nthDate: to };
}
