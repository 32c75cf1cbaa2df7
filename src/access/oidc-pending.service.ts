import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import type { Handshake } from './oidc.provider.js';
import { SIGN_IN_MINUTES, checkPending, type Pending } from './oidc.rules.js';
import { refuseOidc } from './oidc.refusals.js';

export type Begun = Handshake & { returnTo: string };

function digest(browser: string): string {
  return createHash('sha256').update(browser).digest('hex');
}

/** Sign-ins that have gone to the provider: known to the browser by a cookie, kept in the database for every instance. */
@Injectable()
export class PendingSignIns {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Returns what the browser keeps in its cookie. */
  async begin({ state, nonce, verifier, returnTo }: Begun): Promise<string> {
    const browser = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.db.query(`delete from oidc_sign_in where expires_at < $1::timestamptz - interval '1 hour'`, [now]);
    await this.db.query(
      `insert into oidc_sign_in (browser_hash, state, nonce, verifier, return_to, expires_at)
       values ($1, $2, $3, $4, $5, $6::timestamptz + make_interval(mins => $7))`,
      [digest(browser), state, nonce, verifier, returnTo, now, SIGN_IN_MINUTES],
    );
    return browser;
  }

  /** Takes the sign-in of this browser and state, once; a wrong state leaves it waiting, so that nobody spoils another's. */
  async take(browser: string | undefined, state: string | null): Promise<Begun> {
    if (browser === undefined) throw refuseOidc('not-begun');
    const now = this.clock.now();
    // As two statements: the first alone decides, whoever else comes at the same moment.
    const [taken] = await this.db.query<[Begun[], number]>(
      `update oidc_sign_in set used_at = $3
       where browser_hash = $1 and state = $2 and used_at is null and expires_at > $3
       returning state, nonce, verifier, return_to as "returnTo"`,
      [digest(browser), state, now],
    );
    if (taken[0]) return taken[0];
    const [pending] = await this.db.query<{ state: string; expires_at: Date; used_at: Date | null }[]>(
      `select state, expires_at, used_at from oidc_sign_in where browser_hash = $1`,
      [digest(browser)],
    );
    throw checkPending(pending ? asPending(pending) : null, state, now) ?? refuseOidc('used');
  }
}

function asPending(row: { state: string; expires_at: Date; used_at: Date | null }): Pending {
  return { state: row.state, expiresAt: row.expires_at.toISOString(), usedAt: row.used_at?.toISOString() ?? null };
}
