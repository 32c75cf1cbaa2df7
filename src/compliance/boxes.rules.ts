import { daysBetween, type CivilDate } from '../core/civil-date.js';
import type { Refusal } from '../core/refusal.js';
import { refuseCompliance } from './compliance.refusals.js';

export const BOXES = ['doneOnTime', 'doneLate', 'inTerm', 'overdue', 'suspended', 'waived'] as const;
/** Four boxes that make the total; suspended and waived stand outside (domain §4.1, §10.2). */
export type Box = (typeof BOXES)[number];

export interface Boxes {
  readonly doneOnTime: number;
  readonly doneLate: number;
  readonly inTerm: number;
  readonly overdue: number;
  readonly total: number;
}

export interface Counts extends Boxes {
  readonly suspended: number;
  readonly waived: number;
  /** Within `inTerm`. */
  readonly dueToday: number;
  /** Done by the date before any extension. */
  readonly doneOnTimeOriginal: number;
}

/** A set whose four boxes are not its total is never shown (domain §4.1: Đà Nẵng 2022 printed one). */
export function checkBoxes({ doneOnTime, doneLate, inTerm, overdue, total }: Boxes): Refusal | null {
  if (doneOnTime + doneLate + inTerm + overdue === total) return null;
  return refuseCompliance('boxes-do-not-add-up', { doneOnTime, doneLate, inTerm, overdue, total });
}

const COUNTED = [
  'doneOnTime',
  'doneLate',
  'inTerm',
  'overdue',
  'total',
  'suspended',
  'waived',
  'dueToday',
  'doneOnTimeOriginal',
] as const;

/** Every row adds up, and the rows add up to the totals, column by column. */
export function checkTable(rows: readonly Counts[], totals: Counts): Refusal | null {
  for (const counts of [...rows, totals]) {
    const fault = checkBoxes(counts);
    if (fault) return fault;
  }
  for (const column of COUNTED) {
    const sum = rows.reduce((before, row) => before + row[column], 0);
    if (sum !== totals[column]) return refuseCompliance('rows-do-not-add-up', { sum, total: totals[column] });
  }
  return null;
}

/** Percent with two decimals, a half rounded up: 16,051 of 21,914 = 73.25; null of nothing. */
export function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 10_000) / whole) / 100;
}

/** Done of all, and on time of what is done. */
export function ratesOf(boxes: Boxes): { completionRate: number | null; onTimeRate: number | null } {
  const done = boxes.doneOnTime + boxes.doneLate;
  return { completionRate: rate(done, boxes.total), onTimeRate: rate(boxes.doneOnTime, done) };
}

/** Days past the last acceptable day, until the deed or until today; 0 in time. */
export function daysLate(
  row: { box: Box; agreedDueOn: CivilDate; doneOn: CivilDate | null },
  today: CivilDate,
): number {
  if (row.box === 'overdue') return daysBetween(row.agreedDueOn, today);
  return row.box === 'doneLate' && row.doneOn !== null ? daysBetween(row.agreedDueOn, row.doneOn) : 0;
}
