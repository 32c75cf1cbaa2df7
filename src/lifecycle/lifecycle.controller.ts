import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import {
  ActivationAnswer,
  NewActivation,
  NewOutcome,
  NewTermination,
  OutcomeAnswer,
  TerminationAnswer,
} from './activation.contract.js';
import { ActivationService } from './activation.service.js';
import { EndingService } from './ending.service.js';
import { OutcomeService } from './outcome.service.js';
import { OF_AGREEMENT } from '../agreements/agreement.charge.js';
import { OF_REVIEW } from '../reviews/review.charge.js';

@ApiTags('lifecycle')
@Controller()
export class LifecycleController {
  constructor(
    private readonly activation: ActivationService,
    private readonly ending: EndingService,
    private readonly outcomes: OutcomeService,
  ) {}

  @Post('agreements/:id/activation')
  @About('Activates a signed agreement: due reports and reviews are planned, or wait for its first day in force.')
  @Right('agreements.activate', OF_AGREEMENT)
  @Answers(201, ActivationAnswer)
  activate(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewActivation,
  ): Promise<ActivationAnswer> {
    return this.activation.activate(act, id, input);
  }

  @Post('agreements/:id/termination')
  @About('Ends an agreement before its time; what was due only after that day is set aside.')
  @Right('agreements.end', OF_AGREEMENT)
  @Answers(201, TerminationAnswer)
  terminate(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewTermination,
  ): Promise<TerminationAnswer> {
    return this.ending.terminate(act, id, input);
  }

  @Post('reviews/:id/outcome')
  @About(
    'Records what a held review decided and opens the next step: new term, draft amendment or replacement, or the end.',
  )
  @Right('reviews.decide', OF_REVIEW)
  @Answers(201, OutcomeAnswer)
  decide(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewOutcome): Promise<OutcomeAnswer> {
    return this.outcomes.decide(act, id, input);
  }
}
