import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { rootsOf } from '../access/access.rules.js';
import { Who, type Identified } from '../access/identity.js';
import { NewBodiesEvent, NewBodyEvent } from '../bodies/body-event.contract.js';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import { ReorganisationService } from './reorganisation.service.js';
import {
  AwaitingAnswer,
  BodyEventRecorded,
  NewSuccession,
  SuccessionAnswer,
  SuccessionDecisionsAnswer,
  SuccessionsQuery,
} from './succession.contract.js';
import { SuccessionQueries } from './succession.queries.js';
import { SuccessionService } from './succession.service.js';
import { BODY_SENT, PREDECESSORS, THE_BODY, TRANSFERRED_TO } from '../bodies/body.charge.js';

@ApiTags('successions')
@Controller()
export class SuccessionController {
  constructor(
    private readonly reorganisations: ReorganisationService,
    private readonly successions: SuccessionService,
    private readonly queries: SuccessionQueries,
  ) {}

  @Post('bodies/:id/events')
  @About(
    'Records that a body was renamed, merged, split, dissolved or transferred; its open duties wait for a successor.',
  )
  @Right('bodies.reorganise', THE_BODY, TRANSFERRED_TO)
  @Answers(201, BodyEventRecorded)
  recordOne(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewBodyEvent,
  ): Promise<BodyEventRecorded> {
    return this.reorganisations.record(act, { ...input, predecessorIds: [id] });
  }

  @Post('body-events')
  @About('Records an event of several bodies at once: many may become one, or many.')
  @Right('bodies.reorganise', PREDECESSORS, TRANSFERRED_TO)
  @Answers(201, BodyEventRecorded)
  record(@CurrentAct() act: Act, @Body() input: NewBodiesEvent): Promise<BodyEventRecorded> {
    return this.reorganisations.record(act, input);
  }

  @Get('successions')
  @About('Awaiting a successor: parties that are gone, in agreements that go on, with nothing decided yet, or put off.')
  @Right('successions.read')
  @AnswersPage(AwaitingAnswer)
  waiting(
    @CurrentAct() act: Act,
    @Who() who: Identified,
    @Query() query: SuccessionsQuery,
  ): Promise<Page<AwaitingAnswer>> {
    return this.queries.waiting(query, act.today, rootsOf(who.held, 'successions.decide'));
  }

  @Get('agreements/:id/successions')
  @About('What was decided about the successors of its parties.')
  @Right('successions.read')
  @Answers(200, SuccessionDecisionsAnswer)
  list(@Param('id', IdPipe) id: string): Promise<SuccessionDecisionsAnswer> {
    return this.queries.list(id);
  }

  @Post('agreements/:id/successions')
  @About('Decides who takes the place of a party that is gone: continued by, replaced by, terminated, or put off.')
  @Right('successions.decide', BODY_SENT)
  @Answers(201, SuccessionAnswer)
  decide(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewSuccession,
  ): Promise<SuccessionAnswer> {
    return this.successions.decide(act, id, input);
  }
}
