import { Module } from '@nestjs/common';
import { BodyModule } from '../bodies/body.module.js';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessController } from './access.controller.js';
import { BrowserSession } from './browser-session.js';
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
import { RightsCatalogue } from './rights.catalogue.js';
import { SeatController } from './seat.controller.js';
import { SeatQueries } from './seat.queries.js';
import { SeatService } from './seat.service.js';
import { DoorGuard } from './door.guard.js';
import { SessionsService } from './sessions.service.js';
import { TokenController } from './token.controller.js';
import { TokenQueries } from './token.queries.js';
import { TokensService } from './tokens.service.js';

const OIDC = [OidcService, OidcProvider, PendingSignIns, OidcMembers, MemberIdentityService, MemberIdentityQueries];
const TOKENS = [TokensService, TokenQueries, RightsCatalogue];

@Module({
  imports: [BodyModule, DiscoveryModule],
  controllers: [
    AccessController,
    MemberController,
    SeatController,
    OidcController,
    MemberIdentityController,
    TokenController,
  ],
  providers: [
    SessionsService,
    MemberService,
    SeatService,
    SeatQueries,
    BrowserSession,
    ...OIDC,
    ...TOKENS,
    { provide: APP_GUARD, useClass: DoorGuard },
  ],
  exports: [SessionsService, MemberService, SeatService, SeatQueries],
})
export class AccessModule {}
