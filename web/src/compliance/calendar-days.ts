import { daysAfter } from '../ui/today.js';

export const VIEWS = ['month', 'list', 'quarter'] as const;
export type View = (typeof VIEWS)[number];

export interface Span {
  from: string;
  to: string;
}

const MONTHS_OF_QUARTER = 3;
const two = (number: number): string => String(number).padStart(2, '0');

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Weekday = (typeof WEEKDAYS)[number];

/** 0 = Monday … 6 = Sunday. */
function placeInWeek(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

export function weekdayOf(day: string): Weekday {
  return WEEKDAYS[placeInWeek(day)] ?? 'mon';
}

/** The same day some months away; the last of a month that is shorter. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return `${last.getUTCFullYear()}-${two(last.getUTCMonth() + 1)}-${two(Math.min(date, last.getUTCDate()))}`;
}

export function monthOf(day: string): Span {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: daysAfter(monthsAfter(from, 1), -1) };
}

export function quarterOf(day: string): Span & { quarter: number; year: number } {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const quarter = Math.ceil(month / MONTHS_OF_QUARTER);
  const from = `${year}-${two(quarter * MONTHS_OF_QUARTER - 2)}-01`;
  return { quarter, year, from, to: daysAfter(monthsAfter(from, MONTHS_OF_QUARTER), -1) };
}

export function weekOf(day: string): Span {
  const from = daysAfter(day, -placeInWeek(day));
  return { from, to: daysAfter(from, 6) };
}

export function daysOf({ from, to }: Span): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = daysAfter(day, 1)) days.push(day);
  return days;
}

/** Whole weeks that hold the month of the day. */
export function weeksOf(day: string): string[][] {
  const { from, to } = monthOf(day);
  const days = daysOf({ from: weekOf(from).from, to: weekOf(to).to });
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** Where a key leads from a day; null: nowhere. */
export function dayByKey(day: string, key: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return daysAfter(day, -1);
    case 'ArrowRight':
      return daysAfter(day, 1);
    case 'ArrowUp':
      return daysAfter(day, -7);
    case 'ArrowDown':
      return daysAfter(day, 7);
    case 'Home':
      return weekOf(day).from;
    case 'End':
      return weekOf(day).to;
    case 'PageUp':
      return monthsAfter(day, -1);
    case 'PageDown':
      return monthsAfter(day, 1);
    default:
      return null;
  }
}
