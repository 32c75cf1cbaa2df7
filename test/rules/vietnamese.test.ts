import { describe, expect, it } from '@jest/globals';
import { fold, formatDate, formatLongDate, formatNumber, formatPercent } from '../../src/core/vietnamese.js';

describe('search text', () => {
  it.each([
    ['Hòa Bình', 'Hoà Bình'],
    ['Hòa Bình', 'hoa binh'],
    ['Hòa Bình'.normalize('NFD'), 'HÒA BÌNH'.normalize('NFC')],
    ['Ủy ban', 'Uỷ ban'],
    ['hằng năm', 'hàng năm'],
    ['Đảng ủy', 'dang uy'],
    ['2021–2025', '2021-2025'],
    ['Quận  10', ' quận\u00a010 '],
    ['Phường', 'PHUONG'],
  ])('%s is found by %s', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  it('keeps apart what differs in letters', () => {
    expect(fold('Hòa Bình')).not.toBe(fold('Hòa Bính An'));
  });
});

describe('Vietnamese dates and numbers', () => {
  it.each([
    ['2026-01-05', 'ngày 05 tháng 01 năm 2026'],
    ['2026-02-09', 'ngày 09 tháng 02 năm 2026'],
    ['2026-03-10', 'ngày 10 tháng 3 năm 2026'],
    ['2026-12-31', 'ngày 31 tháng 12 năm 2026'],
  ])('%s is written out as %s', (date, words) => {
    expect(formatLongDate(date)).toBe(words);
  });

  it('are printed in vi-VN style', () => {
    expect(formatDate('2026-01-05')).toBe('05/01/2026');
    expect(formatDate('2026-01-05', 'en')).toBe('5 Jan 2026');
    expect([21914, 1234567, 12.5, 0].map(formatNumber)).toEqual(['21.914', '1.234.567', '12,5', '0']);
    expect([0.7325, 0.8765, 0.0102, 1].map(formatPercent)).toEqual(['73,25%', '87,65%', '1,02%', '100%']);
  });
});
