import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import { BodiesQuery, BodyAnswer, BodyChange, NewBody } from './body.contract.js';
import { BodyQueries } from './body.queries.js';
import { BodyService } from './body.service.js';

@ApiTags('bodies')
@Controller('bodies')
export class BodyController {
  constructor(
    private readonly bodies: BodyService,
    private readonly queries: BodyQueries,
  ) {}

  @Get()
  @About('Bodies by code.')
  @Right('bodies.read')
  @AnswersPage(BodyAnswer)
  page(@Query() query: BodiesQuery): Promise<Page<BodyAnswer>> {
    return this.queries.page(query);
  }

  @Get(':id')
  @About('One body.')
  @Right('bodies.read')
  @Answers(200, BodyAnswer)
  one(@Param('id', IdPipe) id: string): Promise<BodyAnswer> {
    return this.queries.one(id);
  }

  @Post()
  @About('Registers a body.')
  @Right('bodies.register')
  @Answers(201, BodyAnswer)
  register(@CurrentAct() act: Act, @Body() input: NewBody): Promise<BodyAnswer> {
    return this.bodies.register(act, input);
  }

  @Patch(':id')
  @About('Changes a body; needs If-Match.')
  @Right('bodies.register')
  @Answers(200, BodyAnswer)
  change(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: BodyChange): Promise<BodyAnswer> {
    return this.bodies.change(act, id, input);
  }
}
