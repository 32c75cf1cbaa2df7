import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import { BodyEventsAnswer, LineageAnswer } from './body-event.contract.js';
import { BodyEventQueries } from './body-event.queries.js';
import { BodiesQuery, BodyAnswer, BodyChange, BodyQuery, NewBody } from './body.contract.js';
import { BodyQueries } from './body.queries.js';
import { BodyService } from './body.service.js';
import { THE_BODY, TO_PARENT, UNDER_PARENT } from './body.charge.js';

@ApiTags('bodies')
@Controller('bodies')
export class BodyController {
  constructor(
    private readonly bodies: BodyService,
    private readonly queries: BodyQueries,
    private readonly events: BodyEventQueries,
  ) {}

  @Get()
  @About('Bodies by code.')
  @Right('bodies.read')
  @AnswersPage(BodyAnswer)
  page(@Query() query: BodiesQuery): Promise<Page<BodyAnswer>> {
    return this.queries.page(query);
  }

  @Get(':id')
  @About('One body, as it is called today or was on a day.')
  @Right('bodies.read')
  @Answers(200, BodyAnswer)
  one(@Param('id', IdPipe) id: string, @Query() { on }: BodyQuery): Promise<BodyAnswer> {
    return this.queries.one(id, undefined, on ?? null);
  }

  @Get(':id/events')
  @About('What made a body and what became of it.')
  @Right('bodies.read')
  @Answers(200, BodyEventsAnswer)
  eventsOf(@Param('id', IdPipe) id: string): Promise<BodyEventsAnswer> {
    return this.events.of(id);
  }

  @Get(':id/lineage')
  @About('All its predecessors and successors, directly and through others.')
  @Right('bodies.read')
  @Answers(200, LineageAnswer)
  lineage(@Param('id', IdPipe) id: string): Promise<LineageAnswer> {
    return this.events.lineage(id);
  }

  @Post()
  @About('Registers a body.')
  @Right('bodies.register', UNDER_PARENT)
  @Answers(201, BodyAnswer)
  register(@CurrentAct() act: Act, @Body() input: NewBody): Promise<BodyAnswer> {
    return this.bodies.register(act, input);
  }

  @Patch(':id')
  @About('Changes a body; needs If-Match.')
  @Right('bodies.register', THE_BODY, TO_PARENT)
  @Answers(200, BodyAnswer)
  change(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: BodyChange): Promise<BodyAnswer> {
    return this.bodies.change(act, id, input);
  }
}
