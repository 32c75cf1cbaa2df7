import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AgreementModule } from '../agreements/agreement.module.js';
import { BodyModule } from '../bodies/body.module.js';
import { LifecycleModule } from '../lifecycle/lifecycle.module.js';
import { ReportModule } from '../reports/report.module.js';
import { ReviewModule } from '../reviews/review.module.js';
import { Checklist } from './checklist.js';
import { DutySteps } from './duty.steps.js';
import { PersonSteps } from './person.steps.js';
import { SweepController } from './sweep.controller.js';
import { SweepQueries } from './sweep.queries.js';
import { SweepSchedule } from './sweep.schedule.js';
import { SweepService } from './sweep.service.js';
import { AgreementSteps } from './agreement.steps.js';

@Module({
  imports: [AccessModule, BodyModule, AgreementModule, ReportModule, ReviewModule, LifecycleModule],
  controllers: [SweepController],
  providers: [SweepService, SweepQueries, SweepSchedule, Checklist, AgreementSteps, DutySteps, PersonSteps],
  exports: [SweepService, SweepSchedule],
})
export class SweepModule {}
