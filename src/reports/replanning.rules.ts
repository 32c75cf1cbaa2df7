import { addDays, earliest, type CivilDate } from '../core/civil-date.js';
import { hasInterval } from '../core/schedule-rule.js';
import type { KnownReport, WantedReport } from './replanning.rows.js';
import {
  duesOf,
  eventDuties,
  occurrencesOf,
  planFrom,
  type NewOccurrence,
  type PlanDesk,
  type ScheduleFacts,
  type SchedulePlan,
} from './planning.rules.js';

/** All that a schedule asks for from its first day to the horizon; an unchanged one asks for what it has planned. */
export function replanSchedule(schedule: ScheduleFacts, desk: PlanDesk): SchedulePlan {
  const { plannedTo } = schedule;
  const waiting = { occurrences: [], plannedTo, nextPlanOn: null };
  const plan = hasInterval(schedule.frequency) ? planFrom(schedule, schedule.inForceFrom, desk) : waiting;
  if (plan.occurrences.length > 0 || plannedTo === null) return plan;
  // Nothing is left: a later interval or term goes on from today and not from the old horizon.
  return { ...plan, plannedTo: earliest(plannedTo, addDays(desk.today, -1)) };
}

/**
 * The reports that events have set off, dated by the rule as it is now. A day given by hand stands; an event has
 * happened, so its report stays owed when the schedule gets an interval.
 */
export function redateEvents(
  schedule: ScheduleFacts,
  known: readonly KnownReport[],
  wasDated: boolean,
  desk: Pick<PlanDesk, 'calendar' | 'schemes'>,
): WantedReport[] {
  const events = known.filter(({ derivation }) => derivation.period.type === 'EVENT');
  const dated = duesOf(schedule).every(({ rule }) => rule !== null);
  if (!wasDated || !dated || schedule.frequency !== 'ON_EVENT') return events.map((report) => asItIs(schedule, report));
  return events.flatMap((report) => {
    const duties = eventDuties(schedule, { on: eventDay(report), dueOn: null }, desk);
    const rows = duties.flatMap((duty) => occurrencesOf(schedule, duty));
    return rows.filter(({ bodyId }) => bodyId === report.bodyId).map(wantedOf);
  });
}

function eventDay({ derivation }: KnownReport): CivilDate {
  return derivation.window.to;
}

export function wantedOf(row: NewOccurrence): WantedReport {
  const { scheduleId: ownerId, bodyId, periodKey, reportYear, tier, state, derivation } = row;
  const { windowStart, windowEnd, dueRaw, dueOn, overdueFrom } = row;
  const dates = { windowStart, windowEnd, dueRaw, dueOn, overdueFrom, derivation };
  return { duty: 'REPORT', ownerId, bodyId, periodKey, reportYear, tier, state, ...dates, row };
}

function asItIs(schedule: ScheduleFacts, report: KnownReport): WantedReport {
  const { bodyId, periodKey, reportYear, tier, windowStart, windowEnd, dueRaw, dueOn, overdueFrom, derivation } =
    report;
  const { id: scheduleId, commitmentId, agreementId, clauseId } = schedule;
  const dates = { windowStart, windowEnd, dueRaw, dueOn, overdueFrom, derivation };
  const names = { scheduleId, commitmentId, agreementId, clauseId, bodyId, periodKey, reportYear, tier };
  return wantedOf({ ...names, ...dates, state: 'due', suspendedOn: null, suspendedBecause: null });
}
