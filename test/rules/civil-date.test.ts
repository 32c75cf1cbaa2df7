import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  addYears,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  earliest,
  isCivilDate,
  lastDayOfMonth,
  latest,
  makeDate,
  partsOf,
  weekdayOf,
} from '../../src/core/civil-date.js';

describe('a civil date', () => {
  it.each(['2026-06-30', '2024-02-29', '1900-01-01', '2200-12-31'])('%s is one', (text) => {
    expect(isCivilDate(text)).toBe(true);
  });

  it.each([
    '2026-06-31',
    '2026-02-29',
    '1900-02-29',
    '1899-12-31',
    '2201-01-01',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-05',
    ' 2026-01-05',
    '2026-01-05T00:00',
    '',
    20260105,
    null,
  ])('%p is none', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  it('agrees with Temporal.PlainDate on every day from 1900 to 2200', () => {
    let day = Temporal.PlainDate.from('1900-01-01');
    for (let n = dayNumber('1900-01-01'); day.year <= 2200; n++, day = day.add({ days: 1 })) {
      const text = day.toString();
      const same = dateOfDayNumber(n) === text && dayNumber(text) === n && weekdayOf(text) === day.dayOfWeek;
      if (!same || !isCivilDate(text) || lastDayOfMonth(day.year, day.month).slice(8) !== String(day.daysInMonth)) {
        throw new Error(`differs at ${text}`);
      }
    }
    expect(day.toString()).toBe('2201-01-01');
  });

  it('moves by days and months as Temporal.PlainDate does', () => {
    const dates = fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2150-01-01') }).map(dateOfDayNumber);
    fc.assert(
      fc.property(dates, fc.integer({ min: -500, max: 500 }), (date, n) => {
        const day = Temporal.PlainDate.from(date);
        expect(addDays(date, n)).toBe(day.add({ days: n }).toString());
        expect(addMonths(date, n)).toBe(day.add({ months: n }).toString());
        expect(daysBetween(date, addDays(date, n))).toBe(n);
      }),
    );
  });

  it('counts months from the anchor and clips each end alone (31/01 → 28/02 → 31/03)', () => {
    expect([1, 2, 3].map((n) => addMonths('2026-01-31', n))).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
  });

  it('31/8 + 6 months is the last day of February (Civil Code art. 148.3)', () => {
    expect(addMonths('2025-08-31', 6)).toBe('2026-02-28');
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });

  it('drifts in no hundred years', () => {
    expect(addMonths('2026-01-31', 1200)).toBe('2126-01-31');
  });

  it('is made from parts, or refused when it does not exist', () => {
    expect(makeDate(2026, 6, 30)).toBe('2026-06-30');
    expect(makeDate(2028, 2, 'LAST')).toBe('2028-02-29');
    expect(lastDayOfMonth(2026, 2)).toBe('2026-02-28');
    expect(partsOf('2026-06-30')).toEqual({ year: 2026, month: 6, day: 30 });
  });

  it.each([
    [2026, 6, 31],
    [2026, 2, 30],
    [2026, 2, 29],
    [2026, 1, 0],
    [2026, 13, 1],
    [2026, 0, 'LAST' as const],
  ])('%p/%p/%p is refused as impossible, never moved', (year, month, day) => {
    expect(() => makeDate(year, month, day)).toThrow(
      expect.objectContaining({ code: 'date.impossible', status: 422, facts: { year, month, day } }),
    );
  });

  it('that is no date at all is refused', () => {
    expect(() => addDays('yesterday', 1)).toThrow(expect.objectContaining({ code: 'date.malformed' }));
  });

  it('is compared as text', () => {
    expect(earliest('2026-03-01', '2025-12-31', '2026-01-01')).toBe('2025-12-31');
    expect(latest('2026-03-01', '2025-12-31')).toBe('2026-03-01');
  });
});
