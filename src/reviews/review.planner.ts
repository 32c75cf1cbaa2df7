import { Inject, Injectable } from '@nestjs/common';
import type { CivilDate } from '../core/civil-date.js';
import { Refusal, refusalText } from '../core/refusal.js';
import type { ReportingScheme } from '../core/reporting-scheme.js';
import { note } from '../platform/audit/audit.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { CalendarQueries } from '../regime/calendar.queries.js';
import { holdRegime } from '../regime/regime.locks.js';
import { SchemeQueries } from '../regime/scheme.queries.js';
import { planCycle, type CycleFacts, type CyclePlan, type PlanDesk } from './cycle-plan.rules.js';
import type { AsActivated } from '../agreements/as-activated.rows.js';
import {
  dropReviews,
  insertReviews,
  loadAsActivated,
  loadProposed,
  loadCycles,
  saveProgress,
  type PlanWhere,
  type Progress,
} from './cycle-plan.rows.js';

export interface PlanFailure {
  cycleId: string;
  /** In Vietnamese. */
  message: string;
}

export interface PlanResult {
  planned: number;
  failures: PlanFailure[];
}

const CYCLES_AT_ONCE = 1_000;
const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

/** Turns review cycles of running agreements into reviews, over the rolling horizon. */
@Injectable()
export class ReviewPlanner {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly calendars: CalendarQueries,
    private readonly schemes: SchemeQueries,
  ) {}

  /** Plans to the horizon after `today`; again the same day it makes nothing. A cycle that fails, fails alone. */
  async planCycles(tx: Tx, act: Act, where: PlanWhere, today: CivilDate): Promise<PlanResult> {
    const result = await this.planAll(tx, where, today, false);
    // What a person set off is audited here; the night keeps its own record.
    if ('agreementId' in where) await note(tx, act, 'agreement.reviews-planned', where.agreementId, { after: result });
    if ('cycleIds' in where) {
      for (const id of where.cycleIds) await note(tx, act, 'review-cycle.planned', id, { after: result });
    }
    return result;
  }

  /** A cycle just added or changed: asks for nothing due before `today`. */
  planFromNow(tx: Tx, cycleId: string, today: CivilDate): Promise<PlanResult> {
    return this.planAll(tx, { cycleIds: [cycleId] }, today, true);
  }

  /** What a cycle would ask for if it stood in the agreement and that were activated; writes nothing. */
  async foresee(
    tx: Tx,
    as: AsActivated,
    columns: Readonly<Record<string, unknown>>,
    { today, horizonDays = this.config.planHorizonDays }: { today: CivilDate; horizonDays?: number | undefined },
  ): Promise<CyclePlan | null> {
    const desk = { ...(await this.desk(tx)), today, horizonDays };
    const facts = await loadProposed(tx, as, columns, today);
    return facts && planCycle(facts, desk);
  }

  /** What activation would plan from the cycles there are; writes nothing. */
  async foreseeAll(tx: Tx, as: AsActivated, today: CivilDate): Promise<PlanResult & { unconfirmed: number }> {
    const desk = { ...(await this.desk(tx)), today, horizonDays: this.config.planHorizonDays };
    const { plans, failures } = planEach(await loadAsActivated(tx, as, today), desk);
    const reviews = plans.flatMap((own) => own.reviews);
    const unconfirmed = reviews.filter(({ derivation }) => derivation.unconfirmedYear).length;
    return { planned: reviews.length, failures, unconfirmed };
  }

  /** What every date is computed with. */
  private async desk(tx: Tx): Promise<Pick<PlanDesk, 'calendar' | 'schemes'>> {
    await holdRegime(tx);
    return { calendar: await this.calendars.calendar(tx), schemes: await this.schemes.byId(tx) };
  }

  /** The scheme that an agreement's cycles follow. */
  async schemeOf(tx: Tx, schemeId: string | null): Promise<ReportingScheme | null> {
    return schemeId === null ? null : ((await this.schemes.byId(tx)).get(schemeId) ?? null);
  }

  /** The cycles that the night has to plan. */
  async dueIds(tx: Tx, asOf: CivilDate): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select c.id from review_cycle c where c.next_plan_on <= $1 and c.closed_on is null order by c.id`,
      [asOf],
    );
    return rows.map(({ id }) => id);
  }

  private async planAll(tx: Tx, where: PlanWhere, today: CivilDate, fromNow: boolean): Promise<PlanResult> {
    const desk = { ...(await this.desk(tx)), today, horizonDays: this.config.planHorizonDays };
    const result: PlanResult = { planned: 0, failures: [] };
    for (let afterId: string | undefined = BEFORE_ALL_IDS; afterId !== undefined;) {
      const cycles: CycleFacts[] = await loadCycles(tx, where, today, { afterId, limit: CYCLES_AT_ONCE });
      const asked = fromNow ? cycles.map((cycle) => ({ ...cycle, addedLater: true })) : cycles;
      result.planned += await this.planBatch(tx, asked, desk, result.failures);
      afterId = cycles.length < CYCLES_AT_ONCE ? undefined : cycles.at(-1)?.id;
    }
    return result;
  }

  /** Everything is computed before anything is written, so that a rule that throws takes nothing else with it. */
  private async planBatch(
    tx: Tx,
    cycles: readonly CycleFacts[],
    desk: PlanDesk,
    failures: PlanFailure[],
  ): Promise<number> {
    const { plans, progress, failures: failed } = planEach(cycles, desk);
    failures.push(...failed);
    await dropReviews(
      tx,
      plans.flatMap(({ obsolete }) => obsolete),
      desk.today,
    );
    const made = await insertReviews(
      tx,
      plans.flatMap(({ reviews }) => reviews),
    );
    await saveProgress(tx, progress);
    return made;
  }
}

interface Planning {
  plans: CyclePlan[];
  progress: Progress[];
  failures: PlanFailure[];
}

function planEach(cycles: readonly CycleFacts[], desk: PlanDesk): Planning {
  const failures: PlanFailure[] = [];
  const plans: CyclePlan[] = [];
  const progress: Progress[] = [];
  for (const cycle of cycles) {
    try {
      const own = planCycle(cycle, desk);
      plans.push(own);
      progress.push({ id: cycle.id, plannedTo: own.plannedTo, nextPlanOn: own.nextPlanOn });
    } catch (error) {
      failures.push({ cycleId: cycle.id, message: messageOf(error) });
      // The night tries it again and shows it again until somebody has mended it.
      const { id, plannedTo, nextPlanOn } = cycle;
      progress.push({ id, plannedTo, nextPlanOn: nextPlanOn ?? desk.today });
    }
  }
  return { plans, progress, failures };
}

function messageOf(error: unknown): string {
  if (error instanceof Refusal) return refusalText(error.code, error.facts, 'vi');
  return error instanceof Error ? error.message : String(error);
}
