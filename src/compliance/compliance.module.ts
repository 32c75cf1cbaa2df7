import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AgreementModule } from '../agreements/agreement.module.js';
import { RegimeModule } from '../regime/regime.module.js';
import { AuditEntryController } from './audit-entry.controller.js';
import { AuditEntryQueries } from './audit-entry.queries.js';
import { AuditVerificationService } from './audit-verification.service.js';
import { DueDaysController } from './due-days.controller.js';
import { DueDaysQueries } from './due-days.queries.js';
import { HandoverController } from './handover.controller.js';
import { HandoverQueries } from './handover.queries.js';
import { HistoryController } from './history.controller.js';
import { HistoryQueries } from './history.queries.js';
import { NeedsIntervalController } from './needs-interval.controller.js';
import { NeedsIntervalQueries } from './needs-interval.queries.js';
import { PersonalDataController } from './personal-data.controller.js';
import { PersonalDataService } from './personal-data.service.js';
import { RecordNames } from './record-names.queries.js';
import { RegisterController } from './register.controller.js';
import { RegisterQueries } from './register.queries.js';
import { SummaryController } from './summary.controller.js';
import { SummaryExportController } from './summary-export.controller.js';
import { SummaryExport } from './summary-export.service.js';
import { SummaryQueries } from './summary.queries.js';
import { SummaryService } from './summary.service.js';

@Module({
  imports: [AccessModule, AgreementModule, RegimeModule],
  controllers: [
    RegisterController,
    DueDaysController,
    SummaryController,
    SummaryExportController,
    NeedsIntervalController,
    HandoverController,
    HistoryController,
    AuditEntryController,
    PersonalDataController,
  ],
  providers: [
    RegisterQueries,
    DueDaysQueries,
    SummaryService,
    SummaryExport,
    SummaryQueries,
    NeedsIntervalQueries,
    HandoverQueries,
    RecordNames,
    HistoryQueries,
    AuditEntryQueries,
    AuditVerificationService,
    PersonalDataService,
  ],
  exports: [AuditVerificationService],
})
export class ComplianceModule {}
