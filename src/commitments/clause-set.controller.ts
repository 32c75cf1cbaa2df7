import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OF_AGREEMENT } from '../agreements/agreement.charge.js';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import { ClausesAnswer } from './clause.contract.js';
import { ClauseProposalQueries } from './clause-proposal.queries.js';
import { ClauseProposalAnswer, NewClauseProposal, NewClauseSet } from './clause-set.contract.js';
import { ClauseSetService } from './clause-set.service.js';

@ApiTags('commitments')
@Controller()
export class ClauseSetController {
  constructor(
    private readonly proposals: ClauseProposalQueries,
    private readonly sets: ClauseSetService,
  ) {}

  @Post('agreements/:id/clause-proposals')
  @About('Splits a pasted text into clauses, to be looked at and edited; saves nothing.')
  @Right('agreements.register', OF_AGREEMENT)
  @Answers(200, ClauseProposalAnswer)
  propose(@Param('id', IdPipe) id: string, @Body() { text }: NewClauseProposal): Promise<ClauseProposalAnswer> {
    return this.proposals.of(id, text);
  }

  @Post('agreements/:id/clause-sets')
  @About('Puts in a whole tree of clauses at once, behind those there are or in their place.')
  @Right('agreements.register', OF_AGREEMENT)
  @Answers(201, ClausesAnswer)
  put(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewClauseSet): Promise<ClausesAnswer> {
    return this.sets.put(act, id, input);
  }
}
