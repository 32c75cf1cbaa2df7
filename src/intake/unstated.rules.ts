import { isReview, isStrong, type FoundAct } from './act.rules.js';
import type { Stretch } from './cadence-context.rules.js';
import type { Slot } from './cadence-dues.rules.js';
import type { Interval } from './interval.rules.js';
import type { Quantity } from './quantity.rules.js';

export const STATED_BY_DATE: Omit<Interval, 'from' | 'to' | 'frequency'> = {
  n: null,
  included: null,
  milestones: null,
  how: 'STATED',
  suffix: true,
  count: null,
};

export function slotAt(interval: Interval, stretch: Stretch): Slot {
  return { interval, stretch, act: null, due: null, window: null, target: null, reasons: [] };
}

const REGULARLY = /(?<!\p{L})(?:định kỳ|thường kỳ)(?!\p{L})/u;
/** Ordered as something held, as in the founding example (domain §1.7, B5). */
const INSPECTED = /^\s*(?:[-+*•] )?(?:tổ chức|tiến hành) (?:việc |công tác )?kiểm tra,? (?:và )?giám sát/u;
const AFTER_EACH = /(?<!\p{L})(?:sau mỗi|sau từng|kết thúc mỗi) \p{L}+/u;
const ORDERED =
  /(?:(?<!\p{L})(?:tổ chức|tiến hành|thực hiện|chủ trì|phối hợp|định kỳ|chỉ đạo|tham mưu|và|,|;|đánh giá|để|việc|hướng dẫn)\s*$)|^\s*(?:[-+•\d.a-zđ)]+\s+)?$/u;
const OBJECT =
  /^(?:,? ?(?:tổng kết|đánh giá|rút kinh nghiệm|sơ kết))*,? ?(?:và )?(?:việc|công tác|kết quả|tình hình|thực hiện|các chương trình|chương trình|quy chế|nghị quyết|thông tư|kế hoạch|đánh giá|rút kinh nghiệm|các hình thức|về|hoạt động|phong trào|theo)(?!\p{L})/u;

/** Reviews ordered with no interval (three of four, domain §1.4), "định kỳ" with none, "sau mỗi đợt". */
export function withoutInterval(slots: readonly Slot[], stretch: Stretch): Slot[] {
  const { acts, text, from } = stretch;
  const behindNone = (act: FoundAct): Slot =>
    slotAt(
      { ...STATED_BY_DATE, suffix: false, how: 'VAGUE', frequency: 'UNSPECIFIED', from: act.from, to: act.to },
      stretch,
    );
  const free = acts.filter((act) => !slots.some((slot) => slot.act === act));
  const reviews = free.filter(
    (act) =>
      isReview(act) &&
      /(?:sơ|tổng) kết/u.test(text.slice(act.from - from, act.to - from)) &&
      isOrdered(act, stretch) &&
      !sharesInterval(act, slots, stretch),
  );
  const made = reviews.map((act): Slot => {
    const rest = act.kind === 'FINAL_REVIEW' && slots.some((slot) => slot.act !== null && isReview(slot.act));
    const slot = behindNone(act);
    return { ...slot, act, interval: { ...slot.interval, frequency: rest ? 'END_OF_TERM' : 'UNSPECIFIED' } };
  });
  if (slots.length > 0 || made.length > 0) return made;
  const event = AFTER_EACH.exec(text);
  const behind = event ? event.index + event[0].length : 0;
  const act = acts.find(
    (one) => isStrong(one) && (event === null || one.from - from >= Math.max(behind, text.indexOf(',', behind))),
  );
  if (event && act)
    return [{ ...behindNone(act), act, interval: { ...behindNone(act).interval, frequency: 'ON_EVENT' } }];
  const inspection = INSPECTED.exec(text);
  const checked =
    inspection && acts.find(({ kind, from: at }) => kind === 'INSPECTION' && at - from >= inspection.index);
  const regular = REGULARLY.exec(text);
  if (!regular && checked) return [{ ...behindNone(checked), act: checked }];
  if (!regular || /(?:không|quỹ đạo|khám sức khỏe) ?$/u.test(text.slice(0, regular.index))) return [];
  const nearest =
    acts.filter(isStrong).find((one) => one.from - from >= regular.index) ??
    acts.filter(isStrong).findLast((one) => one.to - from <= regular.index);
  return nearest ? [{ ...behindNone(nearest), act: nearest }] : [];
}

function isOrdered(act: FoundAct, { text, from }: Stretch): boolean {
  const before = text.slice(0, act.from - from);
  const after = text.slice(act.to - from);
  if (/^(?:chương|mục|phần|điều) /u.test(text.trim()) || NOT_ORDERED.test(before)) return false;
  const verb =
    /(?<!\p{L})(?:tổ chức|tiến hành|chủ trì|phối hợp|định kỳ|chỉ đạo|tham mưu|đánh giá|để|việc|hướng dẫn)(?:[\p{L}, ]{0,60})$/u.test(
      before,
    );
  const event = /^(?:hội nghị|họp|buổi|lễ)/u.test(text.slice(act.from - from));
  return verb || (!event && ORDERED.test(before) && OBJECT.test(after));
}
const NOT_ORDERED = /(?<!\p{L})(?:đã|dịp|tại|dự|kết luận|nội dung|báo cáo|hội nghị)(?: hội nghị)? ?$/u;

/** "Hằng năm tổ chức sơ kết, tổng kết": one review, one interval for both words. */
function sharesInterval(act: FoundAct, slots: readonly Slot[], { text, from }: Stretch): boolean {
  return slots.some((slot) => {
    if (slot.act === null || !isReview(slot.act)) return false;
    const [a, b] = slot.act.from < act.from ? [slot.act, act] : [act, slot.act];
    const between = text.slice(a.to - from, b.from - from);
    return /^(?:,| và| hoặc|, đánh giá| -)* $/u.test(`${between.trimEnd()} `) && slot.interval.to <= a.from;
  });
}

/** "Ít nhất 2 lần/năm học": a promise in numbers, on no calendar of the register. */
export function onlyCounted(slots: readonly Slot[], counted: readonly Quantity[], stretch: Stretch): Slot[] {
  const [first] = counted;
  if (slots.length > 0 || !first || first.target.per !== 'năm học') return [];
  const [from, to] = [stretch.from + first.from, stretch.from + first.to];
  const act = stretch.acts[0] ?? { from, to, kind: 'ACTIVITY' as const, weak: true };
  return [
    {
      ...slotAt({ ...STATED_BY_DATE, suffix: false, frequency: 'CONTINUOUS', from, to }, stretch),
      act,
      target: first.target,
    },
  ];
}

const ON_DEMAND = /(?<!\p{L})(?:đột xuất|khi có yêu cầu|theo yêu cầu|khi cần thiết|khi cần)(?!\p{L})/u;

/** "… hoặc đột xuất": kept beside the interval; alone it is no cadence. */
export function onRequest(slots: readonly Slot[], stretch: Stretch, isNextTo: boolean): Slot[] {
  const found = ON_DEMAND.exec(stretch.text);
  const [first] = slots;
  const regular = REGULARLY.test(stretch.text) || slots.length > 0 || (isNextTo && stretch.acts.some(isStrong));
  if (!found || !regular) return [];
  const act: FoundAct | null = first?.act ?? stretch.acts.find(isStrong) ?? null;
  if (act === null || first?.interval.frequency === 'ON_EVENT') return [];
  const at = stretch.from + found.index;
  const interval = {
    ...STATED_BY_DATE,
    suffix: false,
    frequency: 'ON_REQUEST' as const,
    from: at,
    to: at + found[0].length,
  };
  return [{ ...slotAt(interval, stretch), act }];
}
