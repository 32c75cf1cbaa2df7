import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
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

@ApiTags('reports')
@Controller()
export class SubmissionController {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly filings: FilingService,
    private readonly queries: SubmissionQueries,
  ) {}

  /** Begins a draft of the report; one at a time. */
  @Post('occurrences/:id/submissions')
  @Right('reports.file')
  @Answers(201, SubmissionAnswer)
  draft(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewSubmission,
  ): Promise<SubmissionAnswer> {
    return this.submissions.draft(act, id, input);
  }

  /** One submission with its evidence. */
  @Get('submissions/:id')
  @Right('reports.read')
  @Answers(200, SubmissionAnswer)
  one(@Param('id', IdPipe) id: string): Promise<SubmissionAnswer> {
    return this.queries.one(id);
  }

  /** Changes a draft; needs If-Match. */
  @Patch('submissions/:id')
  @Right('reports.file')
  @Answers(200, SubmissionAnswer)
  change(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: SubmissionChange,
  ): Promise<SubmissionAnswer> {
    return this.submissions.change(act, id, input);
  }

  /** Throws a draft away. */
  @Delete('submissions/:id')
  @Right('reports.file')
  @Answers(204, null)
  discard(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.submissions.discard(act, id);
  }

  /** Files the draft: today, or on the postmark or receipt of a paper. */
  @Post('submissions/:id/submission')
  @Right('reports.file')
  @Answers(201, SubmissionAnswer)
  file(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewFiling): Promise<SubmissionAnswer> {
    return this.filings.file(act, id, input);
  }

  /** Accepts a filed report. */
  @Post('submissions/:id/acceptance')
  @Right('reports.review')
  @Answers(201, SubmissionAnswer)
  accept(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewAcceptance,
  ): Promise<SubmissionAnswer> {
    return this.filings.accept(act, id, input);
  }

  /** Returns a filed report with a comment and a day to send it again. */
  @Post('submissions/:id/return')
  @Right('reports.review')
  @Answers(201, SubmissionAnswer)
  return(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewReturn): Promise<SubmissionAnswer> {
    return this.filings.return(act, id, input);
  }
}
