import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AgreementListQueries } from '../agreements/agreement-list.queries.js';
import { AgreementCounts, AgreementFilters } from '../agreements/agreement.answers.js';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import type { Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import { RegisterQuery, RegisterRow } from './register.contract.js';
import { RegisterQueries } from './register.queries.js';

@ApiTags('agreements')
@Controller('agreements')
export class RegisterController {
  constructor(
    private readonly register: RegisterQueries,
    private readonly agreements: AgreementListQueries,
  ) {}

  @Get()
  @About('Agreements, the latest signed first unless `sort` says otherwise.')
  @Right('agreements.read')
  @AnswersPage(RegisterRow)
  page(@CurrentAct() act: Act, @Query() query: RegisterQuery): Promise<Page<RegisterRow>> {
    return this.register.page(query, act.today);
  }

  @Get('counts')
  @About('How many agreements there are, by state and by kind; the filters of the list.')
  @Right('agreements.read')
  @Answers(200, AgreementCounts)
  counts(@Query() query: AgreementFilters): Promise<AgreementCounts> {
    return this.agreements.counts(query);
  }
}
