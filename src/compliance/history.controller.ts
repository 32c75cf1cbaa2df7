import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { AnswersPage } from '../platform/http/answers.js';
import type { Page } from '../platform/http/paging.js';
import { Right } from '../platform/http/right.js';
import { HistoryEntry, HistoryQuery } from './history.contract.js';
import { HistoryQueries } from './history.queries.js';

@ApiTags('history')
@Controller('history')
export class HistoryController {
  constructor(private readonly queries: HistoryQueries) {}

  @Get()
  @About('Who did what when, and what it changed from and to; the latest first.')
  @Right('history.read')
  @AnswersPage(HistoryEntry)
  page(@Query() query: HistoryQuery): Promise<Page<HistoryEntry>> {
    return this.queries.page(query);
  }
}
