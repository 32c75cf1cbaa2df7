import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { note } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { prepared } from '../platform/database/prepared.js';
import { insertOne } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { RightsCatalogue } from './rights.catalogue.js';
import type { MadeToken, NewToken, TokenAnswer } from './token.contract.js';
import { AccessToken } from './token.entity.js';
import { heldOn } from './held.sql.js';
import type { Identified } from './identity.js';
import { TokenQueries } from './token.queries.js';
import { refuseToken } from './token.refusals.js';
import { TOKENS_AT_MOST, checkExpiry, checkScopes } from './token.rules.js';

/** Known to scanners that look for secrets in published code. */
const PREFIX = 'sph_';
const ACCESS_TOKEN = /^sph_[\w-]{43}$/;

interface Found extends Omit<Identified, 'by'> {
  /** Whether the last use was noted in this minute. */
  noted: boolean;
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Tells a personal access token from the token of a session. */
export function isAccessToken(bearer: string): boolean {
  return ACCESS_TOKEN.test(bearer);
}

@Injectable()
export class TokensService {
  constructor(
    private readonly db: DataSource,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly queries: TokenQueries,
    private readonly rights: RightsCatalogue,
  ) {}

  /** Whose token this is; null when it is none, revoked, expired, or its owner may not sign in. */
  async find(bearer: string, address: string): Promise<Identified | null> {
    const now = this.clock.now();
    const [found] = await prepared<Found>(
      this.db,
      `select t.id as "credentialId", t.member_id as "memberId", m.full_name as name, m.login, t.scopes,
         ${heldOn('m.id', '$2')} as held,
         coalesce(t.last_used_at > $3::timestamptz - interval '1 minute', false) as noted
       from access_token t join member m on m.id = t.member_id
       where t.token_hash = $1 and t.revoked_at is null and t.expires_on >= $2 and m.disabled_at is null`,
      [digest(bearer), this.clock.today(), now],
    );
    if (!found) return null;
    const { noted, ...who } = found;
    if (!noted) await this.noteUse(who.credentialId, now, address);
    return { ...who, by: 'token' };
  }

  /** The secret is in the answer and nowhere else: not in the table, the audit trail or the kept answer of a key. */
  async make(act: Act, { name, scopes, expiresOn }: NewToken): Promise<MadeToken> {
    const fault = checkScopes(scopes, this.rights.all()) ?? checkExpiry(expiresOn, act.today);
    if (fault) throw fault;
    const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
    const story = { told: false };
    const made = await this.work.run(act, async (tx) => {
      story.told = true;
      await this.refuseTooMany(tx, act);
      const row = { memberId: act.actor.id, name, scopes: [...new Set(scopes)], expiresOn, madeAt: act.at };
      const id = await insertOne(tx, AccessToken, { ...row, tokenHash: digest(token) });
      const after = await this.one(tx, act.actor.id, id);
      await note(tx, act, 'token.made', id, { after: { ...after, memberId: act.actor.id } });
      return after;
    });
    // A repeat with the same key: the first answer is kept, the secret is not.
    if (!story.told) throw refuseToken('shown-once');
    return { ...made, token };
  }

  async revoke(act: Act, memberId: string, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      await tx.query(`select from access_token where member_id = $1 and id = $2 for update`, [memberId, id]);
      const before = await this.one(tx, memberId, id);
      if (before.revokedAt !== null) return {};
      await tx.update(AccessToken, { id }, { revokedAt: act.at, revokedBy: act.actor.id });
      const after = await this.one(tx, memberId, id);
      await note(tx, act, 'token.revoked', id, { before: { ...before, memberId }, after: { ...after, memberId } });
      return {};
    });
  }

  private async one(tx: Tx, memberId: string, id: string): Promise<TokenAnswer> {
    const token = await this.queries.one(tx, memberId, id);
    if (!token) throw refuseToken('unknown');
    return token;
  }

  /** Holds the member, so that two at once are counted one after the other. */
  private async refuseTooMany(tx: Tx, act: Act): Promise<void> {
    await tx.query(`select from member where id = $1 for no key update`, [act.actor.id]);
    const [{ count } = { count: 0 }] = await tx.query<{ count: number }[]>(
      `select count(*) from access_token where member_id = $1 and revoked_at is null and expires_on >= $2`,
      [act.actor.id, act.today],
    );
    if (count >= TOKENS_AT_MOST) throw refuseToken('too-many', { max: TOKENS_AT_MOST });
  }

  /** Of many requests in a minute the first one writes. */
  private async noteUse(id: string, now: string, address: string): Promise<void> {
    await this.db.query(
      `update access_token set last_used_at = $2, last_used_from = $3
       where id = $1 and coalesce(last_used_at <= $2::timestamptz - interval '1 minute', true)`,
      [id, now, address],
    );
  }
}
