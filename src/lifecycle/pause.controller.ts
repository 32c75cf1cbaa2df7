import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import { NewPause, NewResumption, PausedAnswer, ResumedAnswer } from './pause.contract.js';
import { PauseService } from './pause.service.js';
import { OF_AGREEMENT } from '../agreements/agreement.charge.js';

@ApiTags('lifecycle')
@Controller('agreements')
export class PauseController {
  constructor(private readonly pauses: PauseService) {}

  @Post(':id/pause')
  @About(
    'Pauses an agreement: what is due from that day on waits, what is overdue stays overdue. The term is not changed.',
  )
  @Right('agreements.pause', OF_AGREEMENT)
  @Answers(201, PausedAnswer)
  pause(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewPause): Promise<PausedAnswer> {
    return this.pauses.pause(act, id, input);
  }

  @Post(':id/resumption')
  @About(
    'Resumes a paused agreement: what is due from that day on keeps its date, what fell in the pause is not asked for.',
  )
  @Right('agreements.pause', OF_AGREEMENT)
  @Answers(201, ResumedAnswer)
  resume(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewResumption,
  ): Promise<ResumedAnswer> {
    return this.pauses.resume(act, id, input);
  }
}
