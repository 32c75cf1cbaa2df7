import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import { FollowUpAnswer, FollowUpsQuery, NewCancellation, NewCompletion, NewFollowUp } from './follow-up.contract.js';
import { FollowUpQueries } from './follow-up.queries.js';
import { FollowUpService } from './follow-up.service.js';
import { OF_FOLLOW_UP, OF_REVIEW, OWNED_BY } from './review.charge.js';

@ApiTags('follow-ups')
@Controller()
export class FollowUpController {
  constructor(
    private readonly followUps: FollowUpService,
    private readonly queries: FollowUpQueries,
  ) {}

  @Get('follow-ups')
  @About('Follow-ups of reviews, the earliest due day first.')
  @Right('reviews.read')
  @AnswersPage(FollowUpAnswer)
  page(@CurrentAct() act: Act, @Query() query: FollowUpsQuery): Promise<Page<FollowUpAnswer>> {
    return this.queries.page(query, act.today);
  }

  @Get('follow-ups/:id')
  @About('One follow-up.')
  @Right('reviews.read')
  @Answers(200, FollowUpAnswer)
  one(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<FollowUpAnswer> {
    return this.queries.one(id, undefined, act.today);
  }

  @Post('reviews/:id/follow-ups')
  @About('Gives a body something to do by a day, as a review held has asked.')
  @Right('reviews.hold', OF_REVIEW)
  @Answers(201, FollowUpAnswer)
  add(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewFollowUp): Promise<FollowUpAnswer> {
    return this.followUps.add(act, id, input);
  }

  @Post('follow-ups/:id/completion')
  @About('Records that a follow-up was done.')
  @Right('follow-ups.complete', OWNED_BY)
  @Answers(201, FollowUpAnswer)
  complete(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewCompletion,
  ): Promise<FollowUpAnswer> {
    return this.followUps.complete(act, id, input);
  }

  @Post('follow-ups/:id/cancellation')
  @About('Cancels a follow-up, with the reason.')
  @Right('follow-ups.cancel', OF_FOLLOW_UP)
  @Answers(201, FollowUpAnswer)
  cancel(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewCancellation,
  ): Promise<FollowUpAnswer> {
    return this.followUps.cancel(act, id, input);
  }
}
