import { Injectable } from '@nestjs/common';
import type { CommitmentAnswer, CommitmentChange, NewCommitment } from '../commitments/commitment.contract.js';
import { CommitmentQueries } from '../commitments/commitment.queries.js';
import { CommitmentService } from '../commitments/commitment.service.js';
import type { NewSchedule, ScheduleAnswer, ScheduleChange } from '../commitments/schedule.contract.js';
import { ScheduleService } from '../commitments/schedule.service.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { PlanningService } from './planning.service.js';

/** Commitments and schedules, with the due reports that follow when the agreement is in force. */
@Injectable()
export class PromiseService {
  constructor(
    private readonly work: Work,
    private readonly commitments: CommitmentService,
    private readonly schedules: ScheduleService,
    private readonly queries: CommitmentQueries,
    private readonly planning: PlanningService,
  ) {}

  add(act: Act, agreementId: string, input: NewCommitment): Promise<CommitmentAnswer> {
    return this.work.run(act, async (tx) => {
      const { id } = await this.commitments.add(tx, act, agreementId, input);
      await this.planning.planReports(tx, act, agreementId);
      return this.queries.one(id, tx);
    });
  }

  change(act: Act, id: string, input: CommitmentChange): Promise<CommitmentAnswer> {
    return this.work.run(act, (tx) => this.commitments.change(tx, act, id, input));
  }

  async remove(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      await this.commitments.remove(tx, act, id);
      return {};
    });
  }

  addSchedule(act: Act, commitmentId: string, input: NewSchedule): Promise<ScheduleAnswer> {
    return this.work.run(act, async (tx) => {
      const { agreementId } = await this.queries.one(commitmentId, tx);
      const { id } = await this.schedules.add(tx, act, commitmentId, input);
      await this.planning.planReports(tx, act, agreementId);
      return this.queries.schedule(id, tx);
    });
  }

  changeSchedule(act: Act, id: string, input: ScheduleChange): Promise<ScheduleAnswer> {
    return this.work.run(act, async (tx) => {
      const { commitmentId } = await this.schedules.change(tx, act, id, input);
      const { agreementId } = await this.queries.one(commitmentId, tx);
      await this.planning.planReports(tx, act, agreementId);
      return this.queries.schedule(id, tx);
    });
  }

  async removeSchedule(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      await this.schedules.remove(tx, act, id);
      return {};
    });
  }
}
