import { addDays, type CivilDate } from './civil-date.js';
import type { Derivation } from './derivation.js';
import { dueDate, type DueDate } from './due-date.js';
import type { Period } from './periods.js';
import type { WorkingCalendar } from './working-calendar.js';

/**
 * The same duty under another calendar: its period and rule stand, only the days off are asked again (design §3.5).
 * Under the calendar it was made with it is the same date again.
 */
export function redate(derivation: Derivation, calendar: WorkingCalendar): Derivation {
  const { rule, roll, beforeCountsDay } = derivation;
  const dated = dueDate(periodOf(derivation), rule, calendar, { roll, beforeCountsDay });
  return { ...derivation, ...fieldsOf(dated) };
}

function fieldsOf({
  raw,
  on,
  because,
  unconfirmedYears,
}: DueDate): Pick<Derivation, 'raw' | 'on' | 'rolledBecause' | 'unconfirmedYear' | 'unconfirmedYears'> {
  return { raw, on, rolledBecause: because, unconfirmedYear: unconfirmedYears.length > 0, unconfirmedYears };
}

function periodOf(derivation: Derivation): Period {
  const { period, window, ordinal } = derivation;
  const { type: kind, key, reportYear } = period;
  return { kind, key, reportYear, ordinal, from: window.from, to: window.to, nthDate: nthDateOf(derivation) };
}

/** A derivation does not keep the day its count arrived at; without a rule that day is the raw due day itself. */
function nthDateOf({ rule, raw, period, window, anchor }: Derivation): CivilDate {
  if (rule === null) return raw;
  if (period.type === 'NTH') return addDays(window.to, 1);
  return period.type === 'ONCE' ? (anchor ?? window.to) : window.to;
}
