import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import { FollowUpAnswer, FollowUpsQuery, NewCancellation, NewCompletion, NewFollowUp } from './follow-up.contract.js';
import { FollowUpQueries } from './follow-up.queries.js';
import { FollowUpService } from './follow-up.service.js';

@ApiTags('follow-ups')
@Controller()
export class FollowUpController {
  constructor(
    private readonly followUps: FollowUpService,
    private readonly queries: FollowUpQueries,
  ) {}

  /** Follow-ups of reviews, the earliest due day first. */
  @Get('follow-ups')
  @Right('reviews.read')
  @AnswersPage(FollowUpAnswer)
  page(@CurrentAct() act: Act, @Query() query: FollowUpsQuery): Promise<Page<FollowUpAnswer>> {
    return this.queries.page(query, act.today);
  }

  /** One follow-up. */
  @Get('follow-ups/:id')
  @Right('reviews.read')
  @Answers(200, FollowUpAnswer)
  one(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<FollowUpAnswer> {
    return this.queries.one(id, undefined, act.today);
  }

  /** Gives a body something to do by a day, as a review held has asked. */
  @Post('reviews/:id/follow-ups')
  @Right('reviews.hold')
  @Answers(201, FollowUpAnswer)
  add(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewFollowUp): Promise<FollowUpAnswer> {
    return this.followUps.add(act, id, input);
  }

  /** Records that a follow-up was done. */
  @Post('follow-ups/:id/completion')
  @Right('follow-ups.complete')
  @Answers(201, FollowUpAnswer)
  complete(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewCompletion,
  ): Promise<FollowUpAnswer> {
    return this.followUps.complete(act, id, input);
  }

  /** Cancels a follow-up, with the reason. */
  @Post('follow-ups/:id/cancellation')
  @Right('follow-ups.cancel')
  @Answers(201, FollowUpAnswer)
  cancel(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewCancellation,
  ): Promise<FollowUpAnswer> {
    return this.followUps.cancel(act, id, input);
  }
}
