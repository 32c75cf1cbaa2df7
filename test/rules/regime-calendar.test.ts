import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '../../src/core/working-calendar.js';
import { CALENDAR_SEED, CONFIRMED_YEARS } from '../../src/regime/calendar-seed.js';
import { changesDay, checkDay, countWorkingDays } from '../../src/regime/calendar.rules.js';
import { calendar } from './planning-cast.js';

const SATURDAY = '2026-08-22';
const SUNDAY = '2026-08-23';
const MONDAY = '2026-08-24';
const FRIDAY = '2026-08-21';
const basis = '9441/TB-BNV';

function row(kind: 'HOLIDAY' | 'MAKE_UP_OFF' | 'SWAP_OFF' | 'SWAP_WORK', given: string | null = basis) {
  return { kind, name: 'Ngày thử', basis: given };
}

describe('a row of the calendar', () => {
  it('of the seed is accepted as it stands', () => {
    expect(CALENDAR_SEED.map((seed) => checkDay(seed.date, { ...seed })).filter(Boolean)).toEqual([]);
  });

  it('makes a Saturday worked, but no Sunday, and no weekday, which is worked already', () => {
    expect(checkDay(SATURDAY, row('SWAP_WORK'))).toBeNull();
    expect(checkDay(SUNDAY, row('SWAP_WORK'))).toMatchObject({ code: 'calendar.sunday-not-worked', pointer: '/kind' });
    for (const weekday of [FRIDAY, MONDAY]) {
      expect(checkDay(weekday, row('SWAP_WORK'))).toMatchObject({ code: 'calendar.already-worked', pointer: '/kind' });
    }
  });

  it('gives no Sunday off in exchange, since it is off already; a holiday may fall on any day', () => {
    for (const kind of ['MAKE_UP_OFF', 'SWAP_OFF'] as const) {
      expect(checkDay(SUNDAY, row(kind))).toMatchObject({ code: 'calendar.already-off', pointer: '/kind' });
      expect(checkDay(SATURDAY, row(kind))).toBeNull();
      expect(checkDay(MONDAY, row(kind))).toBeNull();
    }
    for (const day of [FRIDAY, SATURDAY, SUNDAY, MONDAY]) expect(checkDay(day, row('HOLIDAY', null))).toBeNull();
  });

  it('of a swap needs its basis', () => {
    for (const none of [null, '']) {
      expect(checkDay(MONDAY, row('SWAP_OFF', none))).toMatchObject({
        code: 'calendar.basis-needed',
        pointer: '/basis',
      });
      expect(checkDay(SATURDAY, row('SWAP_WORK', none))?.code).toBe('calendar.basis-needed');
    }
    expect(checkDay(MONDAY, row('MAKE_UP_OFF', null))).toBeNull();
  });

  it('changes its day, or only names a day that is off anyway', () => {
    expect(changesDay({ date: SATURDAY, kind: 'SWAP_WORK' })).toBe(true);
    expect(changesDay({ date: MONDAY, kind: 'HOLIDAY' })).toBe(true);
    expect(changesDay({ date: '2026-04-26', kind: 'HOLIDAY' })).toBe(false);
  });
});

describe('working days counted', () => {
  const rows = CALENDAR_SEED.map((seed) => ({ ...seed }));
  const count = (from: string, add: number) => countWorkingDays(calendar, rows, { from, add });

  it('pass over the holidays that lie between, and name them', () => {
    const { on, because, unconfirmedYears } = count('2026-04-29', 1);
    expect(on).toBe('2026-05-04');
    expect(because.map(({ date }) => date)).toEqual(['2026-04-30', '2026-05-01']);
    expect(unconfirmedYears).toEqual([]);
  });

  it('count a worked Saturday, and name it', () => {
    expect(count('2026-08-21', 1)).toMatchObject({ on: '2026-08-22', because: [{ kind: 'SWAP_WORK' }] });
    expect(count('2026-08-21', 2).on).toBe('2026-08-24');
    expect(count('2026-08-24', -1).on).toBe('2026-08-22');
  });

  it('name no row that changed nothing: the holiday on Sunday 26/4/2026 is not a reason, its make-up day is', () => {
    expect(count('2026-04-24', 1)).toMatchObject({ on: '2026-04-28', because: [{ date: '2026-04-27' }] });
  });

  it('of 20/11/2026 plus two give 25/11, and 26/11 once 23/11 is swapped', () => {
    expect(count('2026-11-20', 2).on).toBe('2026-11-25');
    const swap = { date: '2026-11-23', kind: 'SWAP_OFF', name: 'Nghỉ hoán đổi', basis: 'giả định' } as const;
    const changed = [...CALENDAR_SEED, swap];
    const asked = { from: '2026-11-20', add: 2 };
    expect(countWorkingDays(workingCalendar(changed, CONFIRMED_YEARS), changed, asked).on).toBe('2026-11-26');
  });

  it('say which years are not announced, at either end of the year', () => {
    expect(count('2026-12-30', 1)).toMatchObject({ on: '2026-12-31', unconfirmedYears: [] });
    expect(count('2026-12-31', 1)).toMatchObject({ on: '2027-01-01', unconfirmedYears: [2027] });
    expect(count('2027-01-01', -1)).toMatchObject({ on: '2026-12-31', unconfirmedYears: [] });
  });

  it('of none are the day itself, worked or not', () => {
    expect(count('2026-04-26', 0)).toEqual({
      from: '2026-04-26',
      add: 0,
      on: '2026-04-26',
      because: [],
      unconfirmedYears: [],
    });
  });

  it('beyond the year 2200 are refused', () => {
    expect(() => count('2200-12-30', 5)).toThrow(expect.objectContaining({ code: 'calendar.counts-too-far' }));
  });
});
