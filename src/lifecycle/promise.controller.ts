import { Body, Controller, Delete, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommitmentAnswer, CommitmentChange, NewCommitment } from '../commitments/commitment.contract.js';
import { NewSchedule, ScheduleAnswer, ScheduleChange } from '../commitments/schedule.contract.js';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import { PromiseService } from './promise.service.js';
import { OF_AGREEMENT } from '../agreements/agreement.charge.js';
import { OF_COMMITMENT, OF_SCHEDULE } from '../commitments/commitment.charge.js';

@ApiTags('commitments')
@Controller()
export class PromiseController {
  constructor(private readonly promises: PromiseService) {}

  @Post('agreements/:id/commitments')
  @About('Adds a commitment with its bodies and schedules; on an agreement in force its reports are planned at once.')
  @Right('agreements.register', OF_AGREEMENT)
  @Answers(201, CommitmentAnswer)
  add(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewCommitment,
  ): Promise<CommitmentAnswer> {
    return this.promises.add(act, id, input);
  }

  @Patch('commitments/:id')
  @About('Changes a commitment; needs If-Match.')
  @Right('agreements.register', OF_COMMITMENT)
  @Answers(200, CommitmentAnswer)
  change(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: CommitmentChange,
  ): Promise<CommitmentAnswer> {
    return this.promises.change(act, id, input);
  }

  @Delete('commitments/:id')
  @About('Deletes a commitment from which nothing is due yet.')
  @Right('agreements.register', OF_COMMITMENT)
  @Answers(204, null)
  remove(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.promises.remove(act, id);
  }

  @Post('commitments/:id/schedules')
  @About('Adds a schedule; on an agreement in force nothing due before today is asked for.')
  @Right('agreements.register', OF_COMMITMENT)
  @Answers(201, ScheduleAnswer)
  addSchedule(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewSchedule,
  ): Promise<ScheduleAnswer> {
    return this.promises.addSchedule(act, id, input);
  }

  @Patch('schedules/:id')
  @About('Sets the interval of a schedule from which nothing is planned yet; needs If-Match.')
  @Right('agreements.register', OF_SCHEDULE)
  @Answers(200, ScheduleAnswer)
  changeSchedule(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: ScheduleChange,
  ): Promise<ScheduleAnswer> {
    return this.promises.changeSchedule(act, id, input);
  }

  @Delete('schedules/:id')
  @About('Deletes a schedule from which nothing is planned yet.')
  @Right('agreements.register', OF_SCHEDULE)
  @Answers(204, null)
  removeSchedule(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.promises.removeSchedule(act, id);
  }
}
