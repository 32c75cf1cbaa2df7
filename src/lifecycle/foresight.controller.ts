import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OF_AGREEMENT } from '../agreements/agreement.charge.js';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import {
  ActivationChecksAnswer,
  ForesightAnswer,
  NewReviewCyclePreview,
  NewSchedulePreview,
} from './foresight.contract.js';
import { ForesightService } from './foresight.service.js';
import { ReadinessQueries } from './readiness.queries.js';

@ApiTags('lifecycle')
@Controller()
export class ForesightController {
  constructor(
    private readonly foresight: ForesightService,
    private readonly readiness: ReadinessQueries,
  ) {}

  @Post('agreements/:id/schedule-previews')
  @About('Shows the due dates that a schedule would give, as if the agreement were in force; saves nothing.')
  @Right('agreements.register', OF_AGREEMENT)
  @Answers(200, ForesightAnswer)
  schedule(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewSchedulePreview,
  ): Promise<ForesightAnswer> {
    return this.foresight.ofSchedule(act, id, input);
  }

  @Post('agreements/:id/review-cycle-previews')
  @About('Shows the reviews that a cycle would give, as if the agreement were in force; saves nothing.')
  @Right('agreements.register', OF_AGREEMENT)
  @Answers(200, ForesightAnswer)
  cycle(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewReviewCyclePreview,
  ): Promise<ForesightAnswer> {
    return this.foresight.ofCycle(act, id, input);
  }

  @Get('agreements/:id/activation-checks')
  @About('What would refuse activation today, what is odd, and how much it would plan; changes nothing.')
  @Right('agreements.read')
  @Answers(200, ActivationChecksAnswer)
  checks(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<ActivationChecksAnswer> {
    return this.readiness.of(id, act.today);
  }
}
