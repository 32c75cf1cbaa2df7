import type { Frequency } from '../core/schedule-rule.js';
import { B, E, N, numberIn } from './readable.rules.js';

/** How often, as found in a sentence; offsets in the readable text. */
export interface Interval {
  from: number;
  to: number;
  frequency: Frequency;
  n: number | null;
  included: number[] | null;
  milestones: number[] | null;
  /** STATED: "hằng năm"; LISTED: one of "quý, 6 tháng, năm"; COUNTED: "hai lần một năm"; VAGUE: "cuối năm". */
  how: 'STATED' | 'LISTED' | 'COUNTED' | 'VAGUE';
  /** "hằng năm" behind the date it belongs to. */
  suffix: boolean;
  /** How many of something a period: "mỗi tháng hai chuyên mục". */
  count: { quantity: number; unit: string } | null;
}

const UNIT = '(?:tuần|tháng|quý|nửa năm|năm)';
/** Not a certain year, nor the last one: "năm 2026", "năm học", "năm trước" but "năm (trước ngày 15/12)". */
const AS_YEAR = String.raw`(?! ?\d{4})(?! (?:học|tài chính|ngân sách|nay|qua|công tác)${E})(?! trước(?! (?:ngày|các|khi|thứ|\d))${E})`;
const AT_LEAST = String.raw`(?:(?:ít nhất|tối thiểu|không dưới|không ít hơn) (?:là )?)?`;

const STATED = new RegExp(
  String.raw`${B}(?:hằng|mỗi|từng|theo|định kỳ(?: theo| hằng| mỗi)?,? ?\(?|(?:vào )?(?:đầu|giữa|cuối|hết) mỗi) ?(?<unit>${UNIT})${E}${AS_YEAR}(?! (?:đầu|cuối))`,
  'gu',
);
const EVERY = new RegExp(
  String.raw`${B}(?:cứ )?(?<n>${N}) (?<unit>${UNIT})(?: ?/ ?(?:(?:một|1|01) )?|(?:(?! và| được),? \p{L}+){0,4}? (?:một|1|01) )lần${E}`,
  'gu',
);
const SINCE = new RegExp(String.raw`${B}cứ (?:sau )?(?:mỗi )?(?:(?<n>${N}) )?(?<unit>${UNIT})${E}`, 'gu');
const ONE_A_UNIT = new RegExp(String.raw`${B}(?<unit>${UNIT}) (?:một|1|01) lần${E}`, 'gu');
const TIMES_A_UNIT = new RegExp(
  String.raw`${B}(?<n>${N}) (?:lần|lượt|cuộc|phiên|buổi) ?(?:/ ?|(?:trong|mỗi|một|hằng|1|01)(?: (?:một|mỗi|1|01))? )(?:(?:một|01|1) )?(?<unit>${UNIT})${E}${AS_YEAR}`,
  'gu',
);
const UNIT_TIMES = new RegExp(
  String.raw`${B}(?:mỗi|hằng|một|trong|1|01) (?<unit>${UNIT})${E}${AS_YEAR},?(?: \p{L}+){0,8}? ${AT_LEAST}(?<n>${N}) lần${E}(?! (?:đầu|thứ))`,
  'gu',
);
const HALF_OF_YEAR = new RegExp(String.raw`${B}(?<n>${N}) tháng (?<half>đầu|cuối)(?: của)? năm${E}(?! ?\d{4})`, 'gu');
const QUARTERS = new RegExp(
  String.raw`${B}quý (?:iv|i{1,3}|[1-4])${E}(?:(?:,| và|, và) (?:báo cáo )?(?:quý )?(?:iv|i{1,3}|[1-4])${E})+(?! năm \d)`,
  'gu',
);
const TERM = new RegExp(
  String.raw`${B}(?:(?:hết|cuối|kết thúc)(?: mỗi)? (?:nhiệm kỳ|giai đoạn|chương trình|kế hoạch|quy chế|thời hạn|thời kỳ)|khi (?:hết|kết thúc) (?:nhiệm kỳ|giai đoạn|hiệu lực|thời hạn))${E}`,
  'gu',
);
const MID_TERM = new RegExp(String.raw`${B}giữa (?:nhiệm kỳ|kỳ|giai đoạn)${E}`, 'gu');
const AFTER_YEARS = new RegExp(String.raw`${B}sau (?<n>${N}) năm${E}(?! \d{4})`, 'gu');
const VAGUE_YEAR = new RegExp(
  String.raw`${B}(?<!tháng )(?<!của )(?:cuối|kết thúc|hết|đầu)(?: mỗi| các)? năm${E}(?! ?\d)(?! (?:nay|trước|qua))(?: học${E})?`,
  'gu',
);
const LISTED = new RegExp(
  String.raw`${B}(?:(?<n>${N}) (?<units>tháng|năm)|(?:cả )?(?<unit>${UNIT}))${E}(?! ?\d)${AS_YEAR}(?! (?:sau|tới|tiếp theo|kế tiếp|đầu|cuối|một lần|tuổi|trở lên))`,
  'gu',
);

const BARE: Pick<Interval, 'n' | 'included' | 'milestones' | 'suffix' | 'count'> = {
  n: null,
  included: null,
  milestones: null,
  suffix: false,
  count: null,
};

const OF_UNIT: Readonly<Record<string, Frequency>> = {
  tuần: 'WEEKLY',
  tháng: 'MONTHLY',
  quý: 'QUARTERLY',
  năm: 'YEARLY',
  'nửa năm': 'HALF_YEARLY',
};
const MONTHS: Readonly<Record<string, number>> = { tháng: 1, quý: 3, 'nửa năm': 6, năm: 12 };

type Rule = Pick<Interval, 'frequency' | 'n'>;

/** "3 tháng một lần" stays every 3 months, counted from the start; "6 tháng" is the half-year of reports. */
function every(n: number, unit: string, counted: boolean): Rule | null {
  if (n < 1 || n > 120) return null;
  if (unit === 'tuần') return n === 1 ? { frequency: 'WEEKLY', n: null } : null;
  if (unit === 'năm') return n === 1 ? { frequency: 'YEARLY', n: null } : { frequency: 'EVERY_N_YEARS', n };
  if (unit === 'quý' && n === 1) return { frequency: 'QUARTERLY', n: null };
  const months = n * (MONTHS[unit] ?? 1);
  if (months === 1) return { frequency: 'MONTHLY', n: null };
  if (months === 6) return counted ? { frequency: 'EVERY_N_MONTHS', n: 6 } : { frequency: 'HALF_YEARLY', n: null };
  if (months === 9 && !counted) return { frequency: 'NINE_MONTHS', n: null };
  if (months === 12) return { frequency: 'YEARLY', n: null };
  return { frequency: 'EVERY_N_MONTHS', n: months };
}

/** So many times in a unit, evenly spread; null where that gives no whole months. */
function times(count: number, unit: string): Rule | null {
  if (unit === 'tuần') return count === 1 ? { frequency: 'WEEKLY', n: null } : null;
  const months = (MONTHS[unit] ?? 1) / count;
  if (unit === 'tháng' && count === 4) return { frequency: 'WEEKLY', n: null };
  if (!Number.isInteger(months)) return null;
  if (months === 3) return { frequency: 'QUARTERLY', n: null };
  return every(months, 'tháng', false);
}

/** Every interval of a readable text, from left to right, none over another. */
export function intervalsIn(text: string): Interval[] {
  const found: Interval[] = [];
  const add = (pattern: RegExp, read: (match: RegExpExecArray) => Partial<Interval> | null): void => {
    for (const match of text.matchAll(pattern)) {
      const read_ = read(match);
      const [from, to] = [match.index, match.index + match[0].length];
      if (read_ === null || found.some((other) => from < other.to && other.from < to)) continue;
      found.push({ ...BARE, frequency: 'UNSPECIFIED', how: 'STATED', from, to, ...read_ });
    }
  };
  const [unitOf, nOf] = [groupOf('unit'), (match: RegExpExecArray): number => numberIn(groupOf('n')(match))];
  add(HALF_OF_YEAR, (match) => {
    const n = nOf(match);
    if (n === 9) return { frequency: 'NINE_MONTHS' };
    return n === 6 ? { frequency: 'HALF_YEARLY', included: [groupOf('half')(match) === 'đầu' ? 1 : 2] } : null;
  });
  add(QUARTERS, (match) => ({ frequency: 'QUARTERLY', included: quartersIn(match[0]) }));
  add(TIMES_A_UNIT, (match) => counted(nOf(match), unitOf(match)));
  add(UNIT_TIMES, (match) => counted(nOf(match), unitOf(match)));
  add(EVERY, (match) => {
    const anchored =
      match[0].startsWith('cứ ') || /^,? (?:kể từ|tính từ)/u.test(text.slice(match.index + match[0].length));
    return every(nOf(match), unitOf(match), anchored);
  });
  add(SINCE, (match) => every(nOf(match) || 1, unitOf(match), groupOf('n')(match) !== ''));
  add(TERM, () => ({ frequency: 'END_OF_TERM' }));
  add(MID_TERM, () => ({ frequency: 'UNSPECIFIED', how: 'VAGUE' }));
  add(AFTER_YEARS, (match) => milestone(nOf(match)));
  add(ONE_A_UNIT, (match) => ({ frequency: OF_UNIT[unitOf(match)] ?? 'UNSPECIFIED' }));
  add(STATED, (match) => ({ frequency: OF_UNIT[unitOf(match)] ?? 'UNSPECIFIED' }));
  add(VAGUE_YEAR, () => ({ frequency: 'YEARLY', how: 'VAGUE' }));
  add(LISTED, (match) => {
    const many = groupOf('units')(match);
    const rule = many === '' ? every(1, unitOf(match), false) : every(nOf(match), many, false);
    return rule && { ...rule, how: 'LISTED' };
  });
  return found.sort((a, b) => a.from - b.from);
}

export function groupOf(name: string): (match: RegExpExecArray) => string {
  return (match) => match.groups?.[name] ?? '';
}

function counted(quantity: number, unit: string): Partial<Interval> | null {
  const rule = quantity > 0 ? times(quantity, unit) : null;
  return rule && { ...rule, how: 'COUNTED' };
}

export function milestone(years: number): Partial<Interval> | null {
  if (years < 1 || years > 50) return null;
  return { frequency: 'EVERY_N_YEARS', n: years, milestones: [years] };
}

const ROMAN = ['i', 'ii', 'iii', 'iv'];

function quartersIn(text: string): number[] {
  return [...text.matchAll(new RegExp(String.raw`${B}(iv|i{1,3}|[1-4])${E}`, 'gu'))].map(
    ([, name = '']) => ROMAN.indexOf(name) + 1 || Number(name),
  );
}

export function quarterOf(name: string): number {
  return ROMAN.indexOf(name) + 1 || Number(name);
}
