import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import { ClauseAnswer, ClauseChange, ClausesAnswer, NewClauses } from './clause.contract.js';
import { ClausesQuery, DifferencesAnswer, DifferencesQuery } from './clause-version.contract.js';
import { ClauseQueries } from './clause.queries.js';
import { ClauseService } from './clause.service.js';
import { OF_AGREEMENT } from '../agreements/agreement.charge.js';
import { OF_CLAUSE } from './commitment.charge.js';

@ApiTags('commitments')
@Controller()
export class ClauseController {
  constructor(
    private readonly clauses: ClauseService,
    private readonly queries: ClauseQueries,
  ) {}

  @Get('agreements/:id/clauses')
  @About('The text of an agreement as of a day, clause by clause; before entry into force the first text.')
  @Right('agreements.read')
  @Answers(200, ClausesAnswer)
  list(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Query() { on }: ClausesQuery): Promise<ClausesAnswer> {
    return this.queries.list(id, on ?? act.today);
  }

  @Get('agreements/:id/clauses/differences')
  @About('What changed in the text between two days: clauses added, ended and changed, with both texts.')
  @Right('agreements.read')
  @Answers(200, DifferencesAnswer)
  differences(@Param('id', IdPipe) id: string, @Query() query: DifferencesQuery): Promise<DifferencesAnswer> {
    return this.queries.differences(id, query);
  }

  @Get('clauses/:id/versions')
  @About('Every version of a clause, the first first.')
  @Right('agreements.read')
  @Answers(200, ClausesAnswer)
  versions(@Param('id', IdPipe) id: string): Promise<ClausesAnswer> {
    return this.queries.versions(id);
  }

  @Post('agreements/:id/clauses')
  @About('Appends clauses, parents before children.')
  @Right('agreements.register', OF_AGREEMENT)
  @Answers(201, ClausesAnswer)
  append(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewClauses): Promise<ClausesAnswer> {
    return this.clauses.append(act, id, input.clauses);
  }

  @Patch('clauses/:id')
  @About('Mends a typing error; needs If-Match.')
  @Right('agreements.register', OF_CLAUSE)
  @Answers(200, ClauseAnswer)
  change(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: ClauseChange): Promise<ClauseAnswer> {
    return this.clauses.change(act, id, input);
  }

  @Delete('clauses/:id')
  @About('Deletes a clause, with those below it, that nothing refers to.')
  @Right('agreements.register', OF_CLAUSE)
  @Answers(204, null)
  remove(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.clauses.remove(act, id);
  }
}
