import { describe, expect, it } from '@jest/globals';
import { checkBoxes, checkTable, daysLate, rate, ratesOf, type Counts } from '../../src/compliance/boxes.rules.js';
import { periodLabel } from '../../src/compliance/compliance.words.js';

function boxes(doneOnTime: number, doneLate: number, inTerm: number, overdue: number, total: number): Counts {
  return {
    doneOnTime,
    doneLate,
    inTerm,
    overdue,
    total,
    suspended: 0,
    waived: 0,
    dueToday: 0,
    doneOnTimeOriginal: doneOnTime,
  };
}

const REPORT_1270 = boxes(14_068, 1983, 5640, 223, 21_914);

describe('the four boxes', () => {
  it('1270/BC-TCTTTg, 2017: adds up; 73.25 % done, 87.65 % of it on time, 1.02 % overdue', () => {
    expect(checkBoxes(REPORT_1270)).toBeNull();
    expect(ratesOf(REPORT_1270)).toEqual({ completionRate: 73.25, onTimeRate: 87.65 });
    expect(rate(REPORT_1270.overdue, REPORT_1270.total)).toBe(1.02);
  });

  it('Quảng Nam 2020: 833 = 585 done + 67 in term + 181 overdue', () => {
    expect(checkBoxes(boxes(585, 0, 67, 181, 833))).toBeNull();
    expect(checkBoxes(boxes(0, 585, 67, 181, 833))).toBeNull();
  });

  it('Đà Nẵng 2022 does not add up and is refused', () => {
    const refusal = checkBoxes(boxes(5361, 1111, 1350 - 208, 208, 8282));
    expect(refusal).toMatchObject({ code: 'compliance.boxes-do-not-add-up', facts: { doneOnTime: 5361, total: 8282 } });
  });

  it.each(['doneOnTime', 'doneLate', 'inTerm', 'overdue'] as const)('one more or one fewer in %s is refused', (box) => {
    for (const by of [-1, 1]) {
      const wrong = { ...REPORT_1270, [box]: REPORT_1270[box] + by };
      expect(checkBoxes(wrong)?.code).toBe('compliance.boxes-do-not-add-up');
    }
  });

  it('of nothing have no rate', () => {
    expect(ratesOf(boxes(0, 0, 0, 0, 0))).toEqual({ completionRate: null, onTimeRate: null });
    expect(ratesOf(boxes(0, 0, 2, 1, 3))).toEqual({ completionRate: 0, onTimeRate: null });
  });

  it('round a half up, and only a half', () => {
    expect(rate(1, 800)).toBe(0.13); // 0.125
    expect(rate(201, 20_000)).toBe(1.01); // 1.005, which 1.005 * 100 in floating point is not
    expect(rate(12_499, 10_000_000)).toBe(0.12);
    expect(rate(1, 3)).toBe(33.33);
    expect(rate(2, 3)).toBe(66.67);
    expect(rate(7, 7)).toBe(100);
  });
});

describe('a table of boxes', () => {
  const rows = [boxes(1, 2, 3, 4, 10), boxes(5, 0, 0, 0, 5)];

  it('whose rows make the totals is shown', () => {
    expect(checkTable(rows, boxes(6, 2, 3, 4, 15))).toBeNull();
    expect(checkTable([], boxes(0, 0, 0, 0, 0))).toBeNull();
  });

  it('with a row that does not add up is refused', () => {
    expect(checkTable([boxes(1, 0, 0, 0, 2)], boxes(1, 0, 0, 1, 2))?.code).toBe('compliance.boxes-do-not-add-up');
  });

  it('whose rows leave out or count twice is refused, in the footnote too', () => {
    expect(checkTable(rows, boxes(6, 2, 3, 5, 16))?.code).toBe('compliance.rows-do-not-add-up');
    expect(checkTable(rows, { ...boxes(6, 2, 3, 4, 15), suspended: 1 })?.code).toBe('compliance.rows-do-not-add-up');
  });
});

describe('days late', () => {
  const row = { agreedDueOn: '2026-06-30', doneOn: null };

  it('run until today while it is open, until the deed once it is done', () => {
    expect(daysLate({ ...row, box: 'overdue' }, '2026-07-01')).toBe(1);
    expect(daysLate({ ...row, box: 'doneLate', doneOn: '2026-07-03' }, '2026-12-01')).toBe(3);
  });

  it('are none in time, suspended or waived', () => {
    for (const box of ['inTerm', 'suspended', 'waived'] as const)
      expect(daysLate({ ...row, box }, '2026-07-09')).toBe(0);
    expect(daysLate({ ...row, box: 'doneOnTime', doneOn: '2026-06-30' }, '2026-07-09')).toBe(0);
  });
});

describe('the label of a period', () => {
  it('says the year it is counted in, once', () => {
    expect(periodLabel('2026-Q3', 2026)).toEqual({ vi: 'Quý III/2026', en: 'Q3 2026' });
    expect(periodLabel('N003', 2026)).toEqual({ vi: 'Lần 3 (2026)', en: 'No. 3 (2026)' });
    expect(periodLabel('ONCE', 2025)).toEqual({ vi: 'Một lần (2025)', en: 'Once (2025)' });
    expect(periodLabel('2025-Y', 2026)).toEqual({ vi: 'Năm 2025 (2026)', en: 'Year 2025 (2026)' });
  });
});
