import { addDays, isCivilDate, partsOf, weekdayOf, type CivilDate } from '../core/civil-date.js';
import { Refusal } from '../core/refusal.js';
import type { CalendarRowKind, WorkingCalendar } from '../core/working-calendar.js';
import type { CalendarChange, CalendarDayAnswer, CalendarDaySetting, WorkingDaysAnswer } from './calendar.contract.js';
import { refuseCalendar } from './calendar.refusals.js';

const SATURDAY = 6;
const SUNDAY = 7;

/** A row must change something or name a holiday; a swap rests on a decision (Labour Code 2019, art. 111–112). */
export function checkDay(
  date: CivilDate,
  { kind, basis }: { kind: CalendarRowKind; basis?: string | null },
): Refusal | null {
  const weekday = weekdayOf(date);
  if (kind === 'SWAP_WORK' && weekday === SUNDAY) return refuseCalendar('sunday-not-worked', { date }, '/kind');
  if (kind === 'SWAP_WORK' && weekday < SATURDAY) return refuseCalendar('already-worked', { date }, '/kind');
  if ((kind === 'MAKE_UP_OFF' || kind === 'SWAP_OFF') && weekday === SUNDAY) {
    return refuseCalendar('already-off', { date }, '/kind');
  }
  const swapped = kind === 'SWAP_WORK' || kind === 'SWAP_OFF';
  return swapped && !basis ? refuseCalendar('basis-needed', {}, '/basis') : null;
}

/** Each day and year once, each row a sensible one; the pointer names its place in the lists. */
export function checkChange({ days = [], years = [] }: CalendarChange): Refusal | null {
  if (days.length + years.length === 0) return refuseCalendar('nothing-to-change');
  for (const [i, day] of days.entries()) {
    const fault = checkSetting(day) ?? twice(days, i);
    if (fault) return new Refusal(fault.code, fault.status, fault.facts, `/days/${i}${fault.pointer ?? ''}`);
  }
  const again = years.findIndex(({ year }, i) => years.findIndex((other) => other.year === year) < i);
  if (again < 0) return null;
  return refuseCalendar('year-twice', { year: years[again]?.year ?? 0 }, `/years/${again}/year`);
}

function checkSetting({ date, kind, name, basis }: CalendarDaySetting): Refusal | null {
  if (!kind) return null;
  return name ? checkDay(date, { kind, basis: basis ?? null }) : refuseCalendar('name-needed', { date }, '/name');
}

function twice(days: readonly CalendarDaySetting[], i: number): Refusal | null {
  const date = days[i]?.date ?? '';
  return days.findIndex((other) => other.date === date) < i ? refuseCalendar('day-twice', { date }, '/date') : null;
}

/** Whether the row makes of its day something else than the weekday says. */
export function changesDay(row: { date: CivilDate; kind: CalendarRowKind }): boolean {
  return (row.kind === 'SWAP_WORK') === weekdayOf(row.date) >= SATURDAY;
}

/** The n-th working day after (before) `from`, with the rows and unannounced years it passed over (Civil Code 2015, art. 147). */
export function countWorkingDays(
  calendar: WorkingCalendar,
  rows: readonly CalendarDayAnswer[],
  { from, add }: { from: CivilDate; add: number },
): WorkingDaysAnswer {
  const on = calendar.addWorkingDays(from, add);
  if (!isCivilDate(on)) throw refuseCalendar('counts-too-far', {}, '/add');
  const [first, last] = on < from ? [on, addDays(from, -1)] : [addDays(from, 1), on];
  const because = rows.filter((row) => first <= row.date && row.date <= last && changesDay(row));
  return { from, add, on, because, unconfirmedYears: add === 0 ? [] : unconfirmed(calendar, first, last) };
}

function unconfirmed(calendar: WorkingCalendar, first: CivilDate, last: CivilDate): number[] {
  const years: number[] = [];
  for (let { year } = partsOf(first); year <= partsOf(last).year; year++) {
    if (!calendar.isConfirmed(`${year}-01-01`)) years.push(year);
  }
  return years;
}
