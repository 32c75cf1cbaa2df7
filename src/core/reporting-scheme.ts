import type { Roll } from './working-calendar.js';

export const PERIOD_TYPES = ['WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'NINE_MONTHS', 'YEAR'] as const;
export type PeriodType = (typeof PERIOD_TYPES)[number];

/** A day within or beside a report year: yearOffset -1 is the year before. */
export interface MonthDay {
  readonly month: number;
  readonly day: number | 'LAST';
  readonly yearOffset: number;
}

/** Both ends included. */
export interface Span {
  readonly from: MonthDay;
  readonly to: MonthDay;
}

/**
 * When the data of a period is closed: the calendar period moved to start on startDay of the month monthOffset away
 * from its first month (NĐ 09/2019 art. 12: day 15, -1), ending the day before the next one starts; or spans written
 * out, in order, within a report year. For WEEK, startDay is the weekday 1-7 and monthOffset 0.
 */
export type Cutoff = { readonly startDay: number; readonly monthOffset: number } | { readonly spans: readonly Span[] };

export const QUALIFIERS = ['BEFORE', 'BY', 'ON', 'WITHIN'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const DUE_ANCHORS = [
  'PERIOD_LAST_MONTH',
  'NEXT_PERIOD_FIRST_MONTH',
  'FIXED_DATE',
  'CUTOFF',
  'NTH_DATE',
  'EVENT',
  'WEEKDAY',
] as const;
export type DueAnchor = (typeof DUE_ANCHORS)[number];

export const DAY_KINDS = ['CALENDAR', 'WORKING'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** The day a report is due. BEFORE excludes the named day, the others include it. */
export interface DueRule {
  readonly qualifier: Qualifier;
  /**
   * PERIOD_LAST_MONTH: `day` of the month in which the window ends. NEXT_PERIOD_FIRST_MONTH: of the month after it.
   * FIXED_DATE: `day`/`month` of the report year + `yearOffset`. CUTOFF: `nDays` after the window's end.
   * NTH_DATE: `nDays` after the date counted from the schedule's anchor. EVENT: `nDays` after the event (negative: before).
   * WEEKDAY: the last such `weekday` (1-7) of the window, and `nDays` after it (7 = "of the next week").
   */
  readonly anchor: DueAnchor;
  readonly day?: number | 'LAST';
  readonly month?: number;
  readonly yearOffset?: number;
  readonly nDays?: number;
  readonly dayKind?: DayKind;
  readonly weekday?: number;
}

/** A reporting regime as data: cut-off windows, due rules by period type (index = tier - 1), and the roll. */
export interface ReportingScheme {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** The document that sets it, as printed. */
  readonly basis: string | null;
  readonly roll: Roll;
  /** Office setting: "trước ngày D" accepts day D itself. */
  readonly beforeCountsDay: boolean;
  readonly windows: Readonly<Partial<Record<PeriodType, Cutoff>>>;
  readonly dues: Readonly<Partial<Record<PeriodType, readonly DueRule[]>>>;
}
