import { describe, expect, it } from '@jest/globals';
import { checkBoxes, ratesOf } from '../../src/compliance/boxes.rules.js';
import { formatDate, formatNumber, formatPercent } from '../../src/core/vietnamese.js';

describe('acceptance 7 and 18 (domain §11); the others are in test/stories/acceptance', () => {
  it('7: the figures of 1270/BC-TCTTTg; a set that does not add up is refused', () => {
    const figures = { doneOnTime: 14_068, doneLate: 1983, inTerm: 5640, overdue: 223, total: 21_914 };
    expect([checkBoxes(figures), ratesOf(figures)]).toEqual([null, { completionRate: 73.25, onTimeRate: 87.65 }]);
    expect(checkBoxes({ ...figures, overdue: 224 })).not.toBeNull();
  });

  it('18: numbers and dates are written as in Vietnam', () => {
    expect([formatNumber(21_914), formatPercent(0.7325), formatDate('2026-01-05')]).toEqual([
      '21.914',
      '73,25%',
      '05/01/2026',
    ]);
  });
});
