import { addDays, daysBetween, latest, type CivilDate } from '../core/civil-date.js';
import { eventDue, plan, type PlanFacts, type PlannedDuty } from '../core/planner.js';
import type { ReportingScheme } from '../core/reporting-scheme.js';
import type { Frequency, ScheduleRule, TierDue } from '../core/schedule-rule.js';
import type { Roll, WorkingCalendar } from '../core/working-calendar.js';
import type { Occurrence } from './occurrence.entity.js';
import { refuseReport } from './report.refusals.js';

export interface Reporter {
  bodyId: string;
  tier: number;
  /** Days of the duty, inclusive; null = open. */
  fromOn: CivilDate | null;
  toOn: CivilDate | null;
  /** Last day of the body itself. */
  validTo: CivilDate | null;
}

/** A schedule with all that its dates follow from. */
export interface ScheduleFacts {
  id: string;
  commitmentId: string;
  agreementId: string;
  clauseId: string | null;
  frequency: Frequency;
  n: number | null;
  included: number[] | null;
  milestones: number[] | null;
  anchorOn: CivilDate | null;
  windowRule: ScheduleRule['window'];
  dues: ScheduleRule['dues'];
  roll: Roll | null;
  schemeId: string | null;
  inForceFrom: CivilDate | null;
  termEnd: CivilDate | null;
  followedSince: CivilDate | null;
  pauses?: PlanFacts['pauses'];
  plannedTo: CivilDate | null;
  nextPlanOn: CivilDate | null;
  reporters: Reporter[];
}

export type NewOccurrence = Pick<
  Occurrence,
  | 'scheduleId'
  | 'commitmentId'
  | 'agreementId'
  | 'bodyId'
  | 'clauseId'
  | 'periodKey'
  | 'reportYear'
  | 'tier'
  | 'windowStart'
  | 'windowEnd'
  | 'dueRaw'
  | 'dueOn'
  | 'overdueFrom'
  | 'derivation'
  | 'state'
  | 'suspendedOn'
  | 'suspendedBecause'
>;

export interface SchedulePlan {
  occurrences: NewOccurrence[];
  plannedTo: CivilDate | null;
  nextPlanOn: CivilDate | null;
}

export interface PlanDesk {
  calendar: WorkingCalendar;
  schemes: ReadonlyMap<string, ReportingScheme>;
  today: CivilDate;
  horizonDays: number;
}

/** What a schedule asks for up to the horizon, from where it was planned last; refuses what can give no date. */
export function planSchedule(schedule: ScheduleFacts, desk: PlanDesk): SchedulePlan {
  const { inForceFrom, plannedTo } = schedule;
  return planFrom(schedule, plannedTo === null ? inForceFrom : addDays(plannedTo, 1), desk);
}

/** `from` is the first day of a window; null = entry into force is not known. */
export function planFrom(schedule: ScheduleFacts, from: CivilDate | null, desk: PlanDesk): SchedulePlan {
  const { inForceFrom, plannedTo } = schedule;
  if (inForceFrom === null || from === null) throw refuseReport('no-start');
  if (schedule.reporters.length === 0) throw refuseReport('nobody-reports');
  const horizon = addDays(desk.today, desk.horizonDays);
  // An earlier day asked for again must not look behind what is planned already.
  const to = latest(horizon, plannedTo ?? horizon);
  const { duties, nextWindowStart } = plan(
    {
      rule: ruleOf(schedule),
      scheme: schemeOf(schedule, desk),
      inForceFrom,
      termEnd: schedule.termEnd,
      followedSince: schedule.followedSince,
      pauses: schedule.pauses ?? [],
    },
    { from, to },
    desk.calendar,
  );
  // When nothing follows, planning stops at the last window and not at the horizon: a longer term goes on from there.
  const reached = nextWindowStart === null ? (duties.at(-1)?.windowEnd ?? plannedTo) : to;
  return {
    occurrences: duties.flatMap((duty) => occurrencesOf(schedule, duty)),
    plannedTo: reached,
    nextPlanOn: nextWindowStart === null ? null : addDays(nextWindowStart, -desk.horizonDays),
  };
}

/**
 * A duty for each body of its tier that is responsible on the due day (domain §6.3.5); a body that is gone by then
 * leaves it waiting for its successor and never overdue.
 */
export function occurrencesOf(schedule: ScheduleFacts, duty: PlannedDuty): NewOccurrence[] {
  const { windowStart, windowEnd, dueRaw, dueOn, overdueFrom, periodKey, reportYear, tier, derivation } = duty;
  return schedule.reporters
    .filter((reporter) => reporter.tier === tier && isResponsible(reporter, dueOn))
    .map(({ bodyId, validTo }) => ({
      scheduleId: schedule.id,
      commitmentId: schedule.commitmentId,
      agreementId: schedule.agreementId,
      bodyId,
      clauseId: schedule.clauseId,
      periodKey,
      reportYear,
      tier,
      windowStart,
      windowEnd,
      dueRaw,
      dueOn,
      overdueFrom,
      derivation,
      ...(validTo !== null && validTo < dueOn
        ? { state: 'suspended', suspendedOn: addDays(validTo, 1), suspendedBecause: 'AWAITING_SUCCESSOR' }
        : { state: 'due', suspendedOn: null, suspendedBecause: null }),
    }));
}

/** The duties of one event or request, a duty a tier; a due day given by hand stands as it is and never rolls. */
export function eventDuties(
  schedule: ScheduleFacts,
  event: { on: CivilDate; dueOn: CivilDate | null },
  desk: Pick<PlanDesk, 'calendar' | 'schemes'>,
): PlannedDuty[] {
  const { on, dueOn } = event;
  const scheme = schemeOf(schedule, desk);
  const roll = schedule.roll ?? scheme?.roll ?? 'NEXT';
  return duesOf(schedule).map(({ tier, rule }) => {
    if (dueOn !== null) {
      const given = { qualifier: 'BY', anchor: 'EVENT', nDays: daysBetween(on, dueOn), dayKind: 'CALENDAR' } as const;
      return { ...eventDue(given, on, desk.calendar, 'NONE'), tier };
    }
    if (rule === null) throw refuseReport('due-on-missing', {}, '/dueOn');
    return { ...eventDue(rule, on, desk.calendar, roll, scheme?.beforeCountsDay), tier };
  });
}

/** The stated tiers, and those of reporters for whom the schedule states nothing: the scheme speaks for them. */
export function duesOf({ dues, reporters }: Pick<ScheduleFacts, 'dues' | 'reporters'>): TierDue[] {
  const stated = new Set(dues.map(({ tier }) => tier));
  const silent = [...new Set(reporters.map(({ tier }) => tier))].filter((tier) => !stated.has(tier));
  return [...dues, ...silent.map((tier) => ({ tier, rule: null }))].sort((a, b) => a.tier - b.tier);
}

function isResponsible({ fromOn, toOn }: Reporter, day: CivilDate): boolean {
  return (fromOn === null || fromOn <= day) && (toOn === null || day <= toOn);
}

export function ruleOf(schedule: ScheduleFacts): ScheduleRule {
  const { frequency, n, included, milestones, roll } = schedule;
  const { anchorOn: anchor, windowRule: window } = schedule;
  return { frequency, n, included, milestones, anchor, window, dues: duesOf(schedule), roll };
}

function schemeOf({ schemeId }: ScheduleFacts, { schemes }: Pick<PlanDesk, 'schemes'>): ReportingScheme | null {
  return schemeId === null ? null : (schemes.get(schemeId) ?? null);
}
