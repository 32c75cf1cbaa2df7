import { Module } from '@nestjs/common';
import { NeedsIntervalController } from './needs-interval.controller.js';
import { NeedsIntervalQueries } from './needs-interval.queries.js';
import { SummaryController } from './summary.controller.js';
import { SummaryQueries } from './summary.queries.js';
import { SummaryService } from './summary.service.js';

@Module({
  controllers: [SummaryController, NeedsIntervalController],
  providers: [SummaryService, SummaryQueries, NeedsIntervalQueries],
})
export class ComplianceModule {}
