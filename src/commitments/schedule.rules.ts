import type { CivilDate } from '../core/civil-date.js';
import { Refusal } from '../core/refusal.js';
import type { ReportingScheme } from '../core/reporting-scheme.js';
import { checkRule, hasInterval, type ScheduleRule } from '../core/schedule-rule.js';
import { refuseSchedule } from './commitment.refusals.js';

export interface ScheduleFacts {
  rule: ScheduleRule;
  startsOn: CivilDate | null;
  endsOn: CivilDate | null;
  reporters: readonly { bodyId: string; tier: number }[];
}

interface Surroundings {
  scheme: ReportingScheme | null;
  termFrom: CivilDate | null;
  termTo: CivilDate | null;
  parties: ReadonlySet<string>;
  hasLead: boolean;
  /** Only looked at: who reports is not said yet. */
  nobodyYet?: boolean;
}

/** `anchor`, `window`, `roll` carry their names on the wire. */
const ON_THE_WIRE: Readonly<Record<string, string>> = { '/anchor': '/anchorOn' };

/** The rule itself, its place in the term, and who is to report. */
export function checkSchedule(facts: ScheduleFacts, around: Surroundings): Refusal | null {
  const fault = checkRule(facts.rule, around.scheme);
  if (fault) return renamed(fault);
  return checkTerm(facts, around) ?? (around.nobodyYet ? null : checkReporters(facts, around));
}

function renamed(fault: Refusal): Refusal {
  const pointer = fault.pointer === undefined ? undefined : (ON_THE_WIRE[fault.pointer] ?? fault.pointer);
  return new Refusal(fault.code, fault.status, fault.facts, pointer);
}

function checkTerm({ rule, startsOn, endsOn }: ScheduleFacts, { termFrom, termTo }: Surroundings): Refusal | null {
  if (startsOn && endsOn && endsOn < startsOn) return refuseSchedule('dates-reversed', {}, '/endsOn');
  const once = rule.frequency === 'ONCE' ? rule.anchor : null;
  const asked: [CivilDate | null, string][] = [
    [startsOn, '/startsOn'],
    [endsOn, '/endsOn'],
    [once, '/anchorOn'],
  ];
  for (const [date, pointer] of asked) {
    if (date === null) continue;
    const early = termFrom !== null && date < termFrom && pointer !== '/startsOn';
    if (!early && (termTo === null || date <= termTo)) continue;
    return refuseSchedule('outside-term', { date, from: termFrom ?? '…', to: termTo ?? '…' }, pointer);
  }
  return null;
}

function checkReporters({ rule, reporters }: ScheduleFacts, { parties, hasLead }: Surroundings): Refusal | null {
  const seen = new Set<string>();
  for (const [index, { bodyId }] of reporters.entries()) {
    const pointer = `/reporters/${index}/bodyId`;
    if (!parties.has(bodyId)) return refuseSchedule('reporter-not-involved', {}, pointer);
    if (seen.has(bodyId)) return refuseSchedule('reporter-twice', {}, pointer);
    seen.add(bodyId);
  }
  if (reporters.length === 0 && !hasLead && hasInterval(rule.frequency))
    return refuseSchedule('nobody-reports', {}, '/reporters');
  const tiers = new Set(reporters.length > 0 ? reporters.map(({ tier }) => tier) : [1]);
  const empty = rule.dues.findIndex(({ tier }) => !tiers.has(tier));
  if (empty < 0) return null;
  return refuseSchedule('tier-without-reporter', { tier: rule.dues[empty]?.tier ?? 0 }, `/dues/${empty}/tier`);
}
