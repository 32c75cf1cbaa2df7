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
import type { AsActivated } from '../agreements/as-activated.rows.js';
import {
  insertOccurrences,
  loadAsActivated,
  loadProposed,
  loadSchedules,
  saveProgress,
  type PlanWhere,
  type Progress,
} from './planning.rows.js';
import {
  planSchedule,
  type NewOccurrence,
  type PlanDesk,
  type Reporter,
  type ScheduleFacts,
  type SchedulePlan,
} from './planning.rules.js';

interface PlanFailure {
  scheduleId: string;
  /** In Vietnamese. */
  message: string;
}

export interface PlanResult {
  planned: number;
  failures: PlanFailure[];
}

/** A schedule by its columns that is not in the register; without reporters the leads of the commitment report. */
export interface ProposedSchedule {
  commitmentId: string | null;
  columns: Readonly<Record<string, unknown>>;
  reporters: Reporter[];
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

  /** What a schedule would ask for if it stood in the agreement and that were activated; writes nothing. */
  async foresee(
    tx: Tx,
    as: AsActivated,
    { commitmentId, columns, reporters }: ProposedSchedule,
    { today, horizonDays = this.config.planHorizonDays }: { today: CivilDate; horizonDays?: number | undefined },
  ): Promise<SchedulePlan | null> {
    const desk = { ...(await this.desk(tx)), today, horizonDays };
    const facts = await loadProposed(tx, as, commitmentId, columns);
    return facts && planSchedule(reporters.length > 0 ? { ...facts, reporters } : facts, desk);
  }

  /** What activation would plan from the schedules there are; writes nothing. */
  async foreseeAll(tx: Tx, as: AsActivated, today: CivilDate): Promise<PlanResult & { unconfirmed: number }> {
    const desk = { ...(await this.desk(tx)), today, horizonDays: this.config.planHorizonDays };
    const { occurrences, failures } = planEach(await loadAsActivated(tx, as), desk);
    const unconfirmed = occurrences.filter(({ derivation }) => derivation.unconfirmedYear).length;
    return { planned: occurrences.length, failures, unconfirmed };
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
    const { occurrences, progress, failures: failed } = planEach(schedules, desk);
    failures.push(...failed);
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

interface Planning {
  occurrences: NewOccurrence[];
  progress: Progress[];
  failures: PlanFailure[];
}

function planEach(schedules: readonly ScheduleFacts[], desk: PlanDesk): Planning {
  const failures: PlanFailure[] = [];
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
  return { occurrences, progress, failures };
}

function messageOf(error: unknown): string {
  if (error instanceof Refusal) return refusalText(error.code, error.facts, 'vi');
  return error instanceof Error ? error.message : String(error);
}
