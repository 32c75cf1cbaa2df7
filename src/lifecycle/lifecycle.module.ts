import { Module } from '@nestjs/common';
import { AgreementModule } from '../agreements/agreement.module.js';
import { CommitmentModule } from '../commitments/commitment.module.js';
import { ReportModule } from '../reports/report.module.js';
import { ReviewModule } from '../reviews/review.module.js';
import { ActivationService } from './activation.service.js';
import { AmendmentController } from './amendment.controller.js';
import { AmendmentQueries } from './amendment.queries.js';
import { AmendmentService } from './amendment.service.js';
import { ConsequenceService } from './consequence.service.js';
import { EndingService } from './ending.service.js';
import { LifecycleController } from './lifecycle.controller.js';
import { OutcomeService } from './outcome.service.js';
import { PlanningService } from './planning.service.js';
import { PromiseController } from './promise.controller.js';
import { PromiseService } from './promise.service.js';
import { RenewalService } from './renewal.service.js';

@Module({
  imports: [AgreementModule, CommitmentModule, ReportModule, ReviewModule],
  controllers: [LifecycleController, AmendmentController, PromiseController],
  providers: [
    ActivationService,
    AmendmentService,
    AmendmentQueries,
    RenewalService,
    ConsequenceService,
    EndingService,
    OutcomeService,
    PlanningService,
    PromiseService,
  ],
  exports: [ActivationService, RenewalService, EndingService],
})
export class LifecycleModule {}
