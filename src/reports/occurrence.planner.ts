import { Inject, Injectable } from '@nestjs/common';
import type { CivilDate } from '../core/civil-date.js';
import { Refusal, refusalText } from '../core/refusal.js';
import { note } from '../platform/audit/audit.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { CalendarQueries } from '../regime/calendar.queries.js';
import { holdRegime } from '../regime/regime.locks.js';
import { SchemeQueries } from '../regime/scheme.queries.js';
import { insertOccurrences, loadSchedules, saveProgress, type PlanWhere, type Progress } from './planning.rows.js';
import { planSchedule, type NewOccurrence, type PlanDesk, type ScheduleFacts } from './planning.rules.js';

interface PlanFailure {
  scheduleId: string;
  /** In Vietnamese. */
  message: string;
}

export interface PlanResult {
  planned: number;
  failures: PlanFailure[];
}

const SCHEDULES_AT_ONCE = 1_000;
const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

/** Turns schedules of running agreements into due reports, over the rolling horizon. */
@Injectable()
export class OccurrencePlanner {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly calendars: CalendarQueries,
    private readonly schemes: SchemeQueries,
  ) {}

  /** Plans to the horizon after `today`; again the same day it makes nothing. A schedule that fails, fails alone. */
  async planSchedules(tx: Tx, act: Act, where: PlanWhere, today: CivilDate): Promise<PlanResult> {
    const desk = { ...(await this.desk(tx)), today, horizonDays: this.config.planHorizonDays };
    const result: PlanResult = { planned: 0, failures: [] };
    for (let afterId: string | undefined = BEFORE_ALL_IDS; afterId !== undefined;) {
      const schedules: ScheduleFacts[] = await loadSchedules(tx, where, afterId, SCHEDULES_AT_ONCE);
      result.planned += await this.planBatch(tx, schedules, desk, result.failures);
      afterId = schedules.length < SCHEDULES_AT_ONCE ? undefined : schedules.at(-1)?.id;
    }
    await this.noteDeed(tx, act, where, result);
    return result;
  }

  /** The schedules that the night has to plan. */
  async dueIds(tx: Tx, asOf: CivilDate): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select s.id from schedule s where s.next_plan_on <= $1 order by s.id`,
      [asOf],
    );
    return rows.map(({ id }) => id);
  }

  /** What every date is computed with. */
  async desk(tx: Tx): Promise<Pick<PlanDesk, 'calendar' | 'schemes'>> {
    await holdRegime(tx);
    return { calendar: await this.calendars.calendar(tx), schemes: await this.schemes.byId(tx) };
  }

  /** Everything is computed before anything is written, so that a rule that throws takes nothing else with it. */
  private async planBatch(
    tx: Tx,
    schedules: readonly ScheduleFacts[],
    desk: PlanDesk,
    failures: PlanFailure[],
  ): Promise<number> {
    const occurrences: NewOccurrence[] = [];
    const progress: Progress[] = [];
    for (const schedule of schedules) {
      try {
        const { occurrences: own, plannedTo, nextPlanOn } = planSchedule(schedule, desk);
        for (const row of own) occurrences.push(row);
        progress.push({ id: schedule.id, plannedTo, nextPlanOn });
      } catch (error) {
        failures.push({ scheduleId: schedule.id, message: messageOf(error) });
        // The night tries it again and shows it again until somebody has mended it.
        const { id, plannedTo, nextPlanOn } = schedule;
        progress.push({ id, plannedTo, nextPlanOn: nextPlanOn ?? desk.today });
      }
    }
    const made = await insertOccurrences(tx, occurrences);
    await saveProgress(tx, progress);
    return made.length;
  }

  /** What a person set off is audited here; the night keeps its own record. */
  private async noteDeed(tx: Tx, act: Act, where: PlanWhere, after: PlanResult): Promise<void> {
    if ('agreementId' in where) await note(tx, act, 'agreement.planned', where.agreementId, { after });
    if ('scheduleIds' in where)
      for (const id of where.scheduleIds) await note(tx, act, 'schedule.planned', id, { after });
  }
}

function messageOf(error: unknown): string {
  if (error instanceof Refusal) return refusalText(error.code, error.facts, 'vi');
  return error instanceof Error ? error.message : String(error);
}
