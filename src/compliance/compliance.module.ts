import { Module } from '@nestjs/common';
import { HistoryController } from './history.controller.js';
import { HistoryQueries } from './history.queries.js';
import { NeedsIntervalController } from './needs-interval.controller.js';
import { NeedsIntervalQueries } from './needs-interval.queries.js';
import { SummaryController } from './summary.controller.js';
import { SummaryQueries } from './summary.queries.js';
import { SummaryService } from './summary.service.js';

@Module({
  controllers: [SummaryController, NeedsIntervalController, HistoryController],
  providers: [SummaryService, SummaryQueries, NeedsIntervalQueries, HistoryQueries],
})
export class ComplianceModule {}
