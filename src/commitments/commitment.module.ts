import { Module } from '@nestjs/common';
import { AgreementModule } from '../agreements/agreement.module.js';
import { BodyModule } from '../bodies/body.module.js';
import { RegimeModule } from '../regime/regime.module.js';
import { ClauseController } from './clause.controller.js';
import { ClauseService } from './clause.service.js';
import { CommitmentController } from './commitment.controller.js';
import { CommitmentQueries } from './commitment.queries.js';
import { CommitmentService } from './commitment.service.js';
import { ScheduleService } from './schedule.service.js';

@Module({
  imports: [BodyModule, RegimeModule, AgreementModule],
  controllers: [ClauseController, CommitmentController],
  providers: [ClauseService, CommitmentService, ScheduleService, CommitmentQueries],
  exports: [CommitmentService, ScheduleService, CommitmentQueries],
})
export class CommitmentModule {}
