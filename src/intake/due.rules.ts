import type { DueRule, Qualifier } from '../core/reporting-scheme.js';
import type { Frequency } from '../core/schedule-rule.js';
import { formAt } from './date-form.rules.js';
import type { Due } from './due.shape.js';
import { B, E } from './readable.rules.js';
import { daysIn, namedPeriodsIn } from './time-limit.rules.js';

const LEAD = new RegExp(
  String.raw`${B}(?:(?<before>(?:chậm nhất (?:là )?)?trước(?: các| hết)?)|(?<by>(?:(?:chậm|muộn|trễ) nhất|hạn cuối|hạn chót|không (?:quá|muộn hơn|chậm hơn|trễ hơn))(?: cùng)?(?: (?:là|vào|đến|hết|trong|cho đến|sáng|chiều|tối))*|(?:cho )?đến hết|xong trong)|(?<on>trong|vào|sáng|chiều|tối)(?: (?:sáng|chiều|các|đúng))?)(?<days>,? ngày)? (?=\d|thứ|chủ nhật|cuối|hai mươi|ba mươi|mười)|${B}(?<plain>ngày|sáng|chiều|tối|tháng) (?=\d|thứ|chủ nhật|cuối cùng)`,
  'gu',
);

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
  for (const { index } of text.matchAll(WEEKDAY_AHEAD)) {
    if (dues.some((due) => index < due.to && due.from <= index)) continue;
    dues.push(...datesAt(text, { from: index, at: index, qualifier: 'ON', qualified: false, bare: false }));
  }
  return dues.sort((a, b) => a.from - b.from);
}

const WEEKDAY_AHEAD = new RegExp(
  String.raw`${B}(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật) (?:hằng|mỗi) tuần`,
  'gu',
);

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
