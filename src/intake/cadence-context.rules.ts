import { isReview, isStrong, type FoundAct } from './act.rules.js';
import type { Interval } from './interval.rules.js';

/** A stretch between semicolons and full stops, with what was found in it. */
export interface Stretch {
  from: number;
  to: number;
  text: string;
  acts: FoundAct[];
}

/** Stretches of a readable text: a date or an abbreviation with dots is not broken. */
export function stretchesOf(text: string, acts: readonly FoundAct[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  const push = (to: number): void => {
    const inside = acts.filter((act) => act.from >= from && act.to <= to);
    if (text.slice(from, to).trim() !== '') stretches.push({ from, to, text: text.slice(from, to), acts: inside });
  };
  for (const { index } of text.matchAll(/[;!?\n]|\.(?=\s|$)/gu)) {
    if (/^\s*(?:\d{1,2}|[a-zđ]|[ivx]+)$/u.test(text.slice(from, index))) continue;
    push(index);
    from = index + 1;
  }
  push(text.length);
  return stretches;
}

const BEGINS = /^(?:\s*(?:\d{1,2}[.)]|[a-zđ]\)|[-+*•])?\s*)$/u;
const AFTER_PAUSE = /(?:[,:(]|\s-|[”"])\s*$/u;
const TRIGGER =
  /(?<!\p{L})(?:báo cáo|bc|sơ kết|tổng kết|giao ban|định kỳ|đánh giá|họp|kiểm điểm|hội nghị|số liệu|thông tin|gửi)(?: (?:kết quả|định kỳ|thống kê|sơ kết|tổng kết|tổng hợp|công tác|theo|các kỳ|kỳ|thường kỳ|lần))*(?: ?[:(,])? ?$/u;
const DOES =
  /^,? ?(?:các bên |hai bên |các đơn vị |hai đơn vị |các cơ quan |lãnh đạo (?:hai|các) \p{L}+ |phải |có trách nhiệm |chủ động |cùng |phối hợp |tiến hành |tổ chức |sẽ |được )*(?:sơ kết|tổng kết|họp|giao ban|báo cáo|gửi|đánh giá|rút kinh nghiệm|kiểm điểm|trao đổi|thông báo|cung cấp|kiểm tra|giám sát|xây dựng|ban hành|tập huấn|tổ chức|tiến hành|phối hợp|tổng hợp|rà soát|lập|thông tin|cập nhật|làm việc|gặp)(?!\p{L})/u;
const ONLY_A_GROUND = /^\s*(?:căn cứ|trên cơ sở|theo)(?!\p{L})[^,]+$/u;
const PASSIVE = /^,? ?được (?!tổ chức|tiến hành|xây dựng|gửi|tổng hợp|báo cáo|thực hiện|ban hành|chốt)/u;
/** Told of the past, or of an occasion. */
const NOT_DONE_AGAIN = /(?<!\p{L})(?:(?:dịp|qua)(?: \p{L}+){0,2}|khi kết thúc|đã(?!\p{L})[^,;]*) ?$/u;
const CHAINED = /^(?:\s|[,;:(/]|và|hoặc|hay|cùng|cả|-)*$/u;
/** Whose interval tells of a duty when it stands before: "báo cáo hằng năm", not "khen thưởng hằng năm". */
const SPEAKS = [
  'INTERIM_REVIEW',
  'FINAL_REVIEW',
  'MEETING',
  'REPORT',
  'INFO_EXCHANGE',
  'INSPECTION',
  'PLAN',
  'TRAINING',
];
const FARTHEST_OBJECT = 90;

/** Whether an interval orders something in its place; "dự toán hằng năm" does not. `last` is the accepted one before it. */
export function orders(interval: Interval, { from, text, acts }: Stretch, last: Interval | null): boolean {
  const before = text.slice(0, interval.from - from);
  const after = text.slice(interval.to - from);
  const inside = acts.some((act) => act.from >= interval.from && act.from < interval.to);
  if (NOT_DONE_AGAIN.test(before) || ONLY_A_GROUND.test(before)) return false;
  const strong = acts.some(isStrong);
  const reviews = acts.some(isReview);
  if (interval.frequency === 'END_OF_TERM' || interval.milestones !== null) return reviews;
  if (interval.frequency === 'UNSPECIFIED') return reviews || strong;
  if (inside || isQuarters(interval)) return acts.length > 0 || last !== null;
  const chained = last !== null && CHAINED.test(masked(text, last, interval, from));
  if (interval.included !== null) return chained || strong || TRIGGER.test(before);
  if (/định kỳ(?: hằng ngày,?)? ?$/u.test(before) || text.startsWith('định kỳ', interval.from - from))
    return acts.length > 0 || last !== null;
  const inBrackets = /\(\s*$/u.test(before) && acts.some((act) => act.to <= interval.from && SPEAKS.includes(act.kind));
  const hasDate = /^\s*(?:[:(]|,? ?(?:trước|chậm nhất|muộn nhất|gửi)(?!\p{L}))/u.test(after);
  if (interval.how === 'LISTED')
    return (
      chained ||
      inBrackets ||
      (hasDate && strong && /:\s*$/u.test(before)) ||
      TRIGGER.test(before) ||
      (hasNumber(interval, text, from) &&
        starts(before) &&
        (DOES.test(after) || (strong && BEGINS.test(before) && /^(?:,| và | hoặc )/u.test(after))))
    );
  if (PASSIVE.test(after)) return false;
  if (chained) return true;
  if (interval.how === 'VAGUE')
    return (
      (starts(before) ||
        DOES.test(after) ||
        /(?:vào|dịp|đến|khi)\s*$/u.test(before) ||
        speaksBefore(interval, acts, text, from)) &&
      (strong || acts.length > 0)
    );
  if (starts(before)) return acts.some((act) => act.from >= interval.to) || speaksBefore(interval, acts, text, from);
  return (
    speaksBefore(interval, acts, text, from) || (DOES.test(after) && !/(?:trong|theo|của|căn cứ)\s*$/u.test(before))
  );
}

function isQuarters({ frequency, included }: Interval): boolean {
  return frequency === 'QUARTERLY' && included !== null;
}

function hasNumber(interval: Interval, text: string, from: number): boolean {
  return /\s/u.test(text.slice(interval.from - from, interval.to - from));
}

function starts(before: string): boolean {
  return (
    BEGINS.test(before) ||
    AFTER_PAUSE.test(before) ||
    /(?:^|[\s,])(?:cứ|định kỳ|đầu tiên|cuối cùng|vào|trong|theo định kỳ|theo|với)\s*$/u.test(before)
  );
}

/** What lies between two intervals, without brackets and the words of due dates. */
function masked(text: string, last: Interval, next: Interval, from: number): string {
  return text
    .slice(last.to - from, next.from - from)
    .replace(/\([^)]*\)/gu, ' ')
    .replace(
      /(?:gửi )?(?:chậm nhất|muộn nhất|trước|không quá)(?: (?:là|vào|đến|ngày))*(?: (?:cuối|\d[\d/. -]*))(?:tháng [\p{L}\d ]*?(?=[,;]|$))?/gu,
      ' ',
    )
    .replace(/(?:^|\s)báo cáo(?=\s|$)/gu, ' ');
}

/** A review, report, meeting or exchange stands before the interval in the same breath. */
function speaksBefore(interval: Interval, acts: readonly FoundAct[], text: string, from: number): boolean {
  return acts.some((act) => {
    if (act.to > interval.from || !SPEAKS.includes(act.kind)) return false;
    // "Lễ ra quân huấn luyện hằng năm" is no training to be held.
    const held = /(?:tổ chức|mở|tiến hành|phối hợp|thực hiện)[^,;]{0,40}$/u.test(text.slice(0, act.from - from));
    if (act.kind === 'TRAINING' && !held) return false;
    const gap = text.slice(act.to - from, interval.from - from);
    if (gap.length > FARTHEST_OBJECT || /[,:]./u.test(gap.trim()) || gap.trim() === ',') return false;
    return (
      !/(?<!\p{L})(?:kế hoạch|dự toán|ngân sách|nhiệm vụ|chương trình|phong trào|căn cứ|chỉ tiêu)(?: \p{L}+)? ?$/u.test(
        gap,
      ) || act.kind === 'PLAN'
    );
  });
}
