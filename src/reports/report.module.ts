import { Module } from '@nestjs/common';
import { AgreementModule } from '../agreements/agreement.module.js';
import { RegimeModule } from '../regime/regime.module.js';
import { CommitmentPeriodController } from './commitment-period.controller.js';
import { CommitmentPeriodQueries } from './commitment-period.queries.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceService } from './evidence.service.js';
import { ExtensionController } from './extension.controller.js';
import { ExtensionQueries } from './extension.queries.js';
import { ExtensionService } from './extension.service.js';
import { FilingService } from './filing.service.js';
import { HistoryService } from './history.service.js';
import { OccurrenceController } from './occurrence.controller.js';
import { OccurrenceExportController } from './occurrence-export.controller.js';
import { OccurrenceExport } from './occurrence-export.service.js';
import { OccurrenceFlags } from './occurrence.flags.js';
import { OccurrenceHandover } from './occurrence.handover.js';
import { OccurrencePlanner } from './occurrence.planner.js';
import { OccurrenceReplanner } from './occurrence.replanner.js';
import { OccurrenceRightsQueries } from './occurrence-rights.queries.js';
import { OccurrenceQueries } from './occurrence.queries.js';
import { OccurrenceService } from './occurrence.service.js';
import { SubmissionController } from './submission.controller.js';
import { SubmissionQueries } from './submission.queries.js';
import { SubmissionService } from './submission.service.js';

@Module({
  imports: [AgreementModule, RegimeModule],
  controllers: [
    OccurrenceExportController,
    OccurrenceController,
    SubmissionController,
    EvidenceController,
    ExtensionController,
    CommitmentPeriodController,
  ],
  providers: [
    OccurrenceService,
    OccurrencePlanner,
    OccurrenceReplanner,
    OccurrenceFlags,
    OccurrenceHandover,
    OccurrenceQueries,
    OccurrenceRightsQueries,
    OccurrenceExport,
    SubmissionService,
    FilingService,
    SubmissionQueries,
    EvidenceService,
    ExtensionService,
    ExtensionQueries,
    HistoryService,
    CommitmentPeriodQueries,
  ],
  exports: [
    OccurrencePlanner,
    OccurrenceFlags,
    OccurrenceQueries,
    ExtensionQueries,
    HistoryService,
    OccurrenceReplanner,
    OccurrenceHandover,
  ],
})
export class ReportModule {}
