import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import { HoldingEnd, NewHolding, NewSeat, SeatAnswer, SeatsQuery } from './seat.contract.js';
import { SeatQueries } from './seat.queries.js';
import { SeatService } from './seat.service.js';
import { IN_BODY, OF_SEAT } from './seat.charge.js';

@ApiTags('access')
@Controller('seats')
export class SeatController {
  constructor(
    private readonly seats: SeatService,
    private readonly queries: SeatQueries,
  ) {}

  @Get()
  @About('Seats with who holds and held them, by body and name; those over the whole register first.')
  @Right('seats.read')
  @AnswersPage(SeatAnswer)
  page(@Query() query: SeatsQuery): Promise<Page<SeatAnswer>> {
    return this.queries.page(query);
  }

  @Get(':id')
  @About('One seat.')
  @Right('seats.read')
  @Answers(200, SeatAnswer)
  one(@Param('id', IdPipe) id: string): Promise<SeatAnswer> {
    return this.queries.one(id);
  }

  @Post()
  @About('Makes a seat in a body.')
  @Right('seats.keep', IN_BODY)
  @Answers(201, SeatAnswer)
  create(@CurrentAct() act: Act, @Body() input: NewSeat): Promise<SeatAnswer> {
    return this.seats.create(act, input);
  }

  @Post(':id/holdings')
  @About('Gives a seat to a member from a day on.')
  @Right('seats.keep', OF_SEAT)
  @Answers(201, SeatAnswer)
  take(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewHolding): Promise<SeatAnswer> {
    return this.seats.take(act, id, input);
  }

  @Post(':id/holdings/:holdingId/end')
  @About('Says on which day a member leaves a seat.')
  @Right('seats.keep', OF_SEAT)
  @Answers(201, SeatAnswer)
  leave(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Param('holdingId', IdPipe) holdingId: string,
    @Body() input: HoldingEnd,
  ): Promise<SeatAnswer> {
    return this.seats.leave(act, id, holdingId, input);
  }
}
