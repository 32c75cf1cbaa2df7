import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import { CommitmentAnswer, CommitmentsAnswer, CommitmentsQuery } from './commitment.contract.js';
import { CommitmentQueries } from './commitment.queries.js';
import { ScheduleAnswer } from './schedule.contract.js';

/** Reads; adding and changing make plans, and so are stories of lifecycle/. */
@ApiTags('commitments')
@Controller()
export class CommitmentController {
  constructor(private readonly queries: CommitmentQueries) {}

  @Get('agreements/:id/commitments')
  @About('What an agreement obliges, with the schedules: all of it, or what is active on a day.')
  @Right('agreements.read')
  @Answers(200, CommitmentsAnswer)
  list(@Param('id', IdPipe) id: string, @Query() { on }: CommitmentsQuery): Promise<CommitmentsAnswer> {
    return on ? this.queries.listOn(id, on) : this.queries.list(id);
  }

  @Get('commitments/:id')
  @About('One commitment.')
  @Right('agreements.read')
  @Answers(200, CommitmentAnswer)
  one(@Param('id', IdPipe) id: string): Promise<CommitmentAnswer> {
    return this.queries.one(id);
  }

  @Get('schedules/:id')
  @About('One schedule.')
  @Right('agreements.read')
  @Answers(200, ScheduleAnswer)
  schedule(@Param('id', IdPipe) id: string): Promise<ScheduleAnswer> {
    return this.queries.schedule(id);
  }
}
