import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AgreementAnswer } from '../agreements/agreement.answers.js';
import { AmendmentAnswer, AmendmentsAnswer, NewAmendment } from '../commitments/amendment.contract.js';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import { AmendmentQueries } from './amendment.queries.js';
import { AmendmentService } from './amendment.service.js';
import { NewRenewal, NewRenewalNotice } from './renewal.contract.js';
import { RenewalService } from './renewal.service.js';
import { OF_AGREEMENT } from '../agreements/agreement.charge.js';

@ApiTags('lifecycle')
@Controller('agreements')
export class AmendmentController {
  constructor(
    private readonly amendments: AmendmentService,
    private readonly queries: AmendmentQueries,
    private readonly renewals: RenewalService,
  ) {}

  @Get(':id/amendments')
  @About('What amended an agreement, by the day it took effect.')
  @Right('agreements.read')
  @Answers(200, AmendmentsAnswer)
  list(@Param('id', IdPipe) id: string): Promise<AmendmentsAnswer> {
    return this.queries.list(id);
  }

  @Post(':id/amendments')
  @About('Ends, replaces and adds clauses, commitments and schedules from a day, all or nothing; due reports follow.')
  @Right('agreements.amend', OF_AGREEMENT)
  @Answers(201, AmendmentAnswer)
  amend(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewAmendment,
  ): Promise<AmendmentAnswer> {
    return this.amendments.amend(act, id, input);
  }

  @Post(':id/renewal')
  @About('Renews a term before it is over, as the parties agreed.')
  @Right('agreements.renew', OF_AGREEMENT)
  @Answers(201, AgreementAnswer)
  renew(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewRenewal): Promise<AgreementAnswer> {
    return this.renewals.renew(act, id, input);
  }

  @Post(':id/renewal-notice')
  @About('A party will not go on: in time, it ends the agreement with its term.')
  @Right('agreements.renew', OF_AGREEMENT)
  @Answers(201, AgreementAnswer)
  giveNotice(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewRenewalNotice,
  ): Promise<AgreementAnswer> {
    return this.renewals.giveNotice(act, id, input);
  }
}
