/** Zone of the office, told by the server in the page. */
export const TIME_ZONE =
  document.querySelector<HTMLMetaElement>('meta[name="time-zone"]')?.content.replace('__ZONE__', '') ||
  'Asia/Ho_Chi_Minh';

/** Today in the office's zone, 'YYYY-MM-DD'; the one place where the page reads the clock for a date. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date());
}

/** `days` (may be negative) calendar days after a civil date. */
export function daysAfter(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Calendar days from one civil date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
