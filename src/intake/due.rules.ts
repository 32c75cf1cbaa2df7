import type { DueRule, Qualifier } from '../core/reporting-scheme.js';
import type { Frequency } from '../core/schedule-rule.js';
import { quarterOf } from './interval.rules.js';
import { B, E, N, numberIn } from './readable.rules.js';

/** A date or time limit as found in a sentence; offsets in the readable text. */
export interface Due {
  from: number;
  to: number;
  qualifier: Qualifier;
  /** Whether a word such as "trước", "chậm nhất" stands before it. */
  qualified: boolean;
  date: DueDate;
  /** "hằng năm", "hằng tháng" behind it: the interval it states itself. */
  states: Frequency | null;
}

export type DueDate =
  | { form: 'DATE'; day: number | 'LAST'; month: number; nextYear: boolean }
  | { form: 'ONCE'; day: number | 'LAST'; month: number; year: number }
  /** A day of a month that the interval tells. */
  | { form: 'DAY'; day: number | 'LAST'; of: 'LAST_MONTH' | 'NEXT_MONTH' | 'UNSAID' }
  | { form: 'WEEKDAY'; weekday: number; nextWeek: boolean }
  | { form: 'DAYS'; days: number; working: boolean; after: 'EVENT' | 'PERIOD' };

const LEAD = new RegExp(
  String.raw`${B}(?:(?<before>(?:chậm nhất (?:là )?)?trước(?: các| hết)?)|(?<by>(?:(?:chậm|muộn|trễ) nhất|hạn cuối|hạn chót|không (?:quá|muộn hơn|chậm hơn|trễ hơn))(?: cùng)?(?: (?:là|vào|đến|hết|trong|cho đến|sáng|chiều|tối))*|(?:cho )?đến hết|xong trong)|(?<on>trong|vào|sáng|chiều|tối)(?: (?:sáng|chiều|các|đúng))?)(?<days>,? ngày)? (?=\d|thứ|chủ nhật|cuối|hai mươi|ba mươi|mười)|${B}(?<plain>ngày|sáng|chiều|tối|tháng) (?=\d|thứ|chủ nhật|cuối cùng)`,
  'gu',
);

const MONTH_NAMES = ['giêng', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];
/** The longer first: "mười hai" before "mười". */
const MONTHS_BY_LENGTH = MONTH_NAMES.toReversed().join('|');
const DAY = String.raw`(?<day>\d{1,2}|hai mươi|ba mươi|mười lăm|mười|cuối cùng|cuối|đầu tiên)`;
const NEXT_YEAR = String.raw`(?:,? ?(?<next>(?:của )?năm (?:sau|kế tiếp|tiếp theo|kế|tới|liền kề)(?: liền kề| đó)?))?`;
const YEAR = String.raw`(?: (?:của )?năm (?<year>\d{4}))?`;

const FORMS: readonly [RegExp, (parts: Readonly<Record<string, string | undefined>>) => DueDate | null][] = [
  [
    new RegExp(
      String.raw`(?<day>\d{1,2}) ?[/.-] ?(?<month>\d{1,2})(?: ?[/.-] ?(?<year>\d{4}))?${E}(?!/)${NEXT_YEAR}`,
      'yu',
    ),
    dated,
  ],
  [
    new RegExp(
      String.raw`${DAY}(?: của)? tháng (?<month>\d{1,2}|${MONTHS_BY_LENGTH}|chạp)${E}(?! một lần)${YEAR}${NEXT_YEAR}`,
      'yu',
    ),
    dated,
  ],
  [
    new RegExp(
      String.raw`${DAY}(?:,)? (?:của )?(?:tháng (?:sau|kế tiếp|tiếp theo|kế|liền kề|tới)(?: liền kề)?|tháng (?:đầu tiên |đầu )(?:của )?(?:quý|kỳ)(?: (?:sau|tiếp theo|kế tiếp|tới))?)${E}`,
      'yu',
    ),
    ({ day }) => ({ form: 'DAY', day: dayOf(day), of: 'NEXT_MONTH' }),
  ],
  [
    new RegExp(
      String.raw`${DAY}(?:,)? (?:của )?tháng (?:cuối|cuối cùng)(?: của)?(?: mỗi)?(?: (?:quý|kỳ|·+))?${E}`,
      'yu',
    ),
    ({ day }) => ({ form: 'DAY', day: dayOf(day), of: 'LAST_MONTH' }),
  ],
  [
    new RegExp(
      String.raw`thứ (?<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])${E}(?: (?:của )?(?<next>tuần (?:sau|tiếp theo|kế tiếp)))?`,
      'yu',
    ),
    ({ weekday = '', next }) => weekday_(weekday, next !== undefined),
  ],
  [/chủ nhật/uy, () => ({ form: 'WEEKDAY', weekday: 7, nextWeek: false })],
  [
    new RegExp(
      String.raw`${DAY}(?: (?:của )?tháng(?: (?:báo cáo|đó|·+))?)?${E}(?! ?(?:ngày|tháng|năm|lần|quý|tuần|%|người|bên|đơn vị|cơ quan|giờ|\d|/))`,
      'yu',
    ),
    ({ day }) => ({ form: 'DAY', day: dayOf(day), of: 'UNSAID' }),
  ],
];

const MONTHS_ONLY = new RegExp(
  String.raw`(?<month>\d{1,2})(?: ?/ ?(?<slashed>\d{4})| năm (?<year>\d{4}))?${E}(?! ?[/]| lần)`,
  'yu',
);
const CONTINUES = /(?:,| và|, và|;)(?: (?:trước|vào|ngày|đến))* (?=\d{1,2} ?[/.-] ?\d{1,2})/uy;
const MONTH_CONTINUES = /(?:,| và|, và)(?: (?:trong|vào))* tháng (?=\d{1,2}(?! ?năm))/uy;
const STATES = new RegExp(String.raw`,? ?(?:của )?(?:hằng|mỗi) (?<unit>tuần|tháng|quý|năm)${E}`, 'yu');
const STATED: Readonly<Record<string, Frequency>> = {
  tuần: 'WEEKLY',
  tháng: 'MONTHLY',
  quý: 'QUARTERLY',
  năm: 'YEARLY',
};

type Parts = Readonly<Record<string, string | undefined>>;

function dayOf(day: string | undefined): number | 'LAST' {
  if (day === 'đầu tiên') return 1;
  return day === undefined || day.startsWith('cuối') ? 'LAST' : numberIn(day);
}

function dated({ day, month = '', year, next }: Parts): DueDate | null {
  const number = /^\d/u.test(month) ? Number(month) : month === 'chạp' ? 12 : MONTH_NAMES.indexOf(month) + 1;
  if (number < 1 || number > 12 || dayOf(day) === 0) return null;
  if (year !== undefined) return { form: 'ONCE', day: dayOf(day), month: number, year: Number(year) };
  return { form: 'DATE', day: dayOf(day), month: number, nextYear: next !== undefined };
}

function weekday_(name: string, nextWeek: boolean): DueDate {
  const n = /\d/u.test(name) ? Number(name) : MONTH_NAMES.indexOf(name) + 1;
  return { form: 'WEEKDAY', weekday: n - 1, nextWeek };
}

const DAYS_AFTER = new RegExp(
  String.raw`${B}(?:(?:trong|trong vòng|trong thời hạn|trong thời gian|chậm nhất|muộn nhất|không quá)(?: (?:là|sau|trong|vòng|thời hạn|thời gian|không quá))*|sau|trước(?: ít nhất| tối thiểu| chậm nhất)?|ít nhất|tối thiểu) (?<n>${N}) ngày(?<working> làm việc)?${E}(?<behind>[^.;]{0,60})`,
  'gu',
);
const PERIOD_ENDS = new RegExp(
  String.raw`^,? ?(?:kể từ|tính từ|sau|từ)?(?: ngày| khi)*(?: (?:kết thúc|hết|chốt|cuối))+(?: (?:kỳ|quý|tháng|năm|tuần|·+|số liệu|báo cáo|mỗi|6))+`,
  'u',
);

/** Time limits in days, from an event or from the end of the period. */
function daysIn(text: string): Due[] {
  return [...text.matchAll(DAYS_AFTER)].flatMap((match) => {
    const { n = '', working, behind = '' } = match.groups ?? {};
    const to = match.index + match[0].length - behind.length;
    const lead = match[0].slice(0, match[0].length - behind.length);
    const ahead = text.slice(Math.max(0, match.index - 90), match.index);
    const least = /^(?:ít nhất|tối thiểu)/u.test(lead);
    const before =
      lead.startsWith('trước') ||
      (least && /trước(?: ngày| khi| thời điểm| cuộc)[^.;,]{0,40}$/u.test(ahead)) ||
      /^,? trước(?: khi| ngày| thời điểm)/u.test(behind);
    const after = /^,? (?:kể từ|tính từ|từ (?:ngày|khi)|sau(?: khi| ngày| đó)?|nhận)/u.test(behind);
    const told =
      before ||
      after ||
      /(?<!\p{L})(?:sau khi|sau mỗi|kể từ|khi)(?!\p{L})[^.;]*$/u.test(ahead) ||
      lead.startsWith('sau ');
    if (!told || numberIn(n) > 366 || (least && !before)) return [];
    const period = !before && PERIOD_ENDS.test(behind);
    const days = numberIn(n) * (before ? -1 : 1);
    const date = {
      form: 'DAYS' as const,
      days,
      working: working !== undefined,
      after: period ? ('PERIOD' as const) : ('EVENT' as const),
    };
    return [{ from: match.index, to, qualifier: 'BY' as const, qualified: true, date, states: null }];
  });
}

const QUARTER_OF = new RegExp(
  String.raw`${B}(?:(?:vào|trong) )?quý (?<q>iv|i{1,3}|[1-4])(?: năm |\/)(?<year>\d{4})`,
  'gu',
);
/** At the head of its phrase: "năm 2028 tổ chức sơ kết"; behind a noun it only says of which year. */
const YEAR_BEHIND = /(?<=(?:sơ kết|tổng kết)[^.;,]{0,60}) (?:vào|trong|đến)(?: cuối| hết)? năm (?<year>\d{4})/gu;
const YEAR_AHEAD =
  /(?:^|[,;:.] ?|(?<!\p{L})(?:đến|vào|trong|cuối) )(?:hết )?năm (?<year>\d{4})(?=,? (?:[\p{L}]+ ){0,4}(?:sơ kết|tổng kết))/gu;

/** A quarter or year that is named: by its last day. */
function namedPeriodsIn(text: string): Due[] {
  const read = (match: RegExpExecArray, month: number): Due => {
    const date = { form: 'ONCE' as const, day: 'LAST' as const, month, year: Number(match.groups?.['year']) };
    const from = match.index + (/^[,;:. ]+/u.exec(match[0])?.[0].length ?? 0);
    return { from, to: match.index + match[0].length, qualifier: 'BY', qualified: false, date, states: null };
  };
  return [
    ...[...text.matchAll(QUARTER_OF)].map((match) => read(match, 3 * quarterOf(match.groups?.['q'] ?? ''))),
    ...unlessOver([...text.matchAll(YEAR_AHEAD), ...text.matchAll(YEAR_BEHIND)].map((match) => read(match, 12))),
  ];
}

function unlessOver(dues: readonly Due[]): Due[] {
  return dues.filter((due, at) => !dues.slice(0, at).some((other) => due.from < other.to && other.from < due.to));
}

/** Every due date of a readable text, from left to right. */
export function duesIn(text: string): Due[] {
  const dues = [...daysIn(text), ...namedPeriodsIn(text)];
  for (const lead of text.matchAll(LEAD)) {
    const { before, by, on, plain, days } = lead.groups ?? {};
    const at = lead.index + lead[0].length;
    if (dues.some((due) => lead.index < due.to && due.from < at)) continue;
    const qualifier: Qualifier = before !== undefined ? 'BEFORE' : by !== undefined ? 'BY' : 'ON';
    const qualified = plain === undefined;
    const months = plain === 'tháng' || (/(?:vào|trong) $/u.test(lead[0]) && text.startsWith('tháng ', at));
    const bare = on !== undefined && days === undefined;
    if (months) dues.push(...monthsAt(text, lead.index, at, qualified));
    else dues.push(...datesAt(text, { from: lead.index, at, qualifier, qualified, bare }));
  }
  return dues.sort((a, b) => a.from - b.from);
}

interface Place {
  from: number;
  at: number;
  qualifier: Qualifier;
  qualified: boolean;
  /** "vào 5 …" without "ngày": only a date with its month, or a weekday, is meant. */
  bare: boolean;
}

function datesAt(text: string, { from, at, qualifier, qualified, bare }: Place): Due[] {
  const first = formAt(text, at);
  if (first === null || (bare && first.date.form === 'DAY')) return [];
  const dues: Due[] = [{ from, to: first.to, qualifier, qualified, date: first.date, states: null }];
  for (let end = first.to; ;) {
    CONTINUES.lastIndex = end;
    const next = CONTINUES.exec(text);
    const more = next && formAt(text, end + next[0].length);
    if (!next || !more || (more.date.form !== 'DATE' && more.date.form !== 'ONCE')) break;
    dues.push({ from: end, to: more.to, qualifier, qualified, date: more.date, states: null });
    end = more.to;
  }
  return withStated(text, dues);
}

/** "vào tháng 6 và tháng 12 hằng năm": due on the last day of the month. */
function monthsAt(text: string, from: number, at: number, qualified: boolean): Due[] {
  const dues: Due[] = [];
  for (let end = at; ;) {
    MONTHS_ONLY.lastIndex = end;
    const found = MONTHS_ONLY.exec(text);
    const month = Number(found?.groups?.['month'] ?? 0);
    if (!found || month < 1 || month > 12) break;
    const year = found.groups?.['slashed'] ?? found.groups?.['year'];
    const to = end + found[0].length;
    const day = 'LAST' as const;
    const date =
      year === undefined
        ? { form: 'DATE' as const, day, month, nextYear: false }
        : { form: 'ONCE' as const, day, month, year: Number(year) };
    dues.push({ from: dues.at(-1)?.to ?? from, to, qualifier: 'BY', qualified, date, states: null });
    MONTH_CONTINUES.lastIndex = to;
    const next = MONTH_CONTINUES.exec(text);
    if (!next) break;
    end = to + next[0].length;
  }
  return withStated(text, dues);
}

function withStated(text: string, dues: Due[]): Due[] {
  const last = dues.at(-1);
  if (!last) return [];
  STATES.lastIndex = last.to;
  const found = STATES.exec(text);
  const late = /^,? (?:là )?(?:chậm nhất|muộn nhất|hạn cuối|hạn chót)(?=[,.;]|$)/u.test(
    text.slice(last.to + (found?.[0].length ?? 0)),
  );
  const told = late ? dues.map((due) => ({ ...due, qualifier: 'BY' as const, qualified: true })) : dues;
  if (!found) return ofQuarter(told, text);
  const states = STATED[found.groups?.['unit'] ?? ''] ?? null;
  return told.map((due, at) => ({ ...due, states, to: at === told.length - 1 ? due.to + found[0].length : due.to }));
}

/** "ngày 20 của tháng cuối quý" says itself how often. */
function ofQuarter(dues: readonly Due[], text: string): Due[] {
  return dues.map((due) => {
    const quarter = due.date.form === 'DAY' && text.slice(due.from, due.to).includes('quý');
    return quarter ? { ...due, states: 'QUARTERLY' } : due;
  });
}

function formAt(text: string, at: number): { to: number; date: DueDate } | null {
  for (const [form, read] of FORMS) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (!found) continue;
    const date = read(found.groups ?? {});
    return date && { to: at + found[0].length, date };
  }
  return null;
}

/** The due rule of a date once the interval is known; null where the two do not go together. */
export function dueRuleFor({ qualifier, date }: Due, frequency: Frequency): DueRule | null {
  switch (date.form) {
    case 'DATE':
    case 'ONCE':
      return {
        qualifier,
        anchor: 'FIXED_DATE',
        day: date.day,
        month: date.month,
        ...(date.form === 'DATE' && date.nextYear ? { yearOffset: 1 } : {}),
      };
    case 'DAY': {
      if (!['MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'NINE_MONTHS', 'YEARLY'].includes(frequency)) return null;
      return {
        qualifier,
        anchor: date.of === 'NEXT_MONTH' ? 'NEXT_PERIOD_FIRST_MONTH' : 'PERIOD_LAST_MONTH',
        day: date.day,
      };
    }
    case 'WEEKDAY':
      return { qualifier, anchor: 'WEEKDAY', weekday: date.weekday, ...(date.nextWeek ? { nDays: 7 } : {}) };
    case 'DAYS':
      return {
        qualifier: date.days < 0 ? 'BY' : 'WITHIN',
        anchor: date.after === 'PERIOD' ? 'CUTOFF' : 'EVENT',
        nDays: date.days,
        dayKind: date.working ? 'WORKING' : 'CALENDAR',
      };
  }
}
