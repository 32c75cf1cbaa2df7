import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import { NewReviewCycle, ReviewCycleAnswer, ReviewCycleChange, ReviewCyclesAnswer } from './cycle.contract.js';
import { CycleQueries } from './cycle.queries.js';
import { CycleService } from './cycle.service.js';
import { OF_AGREEMENT } from '../agreements/agreement.charge.js';
import { OF_CYCLE } from './review.charge.js';

@ApiTags('reviews')
@Controller()
export class CycleController {
  constructor(
    private readonly cycles: CycleService,
    private readonly queries: CycleQueries,
  ) {}

  @Get('agreements/:id/review-cycles')
  @About('The review cycles of an agreement.')
  @Right('reviews.read')
  @Answers(200, ReviewCyclesAnswer)
  list(@Param('id', IdPipe) id: string): Promise<ReviewCyclesAnswer> {
    return this.queries.list(id);
  }

  @Post('agreements/:id/review-cycles')
  @About('Adds a review cycle; on an agreement in force its reviews are planned at once, none before today.')
  @Right('agreements.register', OF_AGREEMENT)
  @Answers(201, ReviewCycleAnswer)
  add(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewReviewCycle,
  ): Promise<ReviewCycleAnswer> {
    return this.cycles.add(act, id, input);
  }

  @Get('review-cycles/:id')
  @About('One review cycle.')
  @Right('reviews.read')
  @Answers(200, ReviewCycleAnswer)
  one(@Param('id', IdPipe) id: string): Promise<ReviewCycleAnswer> {
    return this.queries.one(id);
  }

  @Patch('review-cycles/:id')
  @About('Changes a review cycle, its interval only while nothing was held; needs If-Match.')
  @Right('agreements.register', OF_CYCLE)
  @Answers(200, ReviewCycleAnswer)
  change(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: ReviewCycleChange,
  ): Promise<ReviewCycleAnswer> {
    return this.cycles.change(act, id, input);
  }

  @Delete('review-cycles/:id')
  @About('Deletes a review cycle before its agreement is activated and while there is no review of it.')
  @Right('agreements.register', OF_CYCLE)
  @Answers(204, null)
  remove(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.cycles.remove(act, id);
  }
}
