import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { Right, WHOLE } from '../platform/http/right.js';
import { SchemeDates, SchemeDatesQuery } from './scheme-dates.contract.js';
import { NewScheme, SchemeAnswer, SchemesQuery } from './scheme.contract.js';
import { SchemeQueries } from './scheme.queries.js';
import { SchemeService } from './scheme.service.js';

@ApiTags('reporting schemes')
@Controller('reporting-schemes')
export class SchemeController {
  constructor(
    private readonly schemes: SchemeService,
    private readonly queries: SchemeQueries,
  ) {}

  @Get()
  @About("Reporting schemes by code: the presets and the office's own.")
  @Right('schemes.read')
  @AnswersPage(SchemeAnswer)
  page(@Query() query: SchemesQuery): Promise<Page<SchemeAnswer>> {
    return this.queries.page(query);
  }

  @Get(':id')
  @About('One reporting scheme.')
  @Right('schemes.read')
  @Answers(200, SchemeAnswer)
  one(@Param('id', IdPipe) id: string): Promise<SchemeAnswer> {
    return this.queries.one(id);
  }

  @Get(':id/dates')
  @About('What a scheme comes to in a report year: windows, due days, and why.')
  @Right('schemes.read')
  @Answers(200, SchemeDates)
  dates(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Query() { year }: SchemeDatesQuery,
  ): Promise<SchemeDates> {
    return this.queries.dates(id, year ?? Number(act.today.slice(0, 4)));
  }

  @Post()
  @About("Adds a reporting scheme of the office's own.")
  @Right('schemes.keep', WHOLE)
  @Answers(201, SchemeAnswer)
  add(@CurrentAct() act: Act, @Body() input: NewScheme): Promise<SchemeAnswer> {
    return this.schemes.add(act, input);
  }
}
