import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import { ClauseAnswer, ClauseChange, ClausesAnswer, NewClauses } from './clause.contract.js';
import { ClauseService } from './clause.service.js';

@ApiTags('commitments')
@Controller()
export class ClauseController {
  constructor(private readonly clauses: ClauseService) {}

  @Get('agreements/:id/clauses')
  @About('The text of an agreement, clause by clause.')
  @Right('agreements.read')
  @Answers(200, ClausesAnswer)
  list(@Param('id', IdPipe) id: string): Promise<ClausesAnswer> {
    return this.clauses.list(id);
  }

  @Post('agreements/:id/clauses')
  @About('Appends clauses, parents before children.')
  @Right('agreements.register')
  @Answers(201, ClausesAnswer)
  append(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewClauses): Promise<ClausesAnswer> {
    return this.clauses.append(act, id, input.clauses);
  }

  @Patch('clauses/:id')
  @About('Mends a typing error; needs If-Match.')
  @Right('agreements.register')
  @Answers(200, ClauseAnswer)
  change(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: ClauseChange): Promise<ClauseAnswer> {
    return this.clauses.change(act, id, input);
  }

  @Delete('clauses/:id')
  @About('Deletes a clause, with those below it, that nothing refers to.')
  @Right('agreements.register')
  @Answers(204, null)
  remove(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.clauses.remove(act, id);
  }
}
