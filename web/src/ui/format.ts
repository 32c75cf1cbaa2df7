import { useTranslation } from 'react-i18next';
import { TIME_ZONE } from './today.js';

export type Language = 'vi' | 'en';

const CIVIL = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** '2026-01-05' → 05/01/2026 (domain §4.4), in English 5 Jan 2026; what is no date stays as it is. */
export function civil(date: string, language: Language): string {
  const [, year, month, day] = CIVIL.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return date;
  return language === 'vi' ? `${day}/${month}/${year}` : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** 21914 → 21.914 (vi), 21,914 (en). */
export function count(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(value);
}

/** A part of one, 0.7325 → 73,25% (vi), 73.25% (en); null → –. */
export function percent(part: number | null, language: Language): string {
  if (part === null) return '–';
  const style = { style: 'percent', maximumFractionDigits: 2 } as const;
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', style).format(part);
}

/** An instant in the office's zone: 05/01/2026 14:05. */
export function instant(at: string, language: Language, timeZone = TIME_ZONE): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short', hour12: false })
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  return `${civil(`${parts['year']}-${parts['month']}-${parts['day']}`, language)} ${parts['hour']}:${parts['minute']}`;
}

/** Bytes in words: 1,4 MB. */
export function size(bytes: number, language: Language): string {
  const number = (value: number): string =>
    new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 }).format(value);
  if (bytes < 1024) return `${number(bytes)} B`;
  return bytes < 1024 ** 2 ? `${number(bytes / 1024)} KB` : `${number(bytes / 1024 ** 2)} MB`;
}

interface Formats {
  language: Language;
  civil: (date: string | null | undefined) => string;
  count: (value: number) => string;
  percent: (part: number | null) => string;
  instant: (at: string) => string;
  size: (bytes: number) => string;
  /** Of two fields of an answer, the one in the language of the page: `say(row.periodVi, row.periodEn)`. */
  say: (vi: string, en: string) => string;
}

/** The formats in the language of the page; a missing date is a dash. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'vi';
  return {
    language,
    civil: (date) => (date == null ? '–' : civil(date, language)),
    count: (value) => count(value, language),
    percent: (part) => percent(part, language),
    instant: (at) => instant(at, language),
    size: (bytes) => size(bytes, language),
    say: (vi, en) => (language === 'vi' ? vi : en),
  };
}
