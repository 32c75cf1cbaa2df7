import type { Due } from './due.shape.js';
import { quarterOf } from './interval.rules.js';
import { B, E, N, numberIn } from './readable.rules.js';

const DAYS_AFTER = new RegExp(
  String.raw`${B}(?:(?:trong|trong vòng|trong thời hạn|trong thời gian|chậm nhất|muộn nhất|không quá)(?: (?:là|sau|trong|vòng|thời hạn|thời gian|không quá))*|sau|trước(?: ít nhất| tối thiểu| chậm nhất)?|ít nhất|tối thiểu) (?<n>${N}) ngày(?<working> làm việc)?${E}(?<behind>[^.;]{0,60})`,
  'gu',
);
const PERIOD_ENDS = new RegExp(
  String.raw`^,? ?(?:kể từ|tính từ|sau|từ)?(?: ngày| khi)*(?: (?:kết thúc|hết|chốt|cuối))+(?: (?:kỳ|quý|tháng|năm|tuần|·+|số liệu|báo cáo|mỗi|6))+`,
  'u',
);

/** Time limits in days, from an event or from the end of the period. */
export function daysIn(text: string): Due[] {
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
      /(?<!\p{L})(?:sau khi|sau mỗi|kể từ|khi|kết thúc|ngay sau)(?!\p{L})[^.;]*$/u.test(ahead) ||
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
const YEAR_BEHIND = /(?<=(?:sơ kết|tổng kết)[^.;,]{0,60}) (?:vào|trong|đến)(?: cuối| hết)? năm (?<year>\d{4})/gu;
/** At the head of its phrase: "năm 2028 tổ chức sơ kết"; behind a noun it only says of which year. */
const YEAR_AHEAD =
  /(?:^|[,;:.] ?|(?<!\p{L})(?:đến|vào|trong|cuối) )(?:hết )?năm (?<year>\d{4})(?=,? (?:[\p{L}]+ ){0,4}(?:sơ kết|tổng kết))/gu;

/** A quarter or year that is named: by its last day. */
export function namedPeriodsIn(text: string): Due[] {
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
