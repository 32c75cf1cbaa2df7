import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import { AgreementAnswer } from './agreement.answers.js';
import { AgreementChange, NewAgreement, NewSignature } from './agreement.contract.js';
import { AgreementQueries } from './agreement.queries.js';
import { AgreementService } from './agreement.service.js';
import { OF_AGREEMENT, PARTIES_SENT } from './agreement.charge.js';

@ApiTags('agreements')
@Controller('agreements')
export class AgreementController {
  constructor(
    private readonly agreements: AgreementService,
    private readonly queries: AgreementQueries,
  ) {}

  @Get(':id')
  @About('One agreement with its parties, numbers, documents and steps.')
  @Right('agreements.read')
  @Answers(200, AgreementAnswer)
  one(@Param('id', IdPipe) id: string): Promise<AgreementAnswer> {
    return this.queries.one(id);
  }

  @Post()
  @About('Registers an agreement: signed when it has a day of signing, else a draft.')
  @Right('agreements.register', PARTIES_SENT)
  @Answers(201, AgreementAnswer)
  register(@CurrentAct() act: Act, @Body() input: NewAgreement): Promise<AgreementAnswer> {
    return this.agreements.register(act, input);
  }

  @Patch(':id')
  @About('Changes the header or whole lists; needs If-Match. Term and parties are fixed once activated.')
  @Right('agreements.register', OF_AGREEMENT, PARTIES_SENT)
  @Answers(200, AgreementAnswer)
  change(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: AgreementChange,
  ): Promise<AgreementAnswer> {
    return this.agreements.change(act, id, input);
  }

  @Delete(':id')
  @About('Deletes a draft.')
  @Right('agreements.register', OF_AGREEMENT)
  @Answers(204, null)
  remove(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.agreements.remove(act, id);
  }

  @Post(':id/signature')
  @About('Records that a draft was signed.')
  @Right('agreements.register', OF_AGREEMENT)
  @Answers(201, AgreementAnswer)
  sign(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewSignature): Promise<AgreementAnswer> {
    return this.agreements.sign(act, id, input);
  }
}
