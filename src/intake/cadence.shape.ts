import { makeDate, type CivilDate } from '../core/civil-date.js';
import type { CommitmentKind } from '../commitments/commitment.words.js';
import type { DueRule } from '../core/reporting-scheme.js';
import { checkRule, type Frequency, type Window } from '../core/schedule-rule.js';
import type { Reason, Slot } from './cadence-dues.rules.js';
import type { Target } from './quantity.rules.js';
import { dueRuleFor } from './due.rules.js';

export type Confidence = 'HIGH' | 'MEDIUM' | 'LOW';

/** A schedule, review or time limit in the words of the register; offsets in the clause as printed (NFC). */
export interface Cadence {
  kind: CommitmentKind;
  frequency: Frequency;
  n: number | null;
  included: number[] | null;
  milestones: number[] | null;
  anchorOn: CivilDate | null;
  window: Window;
  due: DueRule | null;
  target: Target | null;
  /** The words that told it, with those around them up to the full stop. */
  sentence: string;
  from: number;
  to: number;
  /** Where its interval, date or window stands, the last of them. */
  toldAt: number;
  confidence: Confidence;
  reasons: Reason[];
  missing: ('interval' | 'due' | 'actor')[];
  /** The register's own refusal of the rule: an impossible date, for one. */
  fault: string | null;
}

const LOW: readonly Reason[] = ['no-interval', 'impossible-date', 'act-unclear', 'year-guessed'];

/** The finished proposal of a slot. */
export function cadenceOf(slot: Slot, printed: string, text: string): Cadence {
  const reasons = [...slot.reasons];
  const { interval, stretch } = slot;
  let { frequency, n, included } = interval;
  const { milestones } = interval;
  let window: Window = slot.window ?? { kind: frequency === 'EVERY_N_MONTHS' ? 'ANCHOR' : 'SCHEME' };
  let due = slot.rule ?? (slot.due && dueRuleFor(slot.due, frequency));
  let anchorOn: CivilDate | null = null;
  if (slot.due?.date.form === 'ONCE') {
    const { year, month, day } = slot.due.date;
    frequency = 'ONCE';
    n = null;
    anchorOn = dateOr(year, month, day, reasons);
    if (!slot.due.qualified || day === 'LAST') due = null;
  }
  if (due?.anchor === 'FIXED_DATE' || window.kind === 'SPAN') {
    if (frequency === 'HALF_YEARLY' && included === null) {
      included = [halfOf(due, window)];
      if (due?.anchor !== 'FIXED_DATE') reasons.push('half-guessed');
    }
    if (window.kind === 'SPAN' && frequency === 'QUARTERLY' && included === null) frequency = 'YEARLY';
  }
  if (window.kind === 'SPAN' && due?.anchor === 'CUTOFF') window = { ...window };
  const kind = kindOf(slot, frequency, text, reasons);
  if (frequency === 'UNSPECIFIED') reasons.push('no-interval');
  if (interval.how === 'VAGUE' && frequency === 'YEARLY') reasons.push('interval-vague');
  if (interval.how === 'COUNTED') reasons.push('interval-counted');
  const rule = {
    frequency,
    n,
    included,
    milestones: frequency === 'ONCE' ? null : milestones,
    anchor: anchorOn,
    window,
    dues: due === null ? [] : [{ tier: 1, rule: due }],
    roll: null,
  };
  const fault = checkRule(rule)?.code ?? null;
  if (fault === 'schedule.impossible-date') reasons.push('impossible-date');
  const { from, to } = trimmed(printed, stretch.from, stretch.to);
  return {
    kind,
    ...{ frequency, n, included, milestones: rule.milestones, anchorOn, window, due, target: slot.target },
    ...{ sentence: printed.slice(from, to), from, to },
    toldAt: Math.max(interval.from, slot.due?.from ?? 0),
    confidence: reasons.some((reason) => LOW.includes(reason)) ? 'LOW' : reasons.length > 0 ? 'MEDIUM' : 'HIGH',
    reasons,
    missing: frequency === 'UNSPECIFIED' ? ['interval'] : [],
    fault,
  };
}

function dateOr(year: number, month: number, day: number | 'LAST', reasons: Reason[]): CivilDate | null {
  try {
    return makeDate(year, month, day);
  } catch {
    reasons.push('impossible-date');
    return null;
  }
}

/** The half-year that a lone date or window belongs to: "6 tháng (trước ngày 31/7)" is the first. */
function halfOf(due: DueRule | null, window: Window): number {
  if (window.kind === 'SPAN') return window.to.month <= 7 && window.to.yearOffset === 0 ? 1 : 2;
  const month = due?.month ?? 6;
  return (due?.yearOffset ?? 0) === 0 && month >= 4 && month <= 9 ? 1 : 2;
}

const ONE_YEAR: readonly Frequency[] = ['YEARLY', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY'];

function kindOf(slot: Slot, frequency: Frequency, text: string, reasons: Reason[]): CommitmentKind {
  const { act, stretch, due } = slot;
  if (act === null) {
    reasons.push('act-unclear');
    return 'REPORT';
  }
  if (act.kind === 'FINAL_REVIEW' && ONE_YEAR.includes(frequency)) {
    reasons.push('wrap-up');
    return 'INTERIM_REVIEW';
  }
  const word = text.slice(act.from, act.to);
  if (
    word === 'thông báo' &&
    !/(?<!\p{L})(?:nhau|hai bên|các bên|đôi bên|bên kia|phía bên)(?!\p{L})/u.test(stretch.text)
  )
    return 'REPORT';
  if (frequency === 'ON_EVENT' && (act.kind === 'MEETING' || act.kind === 'ACTIVITY'))
    return due === null ? act.kind : 'DEADLINE';
  if (act.kind === 'ACTIVITY' && due?.qualified === true) return 'DEADLINE';
  return act.kind;
}

function trimmed(printed: string, from: number, to: number): { from: number; to: number } {
  const text = printed.slice(from, to);
  const start = from + (text.length - text.trimStart().length);
  return { from: start, to: start + text.trim().length };
}
