import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import { AgreementAnswer, AgreementRow, AgreementsQuery } from './agreement.answers.js';
import { AgreementChange, NewAgreement, NewSignature } from './agreement.contract.js';
import { AgreementQueries } from './agreement.queries.js';
import { AgreementService } from './agreement.service.js';

@ApiTags('agreements')
@Controller('agreements')
export class AgreementController {
  constructor(
    private readonly agreements: AgreementService,
    private readonly queries: AgreementQueries,
  ) {}

  /** Agreements, the latest signed first. */
  @Get()
  @Right('agreements.read')
  @AnswersPage(AgreementRow)
  page(@Query() query: AgreementsQuery): Promise<Page<AgreementRow>> {
    return this.queries.page(query);
  }

  /** One agreement with its parties, numbers, documents and steps. */
  @Get(':id')
  @Right('agreements.read')
  @Answers(200, AgreementAnswer)
  one(@Param('id', IdPipe) id: string): Promise<AgreementAnswer> {
    return this.queries.one(id);
  }

  /** Registers an agreement: signed when it has a day of signing, else a draft. */
  @Post()
  @Right('agreements.register')
  @Answers(201, AgreementAnswer)
  register(@CurrentAct() act: Act, @Body() input: NewAgreement): Promise<AgreementAnswer> {
    return this.agreements.register(act, input);
  }

  /** Changes the header or whole lists; needs If-Match. Term and parties are fixed once activated. */
  @Patch(':id')
  @Right('agreements.register')
  @Answers(200, AgreementAnswer)
  change(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: AgreementChange,
  ): Promise<AgreementAnswer> {
    return this.agreements.change(act, id, input);
  }

  /** Deletes a draft. */
  @Delete(':id')
  @Right('agreements.register')
  @Answers(204, null)
  remove(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.agreements.remove(act, id);
  }

  /** Records that a draft was signed. */
  @Post(':id/signature')
  @Right('agreements.register')
  @Answers(201, AgreementAnswer)
  sign(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewSignature): Promise<AgreementAnswer> {
    return this.agreements.sign(act, id, input);
  }
}
