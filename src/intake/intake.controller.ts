import { Body, Controller, Delete, Get, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OF_AGREEMENT } from '../agreements/agreement.charge.js';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act, type ActingRequest } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { OWN, Right } from '../platform/http/right.js';
import { FileCheck } from '../platform/storage/file-check.js';
import { TakesUpload, readUpload } from '../platform/storage/upload.js';
import { IntakeAnswer, IntakesAnswer, NewDecisions, NewIntake, PastedText, SettledIntake } from './intake.contract.js';
import { IntakeQueries } from './intake.queries.js';
import { IntakeService } from './intake.service.js';

@ApiTags('intake')
@Controller()
export class IntakeController {
  constructor(
    private readonly intakes: IntakeService,
    private readonly queries: IntakeQueries,
    private readonly files: FileCheck,
  ) {}

  @Post('intakes')
  @About(
    'Takes in a document and proposes what it states; nothing enters the register. Scans and .doc are kept unread.',
  )
  @Right('agreements.register', OWN)
  @TakesUpload(NewIntake)
  @Answers(201, IntakeAnswer)
  async take(@CurrentAct() act: Act, @Req() request: ActingRequest): Promise<IntakeAnswer> {
    const { file } = await readUpload(request, this.files, NewIntake);
    return this.intakes.takeFile(act, file);
  }

  @Post('intakes/pasted-texts')
  @About('As POST /intakes, of a text that was pasted.')
  @Right('agreements.register', OWN)
  @Answers(201, IntakeAnswer)
  paste(@CurrentAct() act: Act, @Body() input: PastedText): Promise<IntakeAnswer> {
    return this.intakes.takeText(act, input);
  }

  @Get('intakes')
  @About('The documents that I took in.')
  @Right('agreements.register')
  @Answers(200, IntakesAnswer)
  mine(@CurrentAct() act: Act): Promise<IntakesAnswer> {
    return this.queries.of(act.actor.id);
  }

  @Get('intakes/:id')
  @About('One of my documents: its lines, and what they propose beside them.')
  @Right('agreements.register')
  @Answers(200, IntakeAnswer)
  one(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<IntakeAnswer> {
    return this.queries.one(act.actor.id, id);
  }

  @Post('intakes/:id/decisions')
  @About('Keeps which proposals were accepted, edited or rejected. Enters nothing: the routes of the register do.')
  @Right('agreements.register', OWN)
  @Answers(201, IntakeAnswer)
  decide(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewDecisions): Promise<IntakeAnswer> {
    return this.intakes.decide(act, id, input);
  }

  @Post('agreements/:id/intakes')
  @About('Says that the agreement came of this document; its file becomes a document of the agreement.')
  @Right('agreements.register', OF_AGREEMENT)
  @Answers(201, IntakeAnswer)
  settle(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: SettledIntake): Promise<IntakeAnswer> {
    return this.intakes.settle(act, id, input);
  }

  @Delete('intakes/:id')
  @About('Deletes one of my documents; what was entered stays.')
  @Right('agreements.register', OWN)
  @Answers(204, null)
  remove(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.intakes.remove(act, id);
  }
}
