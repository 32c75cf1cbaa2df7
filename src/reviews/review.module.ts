import { Module } from '@nestjs/common';
import { AgreementModule } from '../agreements/agreement.module.js';
import { BodyModule } from '../bodies/body.module.js';
import { RegimeModule } from '../regime/regime.module.js';
import { CycleController } from './cycle.controller.js';
import { CycleQueries } from './cycle.queries.js';
import { CycleService } from './cycle.service.js';
import { FollowUpController } from './follow-up.controller.js';
import { FollowUpQueries } from './follow-up.queries.js';
import { FollowUpService } from './follow-up.service.js';
import { MinutesService } from './minutes.service.js';
import { ReviewController } from './review.controller.js';
import { ReviewFlags } from './review.flags.js';
import { ReviewHandover } from './review.handover.js';
import { ReviewPlanner } from './review.planner.js';
import { ReviewReplanner } from './review.replanner.js';
import { ReviewQueries } from './review.queries.js';
import { ReviewService } from './review.service.js';

@Module({
  imports: [AgreementModule, BodyModule, RegimeModule],
  controllers: [CycleController, ReviewController, FollowUpController],
  providers: [
    CycleService,
    CycleQueries,
    ReviewPlanner,
    ReviewReplanner,
    ReviewService,
    MinutesService,
    ReviewQueries,
    ReviewFlags,
    ReviewHandover,
    FollowUpService,
    FollowUpQueries,
  ],
  exports: [
    ReviewPlanner,
    ReviewReplanner,
    ReviewService,
    ReviewQueries,
    ReviewFlags,
    CycleService,
    FollowUpService,
    ReviewHandover,
  ],
})
export class ReviewModule {}
