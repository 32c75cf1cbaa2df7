import { describe, expect, it } from '@jest/globals';
import type { DueRule } from '../../src/core/reporting-scheme.js';
import { ND09 } from '../../src/regime/presets.js';
import { aRule, due, dutiesIn, dutyFor, facts } from './planning-cast.js';

const byDay = (day: number): DueRule => ({ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day });
const twoWorkingDays: DueRule = { qualifier: 'WITHIN', anchor: 'CUTOFF', nDays: 2, dayKind: 'WORKING' };

// +2 working days, 25th, 17th, 20th, 23rd, each rolled to the next working day.
const DUES_D1: [string, string, string, string, string, string][] = [
  ['01', '2026-01-16', '2026-01-26', '2026-01-19', '2026-01-20', '2026-01-23'],
  ['02', '2026-02-24', '2026-02-25', '2026-02-23', '2026-02-23', '2026-02-23'],
  ['03', '2026-03-17', '2026-03-25', '2026-03-17', '2026-03-20', '2026-03-23'],
  ['04', '2026-04-16', '2026-04-28', '2026-04-17', '2026-04-20', '2026-04-23'],
  ['05', '2026-05-18', '2026-05-25', '2026-05-18', '2026-05-20', '2026-05-25'],
  ['06', '2026-06-16', '2026-06-25', '2026-06-17', '2026-06-22', '2026-06-23'],
  ['07', '2026-07-16', '2026-07-27', '2026-07-17', '2026-07-20', '2026-07-23'],
  ['08', '2026-08-18', '2026-08-25', '2026-08-17', '2026-08-20', '2026-08-24'],
  ['09', '2026-09-16', '2026-09-25', '2026-09-17', '2026-09-21', '2026-09-23'],
  ['10', '2026-10-16', '2026-10-26', '2026-10-19', '2026-10-20', '2026-10-23'],
  ['11', '2026-11-17', '2026-11-25', '2026-11-17', '2026-11-20', '2026-11-23'],
  ['12', '2026-12-16', '2026-12-25', '2026-12-17', '2026-12-21', '2026-12-23'],
];

describe('table D1: the windows of NĐ 09/2019 for 2026', () => {
  it.each([
    ['2026-M01', 'MONTHLY', '2025-12-15', '2026-01-14'],
    ['2026-M02', 'MONTHLY', '2026-01-15', '2026-02-14'],
    ['2026-M03', 'MONTHLY', '2026-02-15', '2026-03-14'],
    ['2026-M04', 'MONTHLY', '2026-03-15', '2026-04-14'],
    ['2026-M05', 'MONTHLY', '2026-04-15', '2026-05-14'],
    ['2026-M06', 'MONTHLY', '2026-05-15', '2026-06-14'],
    ['2026-M07', 'MONTHLY', '2026-06-15', '2026-07-14'],
    ['2026-M08', 'MONTHLY', '2026-07-15', '2026-08-14'],
    ['2026-M09', 'MONTHLY', '2026-08-15', '2026-09-14'],
    ['2026-M10', 'MONTHLY', '2026-09-15', '2026-10-14'],
    ['2026-M11', 'MONTHLY', '2026-10-15', '2026-11-14'],
    ['2026-M12', 'MONTHLY', '2026-11-15', '2026-12-14'],
    ['2026-Q1', 'QUARTERLY', '2025-12-15', '2026-03-14'],
    ['2026-Q2', 'QUARTERLY', '2026-03-15', '2026-06-14'],
    ['2026-Q3', 'QUARTERLY', '2026-06-15', '2026-09-14'],
    ['2026-Q4', 'QUARTERLY', '2026-09-15', '2026-12-14'],
    ['2026-H1', 'HALF_YEARLY', '2025-12-15', '2026-06-14'],
    ['2026-H2', 'HALF_YEARLY', '2026-06-15', '2026-12-14'],
    ['2026-9M', 'NINE_MONTHS', '2025-12-15', '2026-09-14'],
    ['2026-Y', 'YEARLY', '2025-12-15', '2026-12-14'],
  ] as const)('%s (%s) is %s to %s', (key, frequency, windowStart, windowEnd) => {
    expect(dutyFor(facts(aRule(frequency), { scheme: ND09 }), key)).toMatchObject({
      windowStart,
      windowEnd,
      reportYear: 2026,
    });
  });
});

describe('table D1: due dates of 2026', () => {
  const rule = aRule('MONTHLY', due(twoWorkingDays, byDay(25), byDay(17), byDay(20), byDay(23)));

  it.each(DUES_D1)('%s/2026: +2 working days %s; 25th %s; 17th %s; 20th %s; 23rd %s', (month, ...expected) => {
    const duties = dutiesIn(facts(rule, { scheme: ND09 }), '2025-12-01', '2026-12-31');
    const dues = duties.filter(({ periodKey }) => periodKey === `2026-M${month}`).map(({ dueOn }) => dueOn);
    expect(dues).toEqual(expected);
  });

  it.each([
    ['2026-Q1', 'QUARTERLY', '2026-03-25'],
    ['2026-Q2', 'QUARTERLY', '2026-06-25'],
    ['2026-Q3', 'QUARTERLY', '2026-09-25'],
    ['2026-Q4', 'QUARTERLY', '2026-12-25'],
    ['2026-H1', 'HALF_YEARLY', '2026-06-25'],
    ['2026-H2', 'HALF_YEARLY', '2026-12-25'],
    ['2026-9M', 'NINE_MONTHS', '2026-09-25'],
    ['2026-Y', 'YEARLY', '2026-12-25'],
  ] as const)('%s (%s) is due on %s by the default of art. 13', (key, frequency, dueOn) => {
    expect(dutyFor(facts(aRule(frequency), { scheme: ND09 }), key).dueOn).toBe(dueOn);
  });
});

describe('table D3: "chậm nhất ngày 20 hằng tháng", 2026', () => {
  it('rolls to the next working day', () => {
    const days = dutiesIn(facts(aRule('MONTHLY', due(byDay(20)))), '2026-01-01', '2026-12-31').map((d) => d.dueOn);
    expect(days).toEqual([
      '2026-01-20',
      '2026-02-23',
      '2026-03-20',
      '2026-04-20',
      '2026-05-20',
      '2026-06-22',
      '2026-07-20',
      '2026-08-20',
      '2026-09-21',
      '2026-10-20',
      '2026-11-20',
      '2026-12-21',
    ]);
  });
});
