import type { MonthDay } from '../core/reporting-scheme.js';
import type { Frequency, Window } from '../core/schedule-rule.js';
import { quarterOf } from './interval.rules.js';
import { B, E } from './readable.rules.js';

/** What a report covers, as found in a sentence; offsets in the readable text. */
export interface FoundWindow {
  from: number;
  to: number;
  window: Window;
  /** "Quý IV hằng năm" states that it is yearly. */
  states: Frequency | null;
}

const SIDE = (name: string): string =>
  String.raw`(?:ngày )?(?:(?<${name}day>\d{1,2}|đầu|cuối)(?: ?[/.-] ?(?<${name}month>\d{1,2})(?!\d)|(?: của)? tháng (?<${name}named>\d{1,2})(?!\d))?(?<${name}rest>[^.;:,()]{0,45}?)|thứ (?<${name}weekday>hai|ba|tư|năm|sáu|bảy|[2-7])(?<${name}week>(?: của)? tuần[\p{L}·. ]{0,20})?)`;
const SPAN = new RegExp(
  String.raw`${B}từ ${SIDE('a')},? (?:cho )?đến (?:hết )?${SIDE('b')}(?=$|[.;:,()]| (?:và|gửi|hằng|của|chuyển|để|thì|được)|$)`,
  'gu',
);
const QUARTER = new RegExp(String.raw`${B}(?:trong |vào )?quý (?<q>iv|i{1,3}|[1-4]) (?:hằng|mỗi) năm${E}`, 'gu');

type Parts = Readonly<Record<string, string | undefined>>;

/** Every window of a readable text. */
export function windowsIn(text: string): FoundWindow[] {
  const spans = [...text.matchAll(SPAN)].flatMap((match) => {
    const window = windowOf(match.groups ?? {}, text.slice(match.index + match[0].length).slice(0, 40));
    return window === null ? [] : [{ from: match.index, to: match.index + match[0].length, window, states: null }];
  });
  const quarters = [...text.matchAll(QUARTER)].map((match) => {
    const q = quarterOf(match.groups?.['q'] ?? '');
    const from: MonthDay = { month: 3 * q - 2, day: 1, yearOffset: 0 };
    const window: Window = { kind: 'SPAN', from, to: { month: 3 * q, day: 'LAST', yearOffset: 0 } };
    return { from: match.index, to: match.index + match[0].length, window, states: 'YEARLY' as const };
  });
  return [...spans, ...quarters].sort((a, b) => a.from - b.from);
}

const WEEKDAYS = ['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'];

function windowOf(parts: Parts, behind: string): Window | null {
  const { aweekday, bweekday, aday, bday } = parts;
  if (aweekday !== undefined && bweekday !== undefined) {
    const n = /\d/u.test(aweekday) ? Number(aweekday) - 1 : WEEKDAYS.indexOf(aweekday) + 1;
    return { kind: 'WEEK', startWeekday: n };
  }
  if (aday === undefined || bday === undefined) return null;
  const [a, b] = [monthOf(parts, 'a'), monthOf(parts, 'b')];
  const [arest, brest] = [parts['arest'] ?? '', `${parts['brest'] ?? ''}${behind}`];
  if (a === null || b === null) return shifted(aday, bday, arest, brest);
  const earlier = /năm (?:trước|liền trước|trước đó)/u.test(arest);
  const later = /^[^.;:,()]{0,30}năm (?:sau|tiếp theo|kế tiếp)/u.test(brest);
  const offset = earlier ? -1 : !later && a > b ? -1 : 0;
  const [from, to] = [dayAt(aday, a, offset), dayAt(bday, b, later ? 1 : 0)];
  return from && to && { kind: 'SPAN', from, to };
}

function monthOf(parts: Parts, side: 'a' | 'b'): number | null {
  const found = parts[`${side}month`] ?? parts[`${side}named`];
  return found === undefined ? null : Number(found);
}

function dayAt(day: string, month: number, yearOffset: number): MonthDay | null {
  if (month < 1 || month > 12) return null;
  return { month, day: day === 'cuối' ? 'LAST' : day === 'đầu' ? 1 : Number(day), yearOffset };
}

/** "từ ngày 21 tháng trước đến ngày 20 tháng này": the calendar's period moved back, whatever its length. */
function shifted(aday: string, bday: string, arest: string, brest: string): Window | null {
  if (aday === 'đầu' && bday === 'cuối') return { kind: 'SHIFTED', startDay: 1, monthOffset: 0 };
  const [start, end] = [Number(aday), bday === 'cuối' ? 31 : Number(bday)];
  if (!Number.isInteger(start) || !Number.isInteger(end) || start > 28) return null;
  if (/tháng (?:trước|liền trước|cuối quý trước)/u.test(arest) && end === start - 1)
    return { kind: 'SHIFTED', startDay: start, monthOffset: -1 };
  if (start === 1 && end >= 28 && /tháng/u.test(arest + brest)) return { kind: 'SHIFTED', startDay: 1, monthOffset: 0 };
  return null;
}
