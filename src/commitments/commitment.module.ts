import { Module } from '@nestjs/common';
import { AgreementModule } from '../agreements/agreement.module.js';
import { BodyModule } from '../bodies/body.module.js';
import { RegimeModule } from '../regime/regime.module.js';
import { AmendedPromisesService } from './amended-promises.service.js';
import { ClauseController } from './clause.controller.js';
import { ClauseProposalQueries } from './clause-proposal.queries.js';
import { ClauseQueries } from './clause.queries.js';
import { ClauseService } from './clause.service.js';
import { ClauseSetController } from './clause-set.controller.js';
import { ClauseSetService } from './clause-set.service.js';
import { CommitmentController } from './commitment.controller.js';
import { CommitmentQueries } from './commitment.queries.js';
import { CommitmentService } from './commitment.service.js';
import { ScheduleService } from './schedule.service.js';

@Module({
  imports: [BodyModule, RegimeModule, AgreementModule],
  controllers: [ClauseController, ClauseSetController, CommitmentController],
  providers: [
    ClauseService,
    ClauseQueries,
    ClauseSetService,
    ClauseProposalQueries,
    CommitmentService,
    ScheduleService,
    CommitmentQueries,
    AmendedPromisesService,
  ],
  exports: [AmendedPromisesService, CommitmentService, ScheduleService, CommitmentQueries],
})
export class CommitmentModule {}
