import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { OneTimeLink } from './access.contract.js';
import type { Member } from './member.entity.js';
import { digest } from './sessions.service.js';

export const LINK_PURPOSES = ['INVITATION', 'RESET'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

const HOURS: Readonly<Record<LinkPurpose, number>> = { INVITATION: 7 * 24, RESET: 24 };

/** The token stands in the fragment, which browsers send to no server and no log (OWASP Forgot Password). */
function linkOf(token: string): string {
  return `/dat-mat-khau#token=${token}`;
}

/** Links by which a person chooses a password once. */
@Injectable()
export class OneTimeLinkService {
  constructor(private readonly db: DataSource) {}

  /** Ends the links the member had before; the answer is shown once, the table keeps its digest. */
  async make(tx: Tx, act: Act, memberId: string, purpose: LinkPurpose): Promise<OneTimeLink> {
    await this.endAll(tx, act, memberId);
    const token = randomBytes(32).toString('base64url');
    const [made] = await tx.query<[{ expires_at: Date }]>(
      `insert into one_time_link (token_hash, member_id, purpose, made_at, made_by, expires_at)
       values ($1, $2, $3, $4, $5, $4::timestamptz + make_interval(hours => $6)) returning expires_at`,
      [digest(token), memberId, purpose, act.at, act.actor.id, HOURS[purpose]],
    );
    return { token, link: linkOf(token), expiresAt: made.expires_at.toISOString() };
  }

  /** Whose link it is, while it can be used. */
  async holder(token: string, at: string): Promise<Pick<Member, 'id' | 'login' | 'fullName'> | null> {
    const [row] = await this.db.query<Pick<Member, 'id' | 'login' | 'fullName'>[]>(
      `select m.id, m.login, m.full_name as "fullName" from one_time_link l join member m on m.id = l.member_id
       where l.token_hash = $1 and l.used_at is null and l.expires_at > $2 and m.disabled_at is null`,
      [digest(token), at],
    );
    return row ?? null;
  }

  /** Takes the link out of use; false when somebody was first. */
  async use(tx: Tx, token: string, at: string): Promise<boolean> {
    const [used] = await tx.query<[unknown[], number]>(
      `update one_time_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning member_id`,
      [digest(token), at],
    );
    return used.length > 0;
  }

  async endAll(tx: Tx, act: Act, memberId: string): Promise<void> {
    await tx.query(
      `update one_time_link set expires_at = $2 where member_id = $1 and used_at is null and expires_at > $2`,
      [memberId, act.at],
    );
  }
}
