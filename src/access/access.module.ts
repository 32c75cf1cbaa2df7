import { Module } from '@nestjs/common';
import { BodyModule } from '../bodies/body.module.js';
import { APP_GUARD } from '@nestjs/core';
import { AccessController } from './access.controller.js';
import { MemberController } from './member.controller.js';
import { MemberService } from './member.service.js';
import { SeatController } from './seat.controller.js';
import { SeatQueries } from './seat.queries.js';
import { SeatService } from './seat.service.js';
import { ChargeService } from './charge.service.js';
import { DoorGuard } from './door.guard.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [BodyModule],
  controllers: [AccessController, MemberController, SeatController],
  providers: [
    SessionsService,
    ChargeService,
    MemberService,
    SeatService,
    SeatQueries,
    { provide: APP_GUARD, useClass: DoorGuard },
  ],
  exports: [SessionsService, MemberService, SeatService, SeatQueries],
})
export class AccessModule {}
