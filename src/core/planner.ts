import { addDays, latest, partsOf, type CivilDate } from './civil-date.js';
import type { Derivation } from './derivation.js';
import { dueDate, type DueSettings } from './due-date.js';
import { periodTypeOf } from './period-windows.js';
import { periodsEndingFrom, type Period, type PeriodFacts } from './periods.js';
import type { DueRule } from './reporting-scheme.js';
import type { TierDue } from './schedule-rule.js';
import type { Roll, WorkingCalendar } from './working-calendar.js';

export interface PlanFacts extends PeriodFacts {
  /** Duties due before this day are not asked for (an agreement registered years after signing). */
  readonly followedSince: CivilDate | null;
  /** Days on which nothing falls due, both ends included: the agreement was paused. */
  readonly pauses?: readonly { readonly from: CivilDate; readonly to: CivilDate }[];
}

export interface PlannedDuty {
  /** Stable identity of the period, whatever entry into force cuts away. */
  readonly periodKey: string;
  readonly ordinal: number;
  readonly reportYear: number;
  readonly tier: number;
  /** Both ends included; the start is cut by entry into force. */
  readonly windowStart: CivilDate;
  readonly windowEnd: CivilDate;
  /** The last acceptable day before and after it rolls. */
  readonly dueRaw: CivilDate;
  readonly dueOn: CivilDate;
  /** The first day on which the report is late. */
  readonly overdueFrom: CivilDate;
  readonly derivation: Derivation;
}

export interface Plan {
  readonly duties: PlannedDuty[];
  /** Where to go on planning; null when nothing will ever follow. */
  readonly nextWindowStart: CivilDate | null;
}

const FIRST_TIER: readonly TierDue[] = [{ tier: 1, rule: null }];

/**
 * The duties whose window starts within the span, both ends included, in order of window and tier. The first window
 * starts on entry into force; a period is owed when its window ends within the term, though its due date may lie
 * after; nothing is owed that was due before entry into force, before it was followed, or in a pause. Refuses date.impossible.
 */
export function plan(
  facts: PlanFacts,
  span: { readonly from: CivilDate; readonly to: CivilDate },
  calendar: WorkingCalendar,
): Plan {
  const { inForceFrom, termEnd, followedSince, pauses = [] } = facts;
  const owedFrom = latest(inForceFrom, followedSince ?? inForceFrom);
  const isOwed = (on: CivilDate): boolean => on >= owedFrom && !pauses.some(({ from, to }) => from <= on && on <= to);
  const duties: PlannedDuty[] = [];
  for (const period of periodsEndingFrom(facts, latest(inForceFrom, span.from))) {
    if (termEnd !== null && period.to > termEnd) break;
    const start = latest(period.from, inForceFrom);
    if (start > span.to) return { duties, nextWindowStart: start };
    if (start < span.from) continue;
    for (const tier of facts.rule.dues.length > 0 ? facts.rule.dues : FIRST_TIER) {
      const duty = dutyOf(facts, period, tier, calendar);
      if (isOwed(duty.dueOn)) duties.push(duty);
    }
  }
  return { duties, nextWindowStart: null };
}

/** The duty that an event sets off: nDays after it (negative: before), working or calendar days, the event's day not counted (Civil Code 2015, art. 147). */
export function eventDue(
  rule: DueRule,
  eventOn: CivilDate,
  calendar: WorkingCalendar,
  roll: Roll,
  beforeCountsDay = false,
): PlannedDuty {
  const period: Period = {
    kind: 'EVENT',
    key: `E${eventOn}`,
    ordinal: 1,
    reportYear: partsOf(eventOn).year,
    from: eventOn,
    to: eventOn,
    nthDate: eventOn,
  };
  const settings = { roll, beforeCountsDay };
  return duty({ period, tier: 1, rule, ruleSource: 'SCHEDULE', schemeCode: null, anchor: eventOn }, settings, calendar);
}

function dutyOf(facts: PlanFacts, period: Period, { tier, rule }: TierDue, calendar: WorkingCalendar): PlannedDuty {
  const { scheme } = facts;
  const ofScheme = rule === null ? schemeDue(facts, tier) : null;
  const counted = period.kind === 'NTH' || period.kind === 'ONCE';
  const start = latest(period.from, facts.inForceFrom);
  return duty(
    {
      period: { ...period, from: start },
      cut: start !== period.from,
      tier,
      rule: rule ?? ofScheme,
      ruleSource: rule !== null ? 'SCHEDULE' : ofScheme !== null ? 'SCHEME' : 'NONE',
      schemeCode: scheme?.code ?? null,
      anchor: counted ? (facts.rule.anchor ?? facts.inForceFrom) : null,
    },
    { roll: facts.rule.roll ?? scheme?.roll ?? 'NEXT', beforeCountsDay: scheme?.beforeCountsDay ?? false },
    calendar,
  );
}

/** A scheme dates the reports of its own windows; a SPAN ("Quý IV hằng năm") or ANCHOR window is due at its own end. */
function schemeDue({ rule, scheme }: PlanFacts, tier: number): DueRule | null {
  const type = periodTypeOf(rule.frequency);
  if (type === null || rule.window.kind === 'SPAN' || rule.window.kind === 'ANCHOR') return null;
  return scheme?.dues[type]?.[tier - 1] ?? null;
}

interface DutySource extends Pick<Derivation, 'rule' | 'ruleSource' | 'schemeCode' | 'anchor'> {
  readonly period: Period;
  readonly cut?: boolean;
  readonly tier: number;
}

function duty(source: DutySource, settings: DueSettings, calendar: WorkingCalendar): PlannedDuty {
  const { period, tier, rule, ruleSource, schemeCode, anchor } = source;
  const { kind, key, ordinal, reportYear, from, to } = period;
  const { raw, on, because, unconfirmedYears } = dueDate(period, rule, calendar, settings);
  return {
    periodKey: key,
    ordinal,
    reportYear,
    tier,
    windowStart: from,
    windowEnd: to,
    dueRaw: raw,
    dueOn: on,
    overdueFrom: addDays(on, 1),
    derivation: {
      anchor,
      ordinal,
      period: { type: kind, key, reportYear },
      window: { from, to, cutByEntryIntoForce: source.cut ?? false },
      rule,
      ruleSource,
      schemeCode,
      beforeCountsDay: settings.beforeCountsDay,
      raw,
      on,
      roll: settings.roll,
      rolledBecause: because,
      unconfirmedYear: unconfirmedYears.length > 0,
      unconfirmedYears,
    },
  };
}
