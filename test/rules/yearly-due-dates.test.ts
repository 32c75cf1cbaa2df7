import { describe, expect, it } from '@jest/globals';
import type { DueRule } from '../../src/core/reporting-scheme.js';
import { CALENDAR, ND09 } from '../../src/regime/presets.js';
import { aRule, due, dutiesIn, dutyFor, facts, line } from './planning-cast.js';

const on = (qualifier: DueRule['qualifier'], day: number, month: number, yearOffset = 0): DueRule => ({
  qualifier,
  anchor: 'FIXED_DATE',
  day,
  month,
  yearOffset,
});

// Last acceptable day, "unrolled → rolled", in the year of the date.
const TABLE_D2: [string, DueRule, [string, string, string]][] = [
  ['trước ngày 15/6', on('BEFORE', 15, 6), ['2025-06-14 → 2025-06-16', '2026-06-14 → 2026-06-15', '2027-06-14']],
  ['chậm nhất ngày 15/6', on('BY', 15, 6), ['2025-06-15 → 2025-06-16', '2026-06-15', '2027-06-15']],
  ['trước ngày 20/6', on('BEFORE', 20, 6), ['2025-06-19', '2026-06-19', '2027-06-19 → 2027-06-21']],
  ['chậm nhất ngày 20/6', on('BY', 20, 6), ['2025-06-20', '2026-06-20 → 2026-06-22', '2027-06-20 → 2027-06-21']],
  ['trước ngày 15/7', on('BEFORE', 15, 7), ['2025-07-14', '2026-07-14', '2027-07-14']],
  ['trước ngày 15/12', on('BEFORE', 15, 12), ['2025-12-14 → 2025-12-15', '2026-12-14', '2027-12-14']],
  ['trước ngày 20/12', on('BEFORE', 20, 12), ['2025-12-19', '2026-12-19 → 2026-12-21', '2027-12-19 → 2027-12-20']],
  ['chậm nhất ngày 20/12', on('BY', 20, 12), ['2025-12-20 → 2025-12-22', '2026-12-20 → 2026-12-21', '2027-12-20']],
  ['trước ngày 15/01 năm sau', on('BEFORE', 15, 1, 1), ['2025-01-14', '2026-01-14', '2027-01-14']],
  [
    'trước ngày 31/01 năm sau',
    on('BEFORE', 31, 1, 1),
    ['2025-01-30 → 2025-02-03', '2026-01-30', '2027-01-30 → 2027-02-01'],
  ],
  [
    'chậm nhất ngày 31/01 năm sau',
    on('BY', 31, 1, 1),
    ['2025-01-31 → 2025-02-03', '2026-01-31 → 2026-02-02', '2027-01-31 → 2027-02-01'],
  ],
];

describe('table D2: yearly due dates, unrolled → rolled', () => {
  it.each(TABLE_D2)('%s', (_, rule, expected) => {
    const planned = facts(aRule('YEARLY', due(rule)));
    const found = [2025, 2026, 2027].map((year) => {
      const { dueRaw, dueOn } = dutyFor(planned, `${year - (rule.yearOffset ?? 0)}-Y`);
      return dueRaw === dueOn ? dueOn : `${dueRaw} → ${dueOn}`;
    });
    expect(found).toEqual(expected);
  });

  it('those of 2027 say that the calendar is not announced, those of 2026 do not', () => {
    const planned = facts(aRule('YEARLY', due(on('BEFORE', 31, 1, 1))));
    expect(dutyFor(planned, '2026-Y').derivation).toMatchObject({ unconfirmedYear: true, unconfirmedYears: [2027] });
    expect(dutyFor(planned, '2025-Y').derivation.unconfirmedYear).toBe(false);
  });
});

describe('the day after the last acceptable day is the first late one', () => {
  const before = aRule('YEARLY', due(on('BEFORE', 15, 6)));

  it('"trước ngày 15/6/2026", roll NEXT: 15/06 is in time, 16/06 late (14/06 is a Sunday)', () => {
    expect(dutyFor(facts(before), '2026-Y')).toMatchObject({ dueOn: '2026-06-15', overdueFrom: '2026-06-16' });
  });

  it('"trước ngày 15/6/2026", roll NONE: 14/06 is in time, 15/06 late', () => {
    expect(dutyFor(facts({ ...before, roll: 'NONE' }), '2026-Y')).toMatchObject({
      dueOn: '2026-06-14',
      overdueFrom: '2026-06-15',
    });
  });

  it('an office in which "trước ngày D" accepts D has one day more', () => {
    const scheme = { ...CALENDAR, beforeCountsDay: true };
    expect(dutyFor(facts({ ...before, roll: 'NONE' }, { scheme }), '2026-Y').dueOn).toBe('2026-06-15');
  });

  it('a due date on a worked Saturday stays (22/08/2026)', () => {
    const duty = dutyFor(facts(aRule('YEARLY', due(on('BY', 22, 8)))), '2026-Y');
    expect(duty).toMatchObject({ dueRaw: '2026-08-22', dueOn: '2026-08-22', overdueFrom: '2026-08-23' });
  });
});

describe('table D5: "6 tháng (trước 15/6), năm (trước 15/12)", NĐ 09 windows, effective 15/09/2022, no roll', () => {
  const changes = { scheme: ND09, inForceFrom: '2022-09-15' };
  const half = aRule('HALF_YEARLY', { included: [1], ...due(on('BEFORE', 15, 6)), roll: 'NONE' });
  const year = aRule('YEARLY', { ...due(on('BEFORE', 15, 12)), roll: 'NONE' });

  it('owes the half-years 2023 to 2025', () => {
    expect(dutiesIn(facts(half, changes), '2020-01-01', '2025-06-30').map(line)).toEqual([
      '2023-H1: 2022-12-15..2023-06-14 2023-06-14',
      '2024-H1: 2023-12-15..2024-06-14 2024-06-14',
      '2025-H1: 2024-12-15..2025-06-14 2025-06-14',
    ]);
  });

  it('owes the years 2022 (cut by entry into force) to 2025', () => {
    const duties = dutiesIn(facts(year, changes), '2020-01-01', '2025-06-30');
    expect(duties.map(line)).toEqual([
      '2022-Y: 2022-09-15..2022-12-14 2022-12-14',
      '2023-Y: 2022-12-15..2023-12-14 2023-12-14',
      '2024-Y: 2023-12-15..2024-12-14 2024-12-14',
      '2025-Y: 2024-12-15..2025-12-14 2025-12-14',
    ]);
    expect(duties.map(({ derivation }) => derivation.window.cutByEntryIntoForce)).toEqual([true, false, false, false]);
  });
});
