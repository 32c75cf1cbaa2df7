import { Module } from '@nestjs/common';
import { AgreementModule } from '../agreements/agreement.module.js';
import { CommitmentModule } from '../commitments/commitment.module.js';
import { ReportModule } from '../reports/report.module.js';
import { ReviewModule } from '../reviews/review.module.js';
import { ActivationService } from './activation.service.js';
import { ConsequenceService } from './consequence.service.js';
import { EndingService } from './ending.service.js';
import { LifecycleController } from './lifecycle.controller.js';
import { OutcomeService } from './outcome.service.js';
import { PastController } from './past.controller.js';
import { PastService } from './past.service.js';
import { PauseController } from './pause.controller.js';
import { PauseService } from './pause.service.js';
import { PlanningService } from './planning.service.js';
import { PromiseController } from './promise.controller.js';
import { PromiseService } from './promise.service.js';

@Module({
  imports: [AgreementModule, CommitmentModule, ReportModule, ReviewModule],
  controllers: [LifecycleController, PromiseController, PauseController, PastController],
  providers: [
    ActivationService,
    ConsequenceService,
    EndingService,
    OutcomeService,
    PlanningService,
    PromiseService,
    PauseService,
    PastService,
  ],
  exports: [ActivationService, EndingService],
})
export class LifecycleModule {}
