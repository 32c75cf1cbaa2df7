import { Injectable } from '@nestjs/common';
import { BodyEventService } from '../bodies/body-event.service.js';
import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { OccurrenceFlags } from '../reports/occurrence.flags.js';
import { OccurrencePlanner } from '../reports/occurrence.planner.js';
import { ReviewFlags } from '../reviews/review.flags.js';
import { ReviewPlanner } from '../reviews/review.planner.js';
import type { Step } from './one-bad-row.js';

type Flag = (tx: Tx, asOf: CivilDate, only?: string[]) => Promise<number>;
type Ids = (tx: Tx, asOf: CivilDate) => Promise<string[]>;

/** What a passing day does to reports, reviews and follow-ups: one statement each. */
@Injectable()
export class DutySteps {
  constructor(
    private readonly reports: OccurrenceFlags,
    private readonly reviews: ReviewFlags,
    private readonly reportPlanner: OccurrencePlanner,
    private readonly reviewPlanner: ReviewPlanner,
    private readonly bodies: BodyEventService,
  ) {}

  /** Before planning and flagging: bodies take their new names and places, and what waits for a successor is not late. */
  suspensions(): Step[] {
    return [
      flag(
        'bodiesChanged',
        (...asked) => this.bodies.applyDue(...asked),
        (...asked) => this.bodies.dueIds(...asked),
      ),
      flag(
        'reportsSuspended',
        (...asked) => this.reports.suspendOrphans(...asked),
        (...asked) => this.reports.orphanIds(...asked),
      ),
      flag(
        'reviewsSuspended',
        (...asked) => this.reviews.suspendOrphans(...asked),
        (...asked) => this.reviews.orphanIds(...asked),
      ),
    ];
  }

  plans(act: Act): Step[] {
    return [
      {
        name: 'reportsPlanned',
        ids: (tx, asOf) => this.reportPlanner.dueIds(tx, asOf),
        all: async (tx, asOf) => reported(await this.reportPlanner.planSchedules(tx, act, { dueBy: asOf }, asOf)),
        some: async (tx, asOf, scheduleIds) =>
          reported(await this.reportPlanner.planSchedules(tx, act, { scheduleIds }, asOf)),
      },
      {
        name: 'reviewsPlanned',
        ids: (tx, asOf) => this.reviewPlanner.dueIds(tx, asOf),
        all: async (tx, asOf) => reported(await this.reviewPlanner.planCycles(tx, act, { dueBy: asOf }, asOf)),
        some: async (tx, asOf, cycleIds) => reported(await this.reviewPlanner.planCycles(tx, act, { cycleIds }, asOf)),
      },
    ];
  }

  flags(): Step[] {
    return [
      flag(
        'reportsOverdue',
        (...asked) => this.reports.noticeOverdue(...asked),
        (...asked) => this.reports.overdueIds(...asked),
      ),
      flag(
        'reviewsOverdue',
        (...asked) => this.reviews.noticeOverdue(...asked),
        (...asked) => this.reviews.overdueIds(...asked),
      ),
      flag(
        'followUpsOverdue',
        (...asked) => this.reviews.noticeOverdueFollowUps(...asked),
        (...asked) => this.reviews.overdueFollowUpIds(...asked),
      ),
    ];
  }
}

function flag(name: string, set: Flag, ids: Ids): Step {
  return {
    name,
    ids,
    all: async (tx, asOf) => ({ count: await set(tx, asOf), failures: [] }),
    some: async (tx, asOf, only) => ({ count: await set(tx, asOf, only), failures: [] }),
  };
}

interface Planned {
  planned: number;
  failures: { scheduleId?: string; cycleId?: string; message: string }[];
}

function reported({ planned, failures }: Planned): Awaited<ReturnType<Step['all']>> {
  return {
    count: planned,
    failures: failures.map(({ scheduleId, cycleId, message }) => ({ id: scheduleId ?? cycleId ?? null, message })),
  };
}
