import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { prepared } from '../platform/database/prepared.js';
import type { MemberAnswer, SessionAnswer } from './access.contract.js';
import { refuseAccess } from './access.refusals.js';
import { rightsOf, type Held } from './access.rules.js';
import { heldOn } from './held.sql.js';
import { Member } from './member.entity.js';

const SESSION_HOURS = 12;

export interface Signed {
  id: string;
  name: string;
  login: string;
  /** Seats held today. */
  held: Held[];
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
    return { token, expiresAt: session?.expires_at.toISOString() ?? now, member: await this.answer(member) };
  }

  async close(token: string): Promise<void> {
    await this.db.query(`delete from session where token_hash = $1`, [digest(token)]);
  }

  async find(token: string): Promise<Signed | null> {
    const [signed] = await prepared<Signed>(
      this.db,
      `select m.id, m.full_name as name, m.login, ${heldOn('m.id', '$3')} as held from session s join member m on m.id = s.member_id
       where s.token_hash = $1 and s.expires_at > $2 and m.disabled_at is null`,
      [digest(token), this.clock.now(), this.clock.today()],
    );
    return signed ?? null;
  }

  /** Creates the first administrator of an empty register; returns a password to print once, or null. */
  async ensureAdministrator(login: string, given: string | null): Promise<string | null> {
    const password = given ?? randomBytes(9).toString('base64url');
    const created = await this.db.query<unknown[]>(
      `with made as (
         insert into member (login, full_name, password_hash)
         select $1, 'Quản trị hệ thống', $2 where not exists (select from member) on conflict do nothing returning id
       ), chair as (
         insert into seat (name_vi, name_en, role)
         select 'Quản trị sổ', 'Administrator of the register', 'ADMINISTRATOR' from made returning id
       )
       insert into seat_holding (seat_id, member_id, from_on)
       select chair.id, made.id, '2000-01-01' from made, chair returning id`,
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

  private async answer({ id, login, fullName }: Member): Promise<MemberAnswer> {
    const [row] = await this.db.query<{ held: Held[] }[]>(`select ${heldOn('$1::uuid', '$2')} as held`, [
      id,
      this.clock.today(),
    ]);
    const held = row?.held ?? [];
    return { id, login, fullName, seats: held, rights: [...rightsOf(held)] };
  }
}
