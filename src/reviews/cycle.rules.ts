import { isDeepStrictEqual } from 'node:util';
import type { CivilDate } from '../core/civil-date.js';
import { Refusal } from '../core/refusal.js';
import type { DueRule, ReportingScheme } from '../core/reporting-scheme.js';
import { checkRule, hasInterval, type Frequency, type ScheduleRule, type Window } from '../core/schedule-rule.js';
import type { Roll } from '../core/working-calendar.js';
import { refuseCycle } from './review.refusals.js';
import type { CountedFrom, ReviewKind } from './review.words.js';

/** When reviews come round, as a cycle stores it. */
export interface CycleRule {
  frequency: Frequency;
  n: number | null;
  included: number[] | null;
  milestones: number[] | null;
  countedFrom: CountedFrom;
  anchorOn: CivilDate | null;
  windowRule: Window;
  due: DueRule | null;
  roll: Roll | null;
}

/** A final review comes at the end of the term; any other interval has to be said (domain §1.7: often it is not). */
export function usualFrequency(kind: ReviewKind): Frequency {
  return kind === 'FINAL_REVIEW' ? 'END_OF_TERM' : 'UNSPECIFIED';
}

/**
 * Years and every N are counted from entry into force (Civil Code 2015, art. 148.3), unless a date of the calendar
 * year is named ("trước 15/12 hằng năm"); months, quarters and half-years follow the reporting scheme.
 */
export function usualWindow(rule: Pick<CycleRule, 'frequency' | 'countedFrom' | 'anchorOn' | 'due'>): Window {
  const { frequency, countedFrom, anchorOn, due } = rule;
  if (frequency === 'EVERY_N_MONTHS' || frequency === 'EVERY_N_YEARS') return { kind: 'ANCHOR' };
  if (countedFrom === 'LAST_HELD' && hasInterval(frequency)) return { kind: 'ANCHOR' };
  const ofTheCalendar = due?.anchor === 'FIXED_DATE' && anchorOn === null;
  return { kind: frequency === 'YEARLY' && !ofTheCalendar ? 'ANCHOR' : 'SCHEME' };
}

/** A new cycle: what is not said is as usual. */
export function newRule(kind: ReviewKind, given: Partial<CycleRule>): CycleRule {
  const rule = {
    frequency: usualFrequency(kind),
    n: null,
    included: null,
    milestones: null,
    countedFrom: 'ANCHOR' as const,
    anchorOn: null,
    due: null,
    roll: null,
    ...given,
  };
  return { ...rule, windowRule: given.windowRule ?? usualWindow(rule) };
}

/** What is not said stays, but another frequency takes along neither the numbers nor the window of the old one. */
export function changedRule(before: CycleRule, given: Partial<CycleRule>): CycleRule {
  const another = given.frequency !== undefined && given.frequency !== before.frequency;
  const rule = { ...before, ...(another ? { n: null, included: null, milestones: null } : {}), ...given };
  const recounted = another || rule.countedFrom !== before.countedFrom;
  return { ...rule, windowRule: given.windowRule ?? (recounted ? usualWindow(rule) : before.windowRule) };
}

/** Whether the dates that follow are the same. */
export function isSameRule(a: CycleRule, b: CycleRule): boolean {
  const plain = (rule: CycleRule): unknown => JSON.parse(JSON.stringify(rule));
  return isDeepStrictEqual(plain(a), plain(b));
}

/** The rule as core plans it. */
export function scheduleRuleOf(cycle: CycleRule): ScheduleRule {
  const { frequency, n, included, milestones, anchorOn, windowRule, due, roll } = cycle;
  const dues = due === null ? [] : [{ tier: 1, rule: due }];
  return { frequency, n, included, milestones, anchor: anchorOn, window: windowRule, dues, roll };
}

interface Surroundings {
  scheme: ReportingScheme | null;
  termFrom: CivilDate | null;
  termTo: CivilDate | null;
}

/** The first thing wrong with a cycle, with its pointer on the wire. UNSPECIFIED is normal: it needs an interval. */
export function checkCycle(rule: CycleRule, around: Surroundings): Refusal | null {
  return checkLastHeld(rule) ?? renamed(checkRule(scheduleRuleOf(rule), around.scheme)) ?? checkOnce(rule, around);
}

function checkLastHeld({ frequency, countedFrom, windowRule, milestones }: CycleRule): Refusal | null {
  if (countedFrom === 'ANCHOR' || frequency === 'UNSPECIFIED') return null;
  if (!hasInterval(frequency) || frequency === 'ONCE' || frequency === 'END_OF_TERM') {
    return refuseCycle('last-held-unfit', { frequency }, '/countedFrom');
  }
  if (windowRule.kind !== 'ANCHOR') return refuseCycle('last-held-window', {}, '/window');
  return milestones === null ? null : refuseCycle('last-held-window', {}, '/milestones');
}

function checkOnce({ frequency, anchorOn }: CycleRule, { termFrom, termTo }: Surroundings): Refusal | null {
  if (frequency !== 'ONCE' || anchorOn === null) return null;
  const inside = (termFrom === null || termFrom <= anchorOn) && (termTo === null || anchorOn <= termTo);
  if (inside) return null;
  return refuseCycle('outside-term', { date: anchorOn, from: termFrom ?? '…', to: termTo ?? '…' }, '/anchorOn');
}

/** A cycle has one due rule and names its anchor `anchorOn`. */
function renamed(fault: Refusal | null): Refusal | null {
  if (fault?.pointer === undefined) return fault;
  const pointer = fault.pointer.replace(/^\/dues\/0\/rule/, '/due').replace(/^\/anchor$/, '/anchorOn');
  return new Refusal(fault.code, fault.status, fault.facts, pointer);
}
