import { Module } from '@nestjs/common';
import { AgreementModule } from '../agreements/agreement.module.js';
import { BodyModule } from '../bodies/body.module.js';
import { CommitmentModule } from '../commitments/commitment.module.js';
import { RegimeModule } from '../regime/regime.module.js';
import { ReportModule } from '../reports/report.module.js';
import { ReviewModule } from '../reviews/review.module.js';
import { ActivationService } from './activation.service.js';
import { CalendarChangeService } from './calendar-change.service.js';
import { CalendarReplan } from './calendar-replan.js';
import { AmendmentController } from './amendment.controller.js';
import { AmendmentQueries } from './amendment.queries.js';
import { AmendmentService } from './amendment.service.js';
import { ConsequenceService } from './consequence.service.js';
import { EndingService } from './ending.service.js';
import { ForesightController } from './foresight.controller.js';
import { ForesightService } from './foresight.service.js';
import { LifecycleController } from './lifecycle.controller.js';
import { OutcomeService } from './outcome.service.js';
import { PastController } from './past.controller.js';
import { PastService } from './past.service.js';
import { PauseController } from './pause.controller.js';
import { PauseService } from './pause.service.js';
import { PlanningService } from './planning.service.js';
import { PromiseController } from './promise.controller.js';
import { PromiseService } from './promise.service.js';
import { ReadinessQueries } from './readiness.queries.js';
import { ReplanningController } from './replanning.controller.js';
import { ReplanningQueries } from './replanning.queries.js';
import { ReplanningService } from './replanning.service.js';
import { ScheduleRevisionService } from './schedule-revision.service.js';
import { SchemeReplan } from './scheme-replan.js';
import { SchemeRevisionService } from './scheme-revision.service.js';

import { ReorganisationService } from './reorganisation.service.js';
import { SuccessionEffect } from './succession-effect.service.js';
import { SuccessionController } from './succession.controller.js';
import { SuccessionQueries } from './succession.queries.js';
import { SuccessionService } from './succession.service.js';

import { RenewalService } from './renewal.service.js';

@Module({
  imports: [AgreementModule, CommitmentModule, ReportModule, ReviewModule, RegimeModule, BodyModule],
  controllers: [
    LifecycleController,
    ForesightController,
    PromiseController,
    PauseController,
    PastController,
    ReplanningController,
    SuccessionController,
    AmendmentController,
  ],
  providers: [
    ActivationService,
    ForesightService,
    ReadinessQueries,
    AmendmentService,
    AmendmentQueries,
    RenewalService,
    ConsequenceService,
    EndingService,
    OutcomeService,
    PlanningService,
    PromiseService,
    PauseService,
    PastService,
    ReplanningService,
    ReplanningQueries,
    ScheduleRevisionService,
    SchemeReplan,
    SchemeRevisionService,
    CalendarReplan,
    CalendarChangeService,
    ReorganisationService,
    SuccessionEffect,
    SuccessionQueries,
    SuccessionService,
  ],
  exports: [ActivationService, RenewalService, EndingService, ReorganisationService, SuccessionService],
})
export class LifecycleModule {}
