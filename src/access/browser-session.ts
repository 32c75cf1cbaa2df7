import { Inject, Injectable } from '@nestjs/common';
import type { CookieSerializeOptions } from '@fastify/cookie';
import { Clock } from '../platform/clock/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { Caller } from './cookies.js';
import { actBy } from './identity.js';
import { SessionsService } from './sessions.service.js';

interface Cookie {
  name: string;
  value: string;
  options: CookieSerializeOptions;
}

/** Cookies of the register, bound to this host and unseen by scripts (RFC 6265bis, `__Host-`). */
@Injectable()
export class BrowserSession {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens a session for a member who has proven elsewhere who they are; returns its token. */
  async open(actor: Act['actor'], caller: Caller): Promise<string> {
    const act = actBy(this.clock, actor, caller.requestId, caller.address);
    const how = { carriedBy: 'cookie', by: 'oidc', caller } as const;
    return (await this.work.run(act, (tx) => this.sessions.issue(tx, act, how))).token;
  }

  /** Lax, not Strict: the browser comes back from the provider, which is another site. */
  cookie(name: string, value: string, maxAge: number): Cookie {
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: this.isSecure, maxAge } as const;
    return { name: this.nameOf(name), value, options };
  }

  nameOf(name: string): string {
    return this.isSecure ? `__Host-${name}` : name;
  }

  private get isSecure(): boolean {
    return this.config.publicUrl?.startsWith('https:') ?? false;
  }
}
