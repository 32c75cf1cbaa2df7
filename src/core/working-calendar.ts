import { dateOfDayNumber, dayNumber, partsOf, weekdayOfDayNumber, type CivilDate } from './civil-date.js';

export const CALENDAR_ROW_KINDS = ['HOLIDAY', 'MAKE_UP_OFF', 'SWAP_OFF', 'SWAP_WORK'] as const;
export type CalendarRowKind = (typeof CALENDAR_ROW_KINDS)[number];

/** One exception to "Monday to Friday", with the decision that set it. */
export interface CalendarRow {
  readonly date: CivilDate;
  readonly kind: CalendarRowKind;
  readonly name: string;
  readonly basis: string;
}

export const ROLLS = ['NONE', 'NEXT', 'PREVIOUS'] as const;
/** Where a last acceptable day goes that is no working day: stays, next or previous working day. */
export type Roll = (typeof ROLLS)[number];

/** Why a day is off: a row of the calendar, or a plain Saturday or Sunday. */
export type DayOff = CalendarRow | { readonly date: CivilDate; readonly weekend: true };

export interface WorkingCalendar {
  readonly isWorkingDay: (date: CivilDate) => boolean;
  /** Whether the days off of that date's year have been announced. */
  readonly isConfirmed: (date: CivilDate) => boolean;
  /** The n-th working day after the start, which is not counted (Civil Code 2015, art. 147); before it when n is negative. */
  readonly addWorkingDays: (start: CivilDate, n: number) => CivilDate;
  /** The date itself when it is worked, else the nearest working day in that direction (art. 148.5), with every day passed over. */
  readonly roll: (date: CivilDate, roll: Roll) => { on: CivilDate; because: DayOff[] };
  /** Working days after a up to and including b; for b before a, minus those from b up to but without a. */
  readonly workingDaysBetween: (a: CivilDate, b: CivilDate) => number;
}

/** The working days of an office: Monday to Friday but for the rows (Labour Code 2019, art. 111-112); lesson 12: worked Saturdays count. */
export function workingCalendar(rows: readonly CalendarRow[], confirmedYears: readonly number[]): WorkingCalendar {
  const exceptions = new Map(rows.map((row) => [dayNumber(row.date), row]));
  const confirmed = new Set(confirmedYears);

  const works = (day: number): boolean => {
    const row = exceptions.get(day);
    return row === undefined ? weekdayOfDayNumber(day) <= 5 : row.kind === 'SWAP_WORK';
  };
  const dayOff = (day: number): DayOff => exceptions.get(day) ?? { date: dateOfDayNumber(day), weekend: true };

  return {
    isWorkingDay: (date) => works(dayNumber(date)),
    isConfirmed: (date) => confirmed.has(partsOf(date).year),

    addWorkingDays(start, n) {
      const step = Math.sign(n);
      let day = dayNumber(start);
      for (let left = Math.abs(n); left > 0;) {
        day += step;
        if (works(day)) left -= 1;
      }
      return dateOfDayNumber(day);
    },

    roll(date, roll) {
      const because: DayOff[] = [];
      let day = dayNumber(date);
      if (roll === 'NONE') return { on: date, because };
      for (; !works(day); day += roll === 'NEXT' ? 1 : -1) because.push(dayOff(day));
      return { on: dateOfDayNumber(day), because };
    },

    workingDaysBetween(a, b) {
      const [from, to] = [dayNumber(a), dayNumber(b)];
      let count = 0;
      for (let day = from + 1; day <= to; day++) if (works(day)) count += 1;
      for (let day = from - 1; day >= to; day--) if (works(day)) count -= 1;
      return count;
    },
  };
}
