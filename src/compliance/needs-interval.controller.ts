import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { AnswersPage } from '../platform/http/answers.js';
import type { Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import { NeedsIntervalAnswer, NeedsIntervalQuery } from './needs-interval.contract.js';
import { NeedsIntervalQueries } from './needs-interval.queries.js';

@ApiTags('summary')
@Controller('needs-interval')
export class NeedsIntervalController {
  constructor(private readonly queries: NeedsIntervalQueries) {}

  @Get()
  @About('Reports, meetings and reviews promised at an interval that is not known yet.')
  @Right('summary.read')
  @AnswersPage(NeedsIntervalAnswer)
  page(@CurrentAct() act: Act, @Query() query: NeedsIntervalQuery): Promise<Page<NeedsIntervalAnswer>> {
    return this.queries.page(query, act.today);
  }
}
