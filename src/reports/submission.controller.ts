import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right } from '../platform/http/right.js';
import { FilingService } from './filing.service.js';
import {
  NewAcceptance,
  NewFiling,
  NewReturn,
  NewSubmission,
  SubmissionAnswer,
  SubmissionChange,
} from './submission.contract.js';
import { SubmissionQueries } from './submission.queries.js';
import { SubmissionService } from './submission.service.js';
import { FILED_FOR, FILED_TO, OWED_BY } from './report.charge.js';

@ApiTags('reports')
@Controller()
export class SubmissionController {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly filings: FilingService,
    private readonly queries: SubmissionQueries,
  ) {}

  @Post('occurrences/:id/submissions')
  @About('Begins a draft of the report; one at a time.')
  @Right('reports.file', OWED_BY)
  @Answers(201, SubmissionAnswer)
  draft(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewSubmission,
  ): Promise<SubmissionAnswer> {
    return this.submissions.draft(act, id, input);
  }

  @Get('submissions/:id')
  @About('One submission with its evidence.')
  @Right('reports.read')
  @Answers(200, SubmissionAnswer)
  one(@Param('id', IdPipe) id: string): Promise<SubmissionAnswer> {
    return this.queries.one(id);
  }

  @Patch('submissions/:id')
  @About('Changes a draft; needs If-Match.')
  @Right('reports.file', FILED_FOR)
  @Answers(200, SubmissionAnswer)
  change(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: SubmissionChange,
  ): Promise<SubmissionAnswer> {
    return this.submissions.change(act, id, input);
  }

  @Delete('submissions/:id')
  @About('Throws a draft away.')
  @Right('reports.file', FILED_FOR)
  @Answers(204, null)
  discard(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.submissions.discard(act, id);
  }

  @Post('submissions/:id/submission')
  @About('Files the draft: today, or on the postmark or receipt of a paper.')
  @Right('reports.file', FILED_FOR)
  @Answers(201, SubmissionAnswer)
  file(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewFiling): Promise<SubmissionAnswer> {
    return this.filings.file(act, id, input);
  }

  @Post('submissions/:id/acceptance')
  @About('Accepts a filed report.')
  @Right('reports.review', FILED_TO)
  @Answers(201, SubmissionAnswer)
  accept(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewAcceptance,
  ): Promise<SubmissionAnswer> {
    return this.filings.accept(act, id, input);
  }

  @Post('submissions/:id/return')
  @About('Returns a filed report with a comment and a day to send it again.')
  @Right('reports.review', FILED_TO)
  @Answers(201, SubmissionAnswer)
  return(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewReturn): Promise<SubmissionAnswer> {
    return this.filings.return(act, id, input);
  }
}
