import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { BodyModule } from '../bodies/body.module.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Seal } from '../platform/secrets/seal.js';
import { AccessController } from './access.controller.js';
import { AdministratorService } from './administrator.service.js';
import { ChargeService } from './charge.service.js';
import { DoorGuard } from './door.guard.js';
import { IdentityService } from './identity.service.js';
import { MeController } from './me.controller.js';
import { MemberController } from './member.controller.js';
import { MemberService } from './member.service.js';
import { OneTimeLinkService } from './one-time-link.service.js';
import { PasswordChoiceService } from './password-choice.service.js';
import { PasswordsService } from './passwords.service.js';
import { SeatController } from './seat.controller.js';
import { SeatQueries } from './seat.queries.js';
import { SeatService } from './seat.service.js';
import { SecretsService } from './secrets.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { ThrottleService } from './throttle.service.js';
import { TotpService } from './totp.service.js';

@Module({
  imports: [BodyModule],
  controllers: [AccessController, MeController, MemberController, SeatController],
  providers: [
    { provide: Seal, useFactory: (config: Config) => new Seal(config), inject: [CONFIG] },
    AdministratorService,
    ChargeService,
    IdentityService,
    MemberService,
    OneTimeLinkService,
    PasswordChoiceService,
    PasswordsService,
    SeatQueries,
    SeatService,
    SecretsService,
    SessionsService,
    SignInService,
    ThrottleService,
    TotpService,
    { provide: APP_GUARD, useClass: DoorGuard },
  ],
  exports: [AdministratorService, SessionsService, MemberService, SeatService, SeatQueries],
})
export class AccessModule {}
