import { CALENDAR_SEED, CONFIRMED_YEARS } from '../../src/regime/calendar-seed.js';
import { plan, type PlanFacts, type PlannedDuty } from '../../src/core/planner.js';
import type { DueRule } from '../../src/core/reporting-scheme.js';
import type { ScheduleRule } from '../../src/core/schedule-rule.js';
import { workingCalendar } from '../../src/core/working-calendar.js';

/** The office's calendar of 2025 and 2026. */
export const calendar = workingCalendar(CALENDAR_SEED, CONFIRMED_YEARS);

export function aRule(frequency: ScheduleRule['frequency'], changes: Partial<ScheduleRule> = {}): ScheduleRule {
  return {
    frequency,
    n: null,
    included: null,
    milestones: null,
    anchor: null,
    window: { kind: 'SCHEME' },
    dues: [],
    roll: null,
    ...changes,
  };
}

export function due(...rules: (DueRule | null)[]): Pick<ScheduleRule, 'dues'> {
  return { dues: rules.map((rule, i) => ({ tier: i + 1, rule })) };
}

export function facts(rule: ScheduleRule, changes: Partial<PlanFacts> = {}): PlanFacts {
  return { rule, scheme: null, inForceFrom: '2020-01-01', termEnd: null, followedSince: null, ...changes };
}

export function dutiesIn(planFacts: PlanFacts, from: string, to: string): PlannedDuty[] {
  return plan(planFacts, { from, to }, calendar).duties;
}

/** "key: start..end due raw → on", the line the tables of the domain page use. */
export function line({ periodKey, windowStart, windowEnd, dueRaw, dueOn }: PlannedDuty): string {
  return `${periodKey}: ${windowStart}..${windowEnd} ${dueRaw === dueOn ? dueOn : `${dueRaw} → ${dueOn}`}`;
}

export function dutyFor(planFacts: PlanFacts, periodKey: string): PlannedDuty {
  const found = dutiesIn(planFacts, '2020-01-01', '2030-12-31').find((duty) => duty.periodKey === periodKey);
  if (found === undefined) throw new Error(`no duty for ${periodKey}`);
  return found;
}
