import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import { HistoryAnswer, NewHistory } from './past.contract.js';
import { PastService } from './past.service.js';
import { OF_AGREEMENT } from '../agreements/agreement.charge.js';

@ApiTags('lifecycle')
@Controller('agreements')
export class PastController {
  constructor(private readonly past: PastService) {}

  @Post(':id/history')
  @About('Follows an agreement from an earlier day and records what was filed since, all or nothing.')
  @Right('agreements.import', OF_AGREEMENT)
  @Answers(201, HistoryAnswer)
  bring(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewHistory): Promise<HistoryAnswer> {
    return this.past.bring(act, id, input);
  }
}
