import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { BodyModule } from '../bodies/body.module.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Seal } from '../platform/secrets/seal.js';
import { AccessController } from './access.controller.js';
import { AdministratorService } from './administrator.service.js';
import { BrowserSession } from './browser-session.js';
import { ChargeService } from './charge.service.js';
import { DoorGuard } from './door.guard.js';
import { IdentityService } from './identity.service.js';
import { MeController } from './me.controller.js';
import { MemberController } from './member.controller.js';
import { MemberIdentityController } from './member-identity.controller.js';
import { MemberIdentityQueries } from './member-identity.queries.js';
import { MemberIdentityService } from './member-identity.service.js';
import { MemberService } from './member.service.js';
import { OidcController } from './oidc.controller.js';
import { OidcMembers } from './oidc-members.service.js';
import { OidcProvider } from './oidc.provider.js';
import { OidcService } from './oidc.service.js';
import { PendingSignIns } from './oidc-pending.service.js';
import { OneTimeLinkService } from './one-time-link.service.js';
import { PasswordChoiceService } from './password-choice.service.js';
import { PasswordsService } from './passwords.service.js';
import { RightsCatalogue } from './rights.catalogue.js';
import { PersonController } from './person.controller.js';
import { PersonQueries } from './person.queries.js';
import { PersonService } from './person.service.js';
import { SeatController } from './seat.controller.js';
import { SeatQueries } from './seat.queries.js';
import { SeatService } from './seat.service.js';
import { SecretsService } from './secrets.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { ThrottleService } from './throttle.service.js';
import { TokenController } from './token.controller.js';
import { TokenQueries } from './token.queries.js';
import { TokensService } from './tokens.service.js';
import { ViewController } from './view.controller.js';
import { ViewQueries } from './view.queries.js';
import { ViewService } from './view.service.js';
import { TotpService } from './totp.service.js';

const OIDC = [OidcService, OidcProvider, PendingSignIns, OidcMembers, MemberIdentityService, MemberIdentityQueries];
const TOKENS = [TokensService, TokenQueries, RightsCatalogue];
const SECRETS = [
  SecretsService,
  PasswordsService,
  PasswordChoiceService,
  OneTimeLinkService,
  ThrottleService,
  TotpService,
];

@Module({
  imports: [BodyModule, DiscoveryModule],
  controllers: [
    AccessController,
    MeController,
    MemberController,
    SeatController,
    OidcController,
    MemberIdentityController,
    TokenController,
    PersonController,
    ViewController,
  ],
  providers: [
    { provide: Seal, useFactory: (config: Config) => new Seal(config), inject: [CONFIG] },
    AdministratorService,
    BrowserSession,
    ChargeService,
    IdentityService,
    MemberService,
    PersonService,
    PersonQueries,
    SeatQueries,
    SeatService,
    SessionsService,
    SignInService,
    ViewService,
    ViewQueries,
    ...OIDC,
    ...SECRETS,
    ...TOKENS,
    { provide: APP_GUARD, useClass: DoorGuard },
  ],
  exports: [AdministratorService, PersonService, SessionsService, MemberService, SeatService, SeatQueries],
})
export class AccessModule {}
