import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import type { Page } from '../platform/http/paging.js';
import { Costs } from '../platform/http/rate.js';
import { Right } from '../platform/http/right.js';
import { DutyAnswer, SummaryAnswer, SummaryQuery, SummaryRowsQuery } from './summary.contract.js';
import { SummaryService } from './summary.service.js';

@ApiTags('summary')
@Controller('summary')
export class SummaryController {
  constructor(private readonly service: SummaryService) {}

  @Get()
  @About('The four boxes by body, agreement, kind or period; refused when they do not add up.')
  @Right('summary.read')
  @Costs('summary')
  @Answers(200, SummaryAnswer)
  summary(@CurrentAct() act: Act, @Query() query: SummaryQuery): Promise<SummaryAnswer> {
    return this.service.summary(query, act.today);
  }

  @Get('rows')
  @About('The duties behind one figure of the summary, by due date.')
  @Right('summary.read')
  @Costs('summary')
  @AnswersPage(DutyAnswer)
  rows(@CurrentAct() act: Act, @Query() query: SummaryRowsQuery): Promise<Page<DutyAnswer>> {
    return this.service.rows(query, act.today);
  }
}
