import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { prepared } from '../platform/database/prepared.js';
import type { MemberAnswer, SessionAnswer } from './access.contract.js';
import { refuseAccess } from './access.refusals.js';
import { Member } from './member.entity.js';

const SESSION_HOURS = 12;

interface Signed {
  id: string;
  name: string;
  login: string;
  role: string;
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

@Injectable()
export class SessionsService {
  /** Checked when the login is unknown, so that both refusals take the same time. */
  private readonly decoy = hash(randomBytes(16).toString('hex'));

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async open(login: string, password: string): Promise<SessionAnswer> {
    const member = await this.db.manager.findOneBy(Member, { login });
    const right = await verify(member?.passwordHash ?? (await this.decoy), password);
    if (!member || !right || member.disabledAt !== null) throw refuseAccess('wrong-credentials');
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const [session] = await this.db.query<{ expires_at: Date }[]>(
      `insert into session (token_hash, member_id, opened_at, expires_at)
       values ($1, $2, $3, $3::timestamptz + make_interval(hours => $4)) returning expires_at`,
      [digest(token), member.id, now, SESSION_HOURS],
    );
    return { token, expiresAt: session?.expires_at.toISOString() ?? now, member: this.answer(member) };
  }

  async close(token: string): Promise<void> {
    await this.db.query(`delete from session where token_hash = $1`, [digest(token)]);
  }

  async find(token: string): Promise<Signed | null> {
    const [signed] = await prepared<Signed>(
      this.db,
      `select m.id, m.full_name as name, m.login, m.role from session s join member m on m.id = s.member_id
       where s.token_hash = $1 and s.expires_at > $2 and m.disabled_at is null`,
      [digest(token), this.clock.now()],
    );
    return signed ?? null;
  }

  /** Creates the first administrator of an empty register; returns a password to print once, or null. */
  async ensureAdministrator(login: string, given: string | null): Promise<string | null> {
    const password = given ?? randomBytes(9).toString('base64url');
    const created = await this.db.query<unknown[]>(
      `insert into member (login, full_name, password_hash, role)
       select $1, 'Quản trị hệ thống', $2, 'administrator' where not exists (select from member)
       on conflict do nothing returning id`,
      [login, await hash(password)],
    );
    return created.length > 0 && given === null ? password : null;
  }

  /** Gives the administrator a new password, for the command line; closes the old sessions. */
  async resetPassword(login: string): Promise<string | null> {
    const password = randomBytes(9).toString('base64url');
    const changed = await this.db.manager.update(Member, { login }, { passwordHash: await hash(password) });
    await this.db.query(`delete from session using member m where m.id = member_id and m.login = $1`, [login]);
    return changed.affected === 1 ? password : null;
  }

  async member(id: string): Promise<MemberAnswer> {
    return this.answer(await this.db.manager.findOneByOrFail(Member, { id }));
  }

  private answer(member: Member): MemberAnswer {
    return { id: member.id, login: member.login, fullName: member.fullName, role: member.role };
  }
}
