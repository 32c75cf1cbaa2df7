import { Inject, Injectable } from '@nestjs/common';
import type { CookieSerializeOptions } from '@fastify/cookie';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';

const SESSION_HOURS = 12;

interface Cookie {
  name: string;
  value: string;
  options: CookieSerializeOptions;
}

/** Cookies of the register, bound to this host and unseen by scripts (RFC 6265bis, `__Host-`). */
@Injectable()
export class BrowserSession {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens a session for a member who has proven who they are. */
  async open(memberId: string): Promise<Cookie> {
    const token = randomBytes(32).toString('base64url');
    await this.db.query(
      `insert into session (token_hash, member_id, opened_at, expires_at)
       values ($1, $2, $3, $3::timestamptz + make_interval(hours => $4))`,
      [createHash('sha256').update(token).digest('hex'), memberId, this.clock.now(), SESSION_HOURS],
    );
    return this.cookie('so-phoi-hop', token, SESSION_HOURS * 3600);
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
