import type { CivilDate } from './civil-date.js';
import type { PeriodKind } from './periods.js';
import type { DueRule } from './reporting-scheme.js';
import type { DayOff, Roll } from './working-calendar.js';

/** "Why this date?" as data; derivation-words.ts says it in sentences. */
export interface Derivation {
  /** What was counted from, when the dates are counted. */
  readonly anchor: CivilDate | null;
  readonly ordinal: number;
  readonly period: { readonly type: PeriodKind; readonly key: string; readonly reportYear: number };
  readonly window: { readonly from: CivilDate; readonly to: CivilDate; readonly cutByEntryIntoForce: boolean };
  /** null = no due date is stated. */
  readonly rule: DueRule | null;
  readonly ruleSource: 'SCHEDULE' | 'SCHEME' | 'NONE';
  readonly schemeCode: string | null;
  /** Whether "trước ngày D" was taken to accept day D. */
  readonly beforeCountsDay: boolean;
  /** The last acceptable day before it rolled, and after. */
  readonly raw: CivilDate;
  readonly on: CivilDate;
  readonly roll: Roll;
  readonly rolledBecause: readonly DayOff[];
  /** Whether days off were asked for that are not announced yet, and of which years. */
  readonly unconfirmedYear: boolean;
  readonly unconfirmedYears: readonly number[];
}
