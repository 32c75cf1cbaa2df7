import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import {
  ExtensionAnswer,
  ExtensionRow,
  ExtensionsQuery,
  NewExtension,
  NewExtensionRefusal,
  NewGrant,
} from './extension.contract.js';
import { ExtensionQueries } from './extension.queries.js';
import { ExtensionService } from './extension.service.js';
import { ASKED_OF, OWED_BY } from './report.charge.js';

@ApiTags('reports')
@Controller()
export class ExtensionController {
  constructor(
    private readonly extensions: ExtensionService,
    private readonly queries: ExtensionQueries,
  ) {}

  @Get('extensions')
  @About('Requests for a later day, the earliest asked first; `state=asked` is what awaits a decision.')
  @Right('reports.read')
  @AnswersPage(ExtensionRow)
  page(@Query() query: ExtensionsQuery): Promise<Page<ExtensionRow>> {
    return this.queries.page(query);
  }

  @Post('occurrences/:id/extensions')
  @About('Asks for a later day for one due report, with the reason; one request at a time.')
  @Right('extensions.ask', OWED_BY)
  @Answers(201, ExtensionAnswer)
  ask(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewExtension): Promise<ExtensionAnswer> {
    return this.extensions.ask(act, id, input);
  }

  @Post('extensions/:id/grant')
  @About('Grants the day asked for, or another; the original date stays, and on time is counted against both.')
  @Right('extensions.decide', ASKED_OF)
  @Answers(201, ExtensionAnswer)
  grant(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewGrant): Promise<ExtensionAnswer> {
    return this.extensions.grant(act, id, input);
  }

  @Post('extensions/:id/refusal')
  @About('Refuses a later day, with the reason; nothing moves.')
  @Right('extensions.decide', ASKED_OF)
  @Answers(201, ExtensionAnswer)
  refuse(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewExtensionRefusal,
  ): Promise<ExtensionAnswer> {
    return this.extensions.refuse(act, id, input);
  }
}
