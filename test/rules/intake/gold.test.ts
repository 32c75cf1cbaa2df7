import { describe, expect, it } from '@jest/globals';
import { cadencesIn } from '../../../src/intake/cadence.rules.js';
import { FIXTURES, goldRows } from '../../support/fixtures.js';
import { inShort } from './in-short.js';

/** The column `expected_schedule` in short; rows of one điểm, a window and its date, are read together. */
const EXPECTED: Readonly<Record<string, string>> = {
  G01: 'INTERIM YEARLY + FINAL Y5',
  G02: 'MEETING M3 + MEETING REQUEST',
  G03: 'REPORT MONTHLY + REPORT HALF + REPORT YEARLY',
  G07: 'INTERIM YEARLY',
  G08: 'MEETING YEARLY',
  G09: 'INTERIM ? + FINAL ?',
  G10: 'MEETING HALF',
  G11: 'PLAN YEARLY win 1/10..LAST/12',
  G12: 'DEADLINE EVENT <=-15d',
  G13: 'REPORT EVENT <=+15d',
  G14: 'INTERIM ? + FINAL ?',
  'G16 G15': 'REPORT HALF[1] win 1/1..30/6 <15/7',
  'G18 G17': 'REPORT YEARLY win 1/1..31/12 <31/1+1',
  G19: 'REPORT HALF[1] win 1/1..30/6 <15/7',
  G20: 'REPORT YEARLY win 1/1..31/12 <15/1+1',
  G21: 'REPORT HALF[1] <31/7 + REPORT YEARLY <31/1+1',
  G22: 'INFO MONTHLY win 21/-1 <25.last',
  G23: 'INFO MONTHLY win 1/0 <=20.next',
  G28: 'REPORT WEEKLY win wk4',
  G29: 'REPORT WEEKLY =wd3',
  G30: 'REPORT MONTHLY <=17.last',
  G31: 'REPORT QUARTERLY[1,3] <=17.last',
  G32: 'REPORT HALF[1] <=17/6',
  G33: 'REPORT YEARLY <=17/12',
  G40: 'REPORT YEARLY <15/12',
  G41: 'REPORT YEARLY <30/7',
  G42: 'DEADLINE MONTHLY <=10.last',
  G43: 'DEADLINE YEARLY <=!31/6+1',
  G45: 'INTERIM Y5@5 + FINAL Y10@10',
  G46: 'INTERIM YEARLY + INTERIM Y5@5 + FINAL TERM',
  G49: '2 lần/năm học',
  G52: 'REPORT HALF + REPORT YEARLY + REPORT REQUEST',
  N01: '',
  N03: '',
  N04: '',
};

(FIXTURES === undefined ? describe.skip : describe)(
  'the gold sentences beside the clone (skipped where there are none)',
  () => {
    const rows = FIXTURES === undefined ? [] : goldRows();
    it.each(Object.entries(EXPECTED))('%s is %s', (ids, expected) => {
      const text = ids
        .split(' ')
        .map((id) => rows.find((row) => row.id === id)?.sentence ?? '')
        .join(' ');
      const told = cadencesIn(text).map((cadence) =>
        cadence.target
          ? `${cadence.target.quantity} ${cadence.target.unit}/${cadence.target.per ?? ''}`
          : inShort(cadence),
      );
      expect(told.sort()).toEqual(expected === '' ? [] : expected.split(' + ').sort());
    });
  },
);
