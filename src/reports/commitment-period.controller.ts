import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { PageQuery, type Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import { AgreementStandings, CommitmentPeriod, StandingsQuery } from './commitment-period.contract.js';
import { CommitmentPeriodQueries } from './commitment-period.queries.js';

@ApiTags('reports')
@Controller()
export class CommitmentPeriodController {
  constructor(private readonly queries: CommitmentPeriodQueries) {}

  @Get('commitments/:id/periods')
  @About('Each period of a commitment with who has reported; it is complete when all have.')
  @Right('reports.read')
  @AnswersPage(CommitmentPeriod)
  page(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<CommitmentPeriod>> {
    return this.queries.page(id, query, act.today);
  }

  @Get('agreements/:id/standings')
  @About('How the reports of each commitment stand whose due days lie in a span: what a review goes by.')
  @Right('reports.read')
  @Answers(200, AgreementStandings)
  standings(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Query() query: StandingsQuery,
  ): Promise<AgreementStandings> {
    return this.queries.standings(id, query, act.today);
  }
}
