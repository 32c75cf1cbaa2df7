import type { CivilDate } from '../core/civil-date.js';
import type { Refusal } from '../core/refusal.js';
import { refuseHistory } from './history.refusals.js';
import type { Occurrence } from './occurrence.entity.js';
import { OCCURRENCE_LIFE, checkNotTooEarly } from './occurrence.rules.js';
import { refuseReport } from './report.refusals.js';

/** A filing of the past, as the office's papers have it. */
export interface PastFiling {
  commitmentId: string;
  bodyId?: string | null;
  scheduleId?: string | null;
  periodKey: string;
  filedOn: CivilDate;
  nothingToReport?: boolean | null;
  note?: string | null;
}

export type KnownReport = Pick<
  Occurrence,
  'id' | 'commitmentId' | 'scheduleId' | 'bodyId' | 'periodKey' | 'windowStart' | 'dueOn' | 'state' | 'version'
> & { begun: boolean };

export interface Match {
  filing: PastFiling;
  report: KnownReport;
}

/** Each filing with the report it answers; every wrong row is refused at its place, and then none is taken. */
export function matchFilings(
  filings: readonly PastFiling[],
  known: { reports: readonly KnownReport[]; commitments: ReadonlySet<string> },
  today: CivilDate,
): { matches: Match[]; faults: Refusal[] } {
  const matches: Match[] = [];
  const faults: Refusal[] = [];
  const rowOf = new Map<string, number>();
  for (const [index, filing] of filings.entries()) {
    const at = `/filings/${index}`;
    const found = reportOf(filing, known, at);
    if ('code' in found) {
      faults.push(found);
      continue;
    }
    const earlier = rowOf.get(found.id);
    rowOf.set(found.id, earlier ?? index);
    const fault =
      earlier === undefined
        ? checkFiling(filing, found, at, today)
        : refuseHistory('filed-twice', { row: earlier + 1 }, at);
    if (fault) faults.push(fault);
    else matches.push({ filing, report: found });
  }
  return { matches, faults };
}

function reportOf(
  { commitmentId, bodyId, scheduleId, periodKey }: PastFiling,
  { reports, commitments }: { reports: readonly KnownReport[]; commitments: ReadonlySet<string> },
  at: string,
): KnownReport | Refusal {
  if (!commitments.has(commitmentId)) return refuseHistory('commitment-elsewhere', {}, `${at}/commitmentId`);
  const fitting = reports.filter(
    (report) =>
      report.commitmentId === commitmentId &&
      report.periodKey === periodKey &&
      report.bodyId === (bodyId ?? report.bodyId) &&
      report.scheduleId === (scheduleId ?? report.scheduleId),
  );
  const [report] = fitting;
  if (!report) return refuseHistory('no-such-period', { periodKey }, `${at}/periodKey`);
  return fitting.length === 1
    ? report
    : refuseHistory('which-report', { periodKey, count: fitting.length }, `${at}/bodyId`);
}

function checkFiling(
  { filedOn, periodKey }: PastFiling,
  report: KnownReport,
  at: string,
  today: CivilDate,
): Refusal | null {
  if (report.begun) return refuseHistory('has-submission', { periodKey }, at);
  const { state } = report;
  if (!OCCURRENCE_LIFE.can(state, 'file')) return refuseHistory('set-aside', { periodKey, state }, at);
  if (filedOn > today) return refuseReport('in-future', { day: filedOn, today }, `${at}/filedOn`);
  return checkNotTooEarly(report, filedOn, `${at}/filedOn`);
}

/** The day moves back only, and not before entry into force (lesson 32). */
export function checkFollowed(
  followedSince: CivilDate,
  facts: { inForceFrom: CivilDate | null; followedSince: CivilDate | null },
): Refusal | null {
  const { inForceFrom, followedSince: before } = facts;
  if (inForceFrom !== null && followedSince < inForceFrom) {
    return refuseHistory('before-in-force', { followedSince, inForceFrom }, '/followedSince');
  }
  if (before === null || followedSince <= before) return null;
  return refuseHistory('not-earlier', { followedSince, before }, '/followedSince');
}
