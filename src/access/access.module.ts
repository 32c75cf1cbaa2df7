import { Module } from '@nestjs/common';
import { BodyModule } from '../bodies/body.module.js';
import { APP_GUARD } from '@nestjs/core';
import { AccessController } from './access.controller.js';
import { MemberController } from './member.controller.js';
import { MemberService } from './member.service.js';
import { PersonController } from './person.controller.js';
import { PersonQueries } from './person.queries.js';
import { PersonService } from './person.service.js';
import { SeatController } from './seat.controller.js';
import { SeatQueries } from './seat.queries.js';
import { SeatService } from './seat.service.js';
import { DoorGuard } from './door.guard.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [BodyModule],
  controllers: [AccessController, MemberController, PersonController, SeatController],
  providers: [
    PersonService,
    PersonQueries,
    SessionsService,
    MemberService,
    SeatService,
    SeatQueries,
    { provide: APP_GUARD, useClass: DoorGuard },
  ],
  exports: [PersonService, SessionsService, MemberService, SeatService, SeatQueries],
})
export class AccessModule {}
