import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Who, type Identified } from '../access/identity.js';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import {
  EventAnswer,
  NewEvent,
  NewWaiver,
  OccurrenceAnswer,
  OccurrenceRow,
  OccurrencesQuery,
} from './occurrence.contract.js';
import { OccurrenceCounts, OccurrenceCountsQuery, OccurrenceRights } from './occurrence-reading.contract.js';
import { OccurrenceRightsQueries } from './occurrence-rights.queries.js';
import { OccurrenceQueries } from './occurrence.queries.js';
import { OccurrenceService } from './occurrence.service.js';
import { OF_SCHEDULE } from '../commitments/commitment.charge.js';
import { OWED_TO } from './report.charge.js';

@ApiTags('reports')
@Controller()
export class OccurrenceController {
  constructor(
    private readonly occurrences: OccurrenceService,
    private readonly queries: OccurrenceQueries,
    private readonly rights: OccurrenceRightsQueries,
  ) {}

  @Get('occurrences')
  @About('Due reports, the earliest due day first.')
  @Right('reports.read')
  @AnswersPage(OccurrenceRow)
  page(@CurrentAct() act: Act, @Query() query: OccurrencesQuery): Promise<Page<OccurrenceRow>> {
    return this.queries.page(query, act.today);
  }

  @Get('occurrences/counts')
  @About('How many of the due reports stand how, of those that are still owed; the filters of the list.')
  @Right('reports.read')
  @Answers(200, OccurrenceCounts)
  counts(@CurrentAct() act: Act, @Query() query: OccurrenceCountsQuery): Promise<OccurrenceCounts> {
    return this.queries.counts(query, act.today);
  }

  @Get('occurrences/:id/rights')
  @About('What the caller may do about one due report, so that a page offers nothing else.')
  @Right('reports.read')
  @Answers(200, OccurrenceRights)
  async mayDo(@Param('id', IdPipe) id: string, @Who() who: Identified): Promise<OccurrenceRights> {
    return { rights: await this.rights.of(id, who.held) };
  }

  @Get('occurrences/:id')
  @About('One due report: why this date, its clause, every submission, and what is missing from the tiers below.')
  @Right('reports.read')
  @Answers(200, OccurrenceAnswer)
  one(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<OccurrenceAnswer> {
    return this.queries.one(id, act.today);
  }

  @Post('occurrences/:id/waiver')
  @About('Waives one due report, with the reason.')
  @Right('reports.waive', OWED_TO)
  @Answers(201, OccurrenceAnswer)
  waive(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewWaiver): Promise<OccurrenceAnswer> {
    return this.occurrences.waive(act, id, input);
  }

  @Post('schedules/:id/events')
  @About('Enters an event or a request that asks for reports; for schedules without an interval.')
  @Right('reports.request', OF_SCHEDULE)
  @Answers(201, EventAnswer)
  event(@CurrentAct() act: Act, @Param('id', IdPipe) id: string, @Body() input: NewEvent): Promise<EventAnswer> {
    return this.occurrences.event(act, id, input);
  }
}
