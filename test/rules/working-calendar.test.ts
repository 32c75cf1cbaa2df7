import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dateOfDayNumber, dayNumber, lastDayOfMonth } from '../../src/core/civil-date.js';
import { workingCalendar } from '../../src/core/working-calendar.js';
import { CALENDAR_SEED, CONFIRMED_YEARS } from '../../src/regime/calendar-seed.js';
import { calendar } from './planning-cast.js';

const dates = fc.integer({ min: dayNumber('2024-12-01'), max: dayNumber('2027-03-01') }).map(dateOfDayNumber);

describe('working-day arithmetic, table D4 (start not counted)', () => {
  it.each([
    ['2025-12-30', 5, '2026-01-08', '1/1 holiday, 2/1 swapped off'],
    ['2026-01-08', 2, '2026-01-10', 'Saturday worked in exchange for 2/1'],
    ['2026-02-10', 10, '2026-03-03', 'Tết 16–20/2'],
    ['2026-02-12', 3, '2026-02-24', 'Tết'],
    ['2026-04-24', 2, '2026-04-29', '26/4 Sunday holiday, 27/4 make-up'],
    ['2026-08-19', 3, '2026-08-22', 'Saturday worked for 31/8'],
    ['2026-08-28', 1, '2026-09-03', '31/8 swap, 1–2/9'],
    ['2026-11-20', 2, '2026-11-25', '24/11 new holiday'],
    ['2025-01-24', 1, '2025-02-03', 'Tết 27–31/1'],
    ['2025-04-25', 3, '2025-04-29', 'Saturday 26/4 worked (26, 28, 29)'],
    ['2025-08-29', 1, '2025-09-03', '1–2/9'],
  ])('%s + %i working days = %s: %s', (start, n, result) => {
    expect(calendar.addWorkingDays(start, n)).toBe(result);
    expect(calendar.workingDaysBetween(start, result)).toBe(n);
  });

  it('no days leave the start where it is, even on a day off', () => {
    expect(calendar.addWorkingDays('2026-01-01', 0)).toBe('2026-01-01');
  });
});

describe('the working calendar of 2025 and 2026', () => {
  it.each([
    [2025, [17, 20, 21, 21, 20, 21, 23, 21, 20, 23, 20, 23], 250],
    [2026, [21, 15, 22, 20, 20, 22, 23, 21, 20, 22, 20, 23], 249],
  ])('%i has the working days per month of domain §2.6', (year, months, total) => {
    const counted = months.map((_, i) => {
      const before = addDays(`${year}-${String(i + 1).padStart(2, '0')}-01`, -1);
      return calendar.workingDaysBetween(before, lastDayOfMonth(year, i + 1));
    });
    expect(counted).toEqual(months);
    expect(counted.reduce((a, b) => a + b)).toBe(total);
  });

  it('is confirmed for both years and for no other', () => {
    const asked = ['2024-12-31', '2025-01-01', '2026-12-31', '2027-01-01'];
    expect(asked.map(calendar.isConfirmed)).toEqual([false, true, true, false]);
  });

  it('leaves a worked Saturday where it is (22/08/2026)', () => {
    expect(calendar.roll('2026-08-22', 'NEXT')).toEqual({ on: '2026-08-22', because: [] });
    expect(calendar.roll('2026-08-23', 'NEXT').on).toBe('2026-08-24');
  });

  it('names every day passed over: 25/04/2026 Saturday, Sunday holiday, make-up day', () => {
    const { on, because } = calendar.roll('2026-04-25', 'NEXT');
    expect(on).toBe('2026-04-28');
    expect(because).toMatchObject([
      { date: '2026-04-25', weekend: true },
      { date: '2026-04-26', kind: 'HOLIDAY', basis: '9441/TB-BNV' },
      { date: '2026-04-27', kind: 'MAKE_UP_OFF' },
    ]);
  });

  it('rolls back, or not at all, as asked', () => {
    expect(calendar.roll('2026-02-17', 'PREVIOUS').on).toBe('2026-02-13');
    expect(calendar.roll('2026-02-17', 'NONE')).toEqual({ on: '2026-02-17', because: [] });
  });

  it('23/11/2026 as a swapped day off moves dates to 25/11 and 20/11 + 2 days to 26/11', () => {
    const swap = { date: '2026-11-23', kind: 'SWAP_OFF', name: 'Nghỉ hoán đổi', basis: 'test' } as const;
    const changed = workingCalendar([...CALENDAR_SEED, swap], CONFIRMED_YEARS);
    expect(calendar.roll('2026-11-23', 'NEXT').on).toBe('2026-11-23');
    expect(changed.roll('2026-11-23', 'NEXT').on).toBe('2026-11-25');
    expect(changed.addWorkingDays('2026-11-20', 2)).toBe('2026-11-26');
  });
});

describe('any working calendar', () => {
  it('rolls onto a working day, and to the nearest one', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom('NEXT' as const, 'PREVIOUS' as const), (date, roll) => {
        const { on, because } = calendar.roll(date, roll);
        expect(calendar.isWorkingDay(on)).toBe(true);
        expect(addDays(date, (roll === 'NEXT' ? 1 : -1) * because.length)).toBe(on);
        expect(because.some((off) => calendar.isWorkingDay(off.date))).toBe(false);
      }),
    );
  });

  it('counts back what it counted forward', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -60, max: 60 }), (date, n) => {
        const there = calendar.addWorkingDays(date, n);
        expect(calendar.workingDaysBetween(date, there)).toBe(n);
      }),
    );
  });
});
