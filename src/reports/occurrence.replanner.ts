import { Inject, Injectable } from '@nestjs/common';
import { addDays, type CivilDate } from '../core/civil-date.js';
import type { KnownDuty, WantedDuty } from '../core/duty.js';
import type { ReportingScheme } from '../core/reporting-scheme.js';
import { checkRule } from '../core/schedule-rule.js';
import { redate } from '../core/redating.js';
import type { WorkingCalendar } from '../core/working-calendar.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/work.js';
import { OccurrencePlanner } from './occurrence.planner.js';
import { insertOccurrences, loadRunning, saveProgress, type Progress } from './planning.rows.js';
import { ruleOf, type ScheduleFacts } from './planning.rules.js';
import {
  dropReports,
  moveReports,
  refreshReports,
  reportsOf,
  reportsRestingOn,
  type KnownReport,
  type WantedReport,
} from './replanning.rows.js';
import { redateEvents, replanSchedule, wantedOf } from './replanning.rules.js';

interface Replanned {
  known: KnownDuty[];
  wanted: WantedReport[];
  progress: Progress[];
}

interface Changes {
  refreshed: readonly { known: KnownDuty; to: WantedDuty }[];
  moved: readonly { known: KnownDuty; to: WantedDuty }[];
  added: readonly WantedDuty[];
  dropped: readonly KnownDuty[];
}

/** What stands between the due reports that exist and those the facts now ask for; deciding and writing it are others' part. */
@Injectable()
export class OccurrenceReplanner {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly planner: OccurrencePlanner,
  ) {}

  /** `wasDated` says of an event schedule whether it dated its events itself before the change. */
  async replan(
    tx: Tx,
    scheduleIds: readonly string[],
    today: CivilDate,
    wasDated: (schedule: ScheduleFacts) => boolean,
  ): Promise<Replanned> {
    const desk = { ...(await this.planner.desk(tx)), today, horizonDays: this.config.planHorizonDays };
    const result: Replanned = { known: [], wanted: [], progress: [] };
    const schedules = await loadRunning(tx, scheduleIds);
    const known = bySchedule(await reportsOf(tx, scheduleIds, today));
    for (const schedule of schedules) {
      const own = known.get(schedule.id) ?? [];
      const { occurrences, plannedTo, nextPlanOn } = replanSchedule(schedule, desk);
      result.known.push(...own);
      result.wanted.push(...occurrences.map(wantedOf), ...redateEvents(schedule, own, wasDated(schedule), desk));
      result.progress.push({ id: schedule.id, plannedTo, nextPlanOn });
    }
    return result;
  }

  /** The first schedule of these that could not be planned under the scheme, with the reason. */
  async unfit(tx: Tx, scheduleIds: readonly string[], scheme: ReportingScheme): Promise<string | null> {
    const schedules = await loadRunning(tx, scheduleIds);
    return schedules.find((schedule) => checkRule(ruleOf(schedule), scheme) !== null)?.id ?? null;
  }

  /** Due reports that may rest on the days or years, and the same under the new calendar. */
  async redated(
    tx: Tx,
    changed: { days: readonly CivilDate[]; years: readonly number[] },
    since: CivilDate,
    calendar: WorkingCalendar,
  ): Promise<{ known: KnownDuty[]; wanted: WantedDuty[] }> {
    const known = await reportsRestingOn(tx, changed, since);
    const wanted = known.map((report) => {
      const derivation = redate(report.derivation, calendar);
      const { raw: dueRaw, on: dueOn } = derivation;
      return { ...report, derivation, dueRaw, dueOn, overdueFrom: addDays(dueOn, 1), state: 'due' };
    });
    return { known, wanted };
  }

  /** Writes exactly this; false when a row of it had been changed by somebody else. */
  async write(tx: Tx, { refreshed, moved, added, dropped }: Changes, progress: readonly Progress[]): Promise<boolean> {
    const rows = (added as WantedReport[]).map(({ row }) => row);
    await refreshReports(tx, refreshed);
    const written = {
      moved: await moveReports(tx, moved),
      dropped: await dropReports(tx, dropped),
      added: (await insertOccurrences(tx, rows)).length,
    };
    await saveProgress(tx, progress);
    return written.moved === moved.length && written.dropped === dropped.length && written.added === added.length;
  }
}

function bySchedule(reports: readonly KnownReport[]): Map<string, KnownReport[]> {
  const groups = new Map<string, KnownReport[]>();
  for (const report of reports) {
    const group = groups.get(report.ownerId);
    if (group) group.push(report);
    else groups.set(report.ownerId, [report]);
  }
  return groups;
}
