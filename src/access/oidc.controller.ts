import { Controller, Get, Inject, Post, Query, Redirect, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Refusal } from '../core/refusal.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act, type ActingRequest } from '../platform/http/act.js';
import { Answers, AnswersRedirect } from '../platform/http/answers.js';
import { EVERYBODY, OWN, Right } from '../platform/http/right.js';
import { BrowserSession } from './browser-session.js';
import { callerOf, dropSessionCookie, keepCookies } from './cookies.js';
import { SignedIn, type Identified } from './identity.js';
import { OidcStart, ProviderSignOut, SignInMethods } from './oidc.contract.js';
import { SIGN_IN_MINUTES } from './oidc.rules.js';
import { OidcService } from './oidc.service.js';
import { SessionsService } from './sessions.service.js';

const COOKIE = 'so-phoi-hop-oidc';
const SEE_OTHER = 303;

interface Elsewhere {
  url: string;
  statusCode: number;
}

/** A person in a browser lands on the sign-in page with the code of the refusal; a program gets the problem. */
async function orSignInPage(request: ActingRequest, there: () => Promise<Elsewhere>): Promise<Elsewhere> {
  try {
    return await there();
  } catch (error) {
    const isPage = /\btext\/html\b/.test(request.headers.accept ?? '');
    if (!(error instanceof Refusal) || !isPage) throw error;
    return { url: `/dang-nhap?loi=${encodeURIComponent(error.code)}`, statusCode: SEE_OTHER };
  }
}

function queryOf(request: ActingRequest): string {
  const at = request.url.indexOf('?');
  return at < 0 ? '' : request.url.slice(at);
}

@ApiTags('access')
@Controller()
export class OidcController {
  constructor(
    private readonly oidc: OidcService,
    private readonly browser: BrowserSession,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sign-in-methods')
  @About('How one may sign in.')
  @Right(EVERYBODY)
  @Answers(200, SignInMethods)
  methods(): SignInMethods {
    return { password: true, oidc: this.config.oidc && { label: this.config.oidc.label } };
  }

  @Get('oidc/start')
  @About('Sends the browser to the identity provider.')
  @Right(EVERYBODY)
  @AnswersRedirect()
  @Redirect()
  start(
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { returnTo }: OidcStart,
  ): Promise<Elsewhere> {
    void reply.header('cache-control', 'no-store');
    return orSignInPage(request, async () => {
      const { browser, url } = await this.oidc.begin(returnTo ?? '/');
      const { name, value, options } = this.browser.cookie(COOKIE, browser, SIGN_IN_MINUTES * 60);
      void reply.setCookie(name, value, options);
      return { url, statusCode: SEE_OTHER };
    });
  }

  @Get('oidc/return')
  @About('Where the identity provider sends the browser back to: opens the session and goes on to the page asked for.')
  @Right(EVERYBODY)
  @AnswersRedirect()
  @Redirect()
  return(@Req() request: ActingRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Elsewhere> {
    void reply.header('cache-control', 'no-store');
    return orSignInPage(request, async () => {
      const browser = request.cookies[this.browser.nameOf(COOKIE)];
      const { member, returnTo } = await this.oidc.finish(browser, queryOf(request), callerOf(request));
      const token = await this.browser.open(member, callerOf(request));
      const done = this.browser.cookie(COOKIE, '', 0);
      void reply.setCookie(done.name, done.value, done.options);
      keepCookies(request, reply, { token });
      return { url: returnTo, statusCode: SEE_OTHER };
    });
  }

  @Post('oidc/sign-out')
  @About('Signs out here, and tells where to sign out at the identity provider too.')
  @Right('sessions.own', OWN)
  @Answers(200, ProviderSignOut)
  async signOut(
    @CurrentAct() act: Act,
    @SignedIn() who: Identified,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderSignOut> {
    await this.sessions.close(act, who.credentialId);
    dropSessionCookie(request, reply);
    return { url: await this.oidc.signOutUrl() };
  }
}
