import { partsOf, type CivilDate } from './civil-date.js';

const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 2 });

/** Text as search compares it: case, accents, tone placement, NFC/NFD, đ and d, kinds of dash and blank do not count. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** 05/01/2026 in Vietnamese, 5 Jan 2026 in English. */
export function formatDate(date: CivilDate, language: 'vi' | 'en' = 'vi'): string {
  const { year, month, day } = partsOf(date);
  return language === 'vi' ? `${two(day)}/${two(month)}/${year}` : `${day} ${ENGLISH_MONTHS[month - 1] ?? ''} ${year}`;
}

/** "ngày 05 tháng 01 năm 2026": a leading zero for days below 10 and months 1 and 2 only (NĐ 30/2020, Phụ lục I). */
export function formatLongDate(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `ngày ${two(day)} tháng ${month <= 2 ? two(month) : month} năm ${year}`;
}

/** 21914 as "21.914", with a decimal comma and at most two decimals. */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

/** A ratio (0.7325) as "73,25%", at most two decimals. */
export function formatPercent(ratio: number): string {
  return PERCENT.format(ratio);
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
