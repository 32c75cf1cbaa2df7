import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { Right, WHOLE } from '../platform/http/right.js';
import { NewSweep, SweepAnswer, SweepsQuery } from './sweep.contract.js';
import { SweepQueries } from './sweep.queries.js';
import { SweepService } from './sweep.service.js';

@ApiTags('sweeps')
@Controller('sweeps')
export class SweepController {
  constructor(
    private readonly sweeps: SweepService,
    private readonly queries: SweepQueries,
  ) {}

  @Get()
  @About('Sweeps, the latest first.')
  @Right('sweeps.read', WHOLE)
  @AnswersPage(SweepAnswer)
  page(@Query() query: SweepsQuery): Promise<Page<SweepAnswer>> {
    return this.queries.page(query);
  }

  @Get(':id')
  @About('One sweep: what it changed and what failed.')
  @Right('sweeps.read', WHOLE)
  @Answers(200, SweepAnswer)
  one(@Param('id', IdPipe) id: string): Promise<SweepAnswer> {
    return this.queries.one(id);
  }

  @Post()
  @About('Runs the sweep as of a day; again the same day it changes nothing.')
  @Right('sweeps.run', WHOLE)
  @Answers(201, SweepAnswer)
  run(@CurrentAct() act: Act, @Body() input: NewSweep): Promise<SweepAnswer> {
    return this.sweeps.byHand(input.asOf ?? act.today, act.actor.name);
  }
}
