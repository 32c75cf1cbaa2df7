import { Body, Controller, Get, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act, type ActingRequest } from '../platform/http/act.js';
import { Answers, AnswersFile, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import { FileStore } from '../platform/storage/file-store.js';
import { readUpload, sendFile, TakesUpload } from '../platform/storage/upload.js';
import { MinutesService } from './minutes.service.js';
import {
  NewMeeting,
  NewMinutes,
  NewReviewPlan,
  ReviewAnswer,
  ReviewChange,
  ReviewRow,
  ReviewsQuery,
} from './review.contract.js';
import { ReviewQueries } from './review.queries.js';
import { ReviewService } from './review.service.js';
import { OF_REVIEW } from './review.charge.js';

@ApiTags('reviews')
@Controller('reviews')
export class ReviewController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly minutes: MinutesService,
    private readonly queries: ReviewQueries,
    private readonly files: FileStore,
  ) {}

  @Get()
  @About('Reviews, the earliest due day first.')
  @Right('reviews.read')
  @AnswersPage(ReviewRow)
  page(@CurrentAct() act: Act, @Query() query: ReviewsQuery): Promise<Page<ReviewRow>> {
    return this.queries.page(query, act.today);
  }

  @Get(':id')
  @About('One review: why this date, its findings, outcome, follow-ups and cycle.')
  @Right('reviews.read')
  @Answers(200, ReviewAnswer)
  one(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<ReviewAnswer> {
    return this.queries.one(id, undefined, act.today);
  }

  @Post(':id/plan')
  @About('Sets the day and place of a review, or others instead; a day after the due date is shown as late.')
  @Right('reviews.plan', OF_REVIEW)
  @Answers(201, ReviewAnswer)
  plan(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewReviewPlan): Promise<ReviewAnswer> {
    return this.reviews.plan(act, id, input);
  }

  @Post(':id/meeting')
  @About('Records that a review was held, who was there and what was found.')
  @Right('reviews.hold', OF_REVIEW)
  @Answers(201, ReviewAnswer)
  hold(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewMeeting): Promise<ReviewAnswer> {
    return this.reviews.hold(act, id, input);
  }

  @Patch(':id')
  @About('Mends the record of a review held, until it has its outcome; needs If-Match.')
  @Right('reviews.hold', OF_REVIEW)
  @Answers(200, ReviewAnswer)
  change(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: ReviewChange): Promise<ReviewAnswer> {
    return this.reviews.change(act, id, input);
  }

  @Post(':id/minutes')
  @About('Keeps the minutes of a review held: fields first, then `file`.')
  @Right('reviews.hold', OF_REVIEW)
  @TakesUpload(NewMinutes)
  @Answers(201, ReviewAnswer)
  async keepMinutes(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Req() request: ActingRequest,
  ): Promise<ReviewAnswer> {
    return this.minutes.keep(act, id, await readUpload(request, this.files, NewMinutes));
  }

  @Get(':id/minutes/content')
  @About('The minutes, as an attachment.')
  @Right('reviews.read')
  @AnswersFile()
  async content(@Param('id', IdPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { name, mediaType, bytes } = await this.minutes.content(id);
    await sendFile(reply, name, mediaType, bytes);
  }
}
