import { Module } from '@nestjs/common';
import { AgreementModule } from '../agreements/agreement.module.js';
import { BodyModule } from '../bodies/body.module.js';
import { CommitmentModule } from '../commitments/commitment.module.js';
import { ReportModule } from '../reports/report.module.js';
import { ReviewModule } from '../reviews/review.module.js';
import { ActivationService } from './activation.service.js';
import { ConsequenceService } from './consequence.service.js';
import { EndingService } from './ending.service.js';
import { LifecycleController } from './lifecycle.controller.js';
import { OutcomeService } from './outcome.service.js';
import { PlanningService } from './planning.service.js';
import { PromiseController } from './promise.controller.js';
import { PromiseService } from './promise.service.js';

import { ReorganisationService } from './reorganisation.service.js';
import { SuccessionEffect } from './succession-effect.service.js';
import { SuccessionController } from './succession.controller.js';
import { SuccessionQueries } from './succession.queries.js';
import { SuccessionService } from './succession.service.js';

@Module({
  imports: [BodyModule, AgreementModule, CommitmentModule, ReportModule, ReviewModule],
  controllers: [LifecycleController, PromiseController, SuccessionController],
  providers: [
    ActivationService,
    ConsequenceService,
    EndingService,
    OutcomeService,
    PlanningService,
    PromiseService,
    ReorganisationService,
    SuccessionEffect,
    SuccessionQueries,
    SuccessionService,
  ],
  exports: [ActivationService, EndingService, ReorganisationService, SuccessionService],
})
export class LifecycleModule {}
