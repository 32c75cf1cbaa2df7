import { Injectable } from '@nestjs/common';
import type { ScheduleAnswer, ScheduleChange } from '../commitments/schedule.contract.js';
import { ScheduleService } from '../commitments/schedule.service.js';
import { note } from '../platform/audit/audit.js';
import { insertOne } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { OccurrenceReplanner } from '../reports/occurrence.replanner.js';
import type { NewScheduleRevision, PreviewAnswer, ScheduleRevisionAnswer } from './replanning.contract.js';
import { ScheduleRevision } from './replanning.entity.js';
import { ReplanningQueries } from './replanning.queries.js';
import { NOTHING, ReplanningService, type Outcome } from './replanning.service.js';

interface Revised {
  before: ScheduleAnswer;
  after: ScheduleAnswer;
  outcome: Outcome;
}

/** A schedule that has planned reports: first shown what a change does to them, then changed exactly so (design §3.6). */
@Injectable()
export class ScheduleRevisionService {
  constructor(
    private readonly work: Work,
    private readonly schedules: ScheduleService,
    private readonly reports: OccurrenceReplanner,
    private readonly replanning: ReplanningService,
    private readonly queries: ReplanningQueries,
  ) {}

  preview(act: Act, id: string, change: ScheduleChange): Promise<PreviewAnswer> {
    return this.work.rehearse(async (tx) => {
      const { outcome } = await this.revise(tx, act, id, change);
      return this.queries.answer(tx, outcome);
    });
  }

  apply(act: Act, id: string, input: NewScheduleRevision): Promise<ScheduleRevisionAnswer> {
    const { token, reason = null, ...change } = input;
    return this.work.run(act, async (tx) => {
      const { before, after, outcome } = await this.revise(tx, act, id, change);
      this.replanning.hold(outcome, token);
      // Told before it is written, while the dropped still have their names.
      const told = await this.queries.answer(tx, outcome);
      const { changeId, revision } = await this.record(tx, act, { before, after, outcome }, reason);
      await this.replanning.write(tx, act, outcome, { cause: 'SCHEDULE', changeId, reason });
      const { counts } = outcome;
      await note(tx, act, 'schedule.revised', id, { before, after: { ...after, revision, reason, counts } });
      return { ...told, changeId, revision, schedule: after, version: after.version };
    });
  }

  private async revise(tx: Tx, act: Act, id: string, change: ScheduleChange): Promise<Revised> {
    const { before, after } = await this.schedules.revise(tx, act, id, change);
    const wasDated = before.dues.some(({ rule }) => rule !== null);
    const reports = await this.reports.replan(tx, [id], act.today, () => wasDated);
    const seen = { version: before.version };
    return { before, after, outcome: this.replanning.outcome(act, change, seen, { reports, reviews: NOTHING }) };
  }

  private async record(
    tx: Tx,
    act: Act,
    { before, after, outcome }: Revised,
    reason: string | null,
  ): Promise<{ changeId: string; revision: number }> {
    const revision = (await tx.countBy(ScheduleRevision, { scheduleId: after.id })) + 1;
    const changeId = await insertOne(tx, ScheduleRevision, {
      scheduleId: after.id,
      revision,
      before,
      after,
      reason,
      counts: outcome.counts,
      byId: act.actor.id,
      onDate: act.today,
      at: act.at,
    });
    return { changeId, revision };
  }
}
