import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { note } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { prepared } from '../platform/database/prepared.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { SessionListed } from './access.contract.js';
import { refuseAccess } from './access.refusals.js';
import type { Caller } from './cookies.js';
import { heldOn } from './held.sql.js';
import type { Identified } from './identity.js';

export const CARRIERS = ['cookie', 'bearer'] as const;
export type Carrier = (typeof CARRIERS)[number];

export interface How {
  carriedBy: Carrier;
  /** How the person proved who they are. */
  by: 'password' | 'oidc';
  caller: Caller;
}

export interface Issued {
  id: string;
  token: string;
  expiresAt: string;
}

interface Found extends Omit<Identified, 'by'> {
  stale: boolean;
}

/** Random tokens are looked up by this; what the database keeps opens nothing. */
export function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly db: DataSource,
    private readonly work: Work,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Opens a session for the actor, who has already proven who they are; the cookie session sent along ends (rotation). */
  async issue(tx: Tx, act: Act, { carriedBy, by, caller }: How): Promise<Issued> {
    if (caller.session !== undefined) await this.end(tx, act, `token_hash = $1`, [digest(caller.session)]);
    await tx.query(`delete from session where member_id = $1 and expires_at < $2`, [act.actor.id, act.at]);
    const token = randomBytes(32).toString('base64url');
    const [made] = await tx.query<[{ id: string; expires_at: Date }]>(
      `insert into session (token_hash, member_id, carried_by, opened_at, last_seen_at, expires_at, address, agent)
       values ($1, $2, $3, $4, $4, $4::timestamptz + make_interval(hours => $5), $6, $7) returning id, expires_at`,
      [digest(token), act.actor.id, carriedBy, act.at, this.config.sessionHours, caller.address, caller.agent],
    );
    const { address, agent } = caller;
    await note(tx, act, 'session.opened', made.id, { after: { carriedBy, by, address, agent } });
    return { id: made.id, token, expiresAt: made.expires_at.toISOString() };
  }

  /** One prepared statement a request; that the session was used is written once a minute. */
  async find(token: string, carriedBy: Carrier): Promise<Identified | null> {
    const now = this.clock.now();
    const [found] = await prepared<Found>(
      this.db,
      `select s.id as "credentialId", m.id as "memberId", m.full_name as name, m.login, ${heldOn('m.id', '$5')} as held,
         s.last_seen_at < $3::timestamptz - interval '1 minute' as stale
       from session s join member m on m.id = s.member_id
       where s.token_hash = $1 and s.carried_by = $2 and s.expires_at > $3
         and s.last_seen_at > $3::timestamptz - make_interval(mins => $4) and m.disabled_at is null`,
      [digest(token), carriedBy, now, this.config.sessionIdleMinutes, this.clock.today()],
    );
    if (!found) return null;
    const { stale, ...who } = found;
    if (stale) await this.db.query(`update session set last_seen_at = $2 where id = $1`, [who.credentialId, now]);
    return { ...who, by: 'session' };
  }

  /** The member's open sessions, the latest used first. */
  async list(memberId: string, currentId: string): Promise<SessionListed[]> {
    const rows = await this.db.query<(Record<'openedAt' | 'lastSeenAt' | 'expiresAt', Date> & SessionListed)[]>(
      `select id, carried_by as "carriedBy", opened_at as "openedAt", last_seen_at as "lastSeenAt",
         expires_at as "expiresAt", address, agent, id = $2 as current
       from session where member_id = $1 and expires_at > $3
         and last_seen_at > $3::timestamptz - make_interval(mins => $4)
       order by last_seen_at desc, id`,
      [memberId, currentId, this.clock.now(), this.config.sessionIdleMinutes],
    );
    return rows.map((row) => ({
      ...row,
      openedAt: row.openedAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    }));
  }

  /** Signs out: the session itself. */
  async close(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => ({ ended: await this.end(tx, act, `id = $1`, [id]) }));
  }

  /** Ends another session of the same member. */
  async revoke(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      const ended = await this.end(tx, act, `id = $1 and member_id = $2`, [id, act.actor.id]);
      if (ended === 0) throw refuseAccess('session-unknown');
      return { ended };
    });
  }

  async closeOthers(act: Act, currentId: string): Promise<void> {
    await this.work.run(act, async (tx) => ({ ended: await this.closeAll(tx, act, act.actor.id, currentId) }));
  }

  /** Ends every session of a member but one. */
  async closeAll(tx: Tx, act: Act, memberId: string, exceptId: string | null = null): Promise<number> {
    return this.end(tx, act, `member_id = $1 and id is distinct from $2`, [memberId, exceptId]);
  }

  private async end(tx: Tx, act: Act, which: string, values: unknown[]): Promise<number> {
    const [ended] = await tx.query<[{ id: string; member_id: string }[], number]>(
      `delete from session where ${which} returning id, member_id`,
      values,
    );
    for (const { id, member_id: memberId } of ended)
      await note(tx, act, 'session.closed', id, { before: { memberId } });
    return ended.length;
  }
}
