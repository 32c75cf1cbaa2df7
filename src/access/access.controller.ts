import { Body, Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act, type ActingRequest } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { EVERYBODY, OWN, Right } from '../platform/http/right.js';
import { CurrentSession, SessionAnswer, Sessions, SignIn } from './access.contract.js';
import { refuseAccess } from './access.refusals.js';
import { rightsOf } from './access.rules.js';
import {
  bearerOf,
  callerOf,
  comesFromHere,
  csrfTokenOf,
  dropSessionCookie,
  keepCookies,
  sessionCookieOf,
} from './cookies.js';
import { SignedIn, Who, type Identified } from './identity.js';
import { MemberService, memberAnswer } from './member.service.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('access')
@Controller('sessions')
export class AccessController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
    private readonly members: MemberService,
  ) {}

  @Post()
  @About('Signs in: a program gets a token, a browser that asks `as: "cookie"` a cookie.')
  @Right(EVERYBODY)
  @Answers(201, SessionAnswer)
  async open(
    @Body() body: SignIn,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    // Another site must not sign a browser in as somebody else either.
    if (body.as === 'cookie' && !comesFromHere(request)) throw refuseAccess('csrf');
    const { token, device, expiresAt, member } = await this.signIn.open(body, callerOf(request));
    void reply.header('cache-control', 'no-store');
    const answer = { expiresAt, member: memberAnswer(member) };
    if (device === null) return { token, ...answer };
    keepCookies(request, reply, { token, device });
    return { csrfToken: csrfTokenOf(token), ...answer };
  }

  @Get('current')
  @About('Who is signed in.')
  @Right('sessions.own')
  @Answers(200, CurrentSession)
  async current(@Who() { memberId, held }: Identified, @Req() request: ActingRequest): Promise<CurrentSession> {
    const token = bearerOf(request) === undefined ? sessionCookieOf(request) : undefined;
    const csrfToken = token === undefined ? null : csrfTokenOf(token);
    return { ...(await this.members.one(memberId)), seats: held, rights: [...rightsOf(held)], csrfToken };
  }

  @Get()
  @About('Where the person is signed in.')
  @Right('sessions.own')
  @Answers(200, Sessions)
  async list(@SignedIn() who: Identified): Promise<Sessions> {
    return { items: await this.sessions.list(who.memberId, who.credentialId) };
  }

  @Delete('current')
  @About('Signs out.')
  @Right('sessions.own', OWN)
  @Answers(204, null)
  async close(
    @CurrentAct() act: Act,
    @SignedIn() who: Identified,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.close(act, who.credentialId);
    dropSessionCookie(request, reply);
  }

  @Delete(':id')
  @About('Ends one of the own sessions.')
  @Right('sessions.own', OWN)
  @Answers(204, null)
  revoke(@CurrentAct() act: Act, @SignedIn() _who: Identified, @Param('id', IdPipe) id: string): Promise<void> {
    return this.sessions.revoke(act, id);
  }

  @Delete()
  @About('Ends all own sessions but this one.')
  @Right('sessions.own', OWN)
  @Answers(204, null)
  closeOthers(@CurrentAct() act: Act, @SignedIn() who: Identified): Promise<void> {
    return this.sessions.closeOthers(act, who.credentialId);
  }
}
