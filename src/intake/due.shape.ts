import type { Qualifier } from '../core/reporting-scheme.js';
import type { Frequency } from '../core/schedule-rule.js';

/** A date or time limit as found in a sentence; offsets in the readable text. */
export interface Due {
  from: number;
  to: number;
  qualifier: Qualifier;
  /** Whether a word such as "trước", "chậm nhất" stands before it. */
  qualified: boolean;
  date: DueDate;
  /** "hằng năm", "hằng tháng" behind it: the interval it states itself. */
  states: Frequency | null;
}

export type DueDate =
  | { form: 'DATE'; day: number | 'LAST'; month: number; nextYear: boolean }
  | { form: 'ONCE'; day: number | 'LAST'; month: number; year: number }
  /** A day of a month that the interval tells. */
  | { form: 'DAY'; day: number | 'LAST'; of: 'LAST_MONTH' | 'NEXT_MONTH' | 'UNSAID' }
  | { form: 'WEEKDAY'; weekday: number; nextWeek: boolean }
  | { form: 'DAYS'; days: number; working: boolean; after: 'EVENT' | 'PERIOD' };
