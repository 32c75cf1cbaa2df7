import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import { HandoverAnswer, HandoverQuery } from './handover.contract.js';
import { HandoverQueries } from './handover.queries.js';

@ApiTags('access')
@Controller('seats')
export class HandoverController {
  constructor(private readonly handovers: HandoverQueries) {}

  @Get(':id/handover')
  @About('Hand-over sheet of a seat: what is open, and what was late before the cut-off day.')
  @Right('seats.read')
  @Answers(200, HandoverAnswer)
  sheet(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Query() { on }: HandoverQuery,
  ): Promise<HandoverAnswer> {
    return this.handovers.sheet(id, on ?? null, act.today);
  }
}
