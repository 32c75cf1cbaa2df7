import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { Right } from '../platform/http/right.js';
import { DueDaysAnswer, DueDaysQuery } from './due-days.contract.js';
import { DueDaysQueries } from './due-days.queries.js';

@ApiTags('summary')
@Controller('due-days')
export class DueDaysController {
  constructor(private readonly queries: DueDaysQueries) {}

  @Get()
  @About('What falls due on each day of a span, and the days off: for a calendar.')
  @Right('summary.read')
  @Answers(200, DueDaysAnswer)
  between(@CurrentAct() act: Act, @Query() query: DueDaysQuery): Promise<DueDaysAnswer> {
    return this.queries.between(query, act.today);
  }
}
