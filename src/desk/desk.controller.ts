import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Who, type Identified } from '../access/identity.js';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { Right } from '../platform/http/right.js';
import { DeskAnswer } from './desk.contract.js';
import { DeskQueries } from './desk.queries.js';

@ApiTags('desk')
@Controller('desk')
export class DeskController {
  constructor(private readonly queries: DeskQueries) {}

  @Get()
  @About('What waits for the caller: each list holds what the caller may act on today, the most urgent first.')
  @Right('desk.read')
  @Answers(200, DeskAnswer)
  mine(@CurrentAct() act: Act, @Who() who: Identified): Promise<DeskAnswer> {
    return this.queries.of(who.held, act.today);
  }
}
