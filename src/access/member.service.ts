import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { likeText } from '../bodies/body.queries.js';
import { note } from '../platform/audit/audit.js';
import { insertOne, violates } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import type { OneTimeLink, MemberAnswer, MembersQuery, NewMember, RegisteredMember } from './access.contract.js';
import { refuseMember } from './access.refusals.js';
import { Departure } from './departure.entity.js';
import { Member } from './member.entity.js';
import { OneTimeLinkService } from './one-time-link.service.js';
import { SecretsService } from './secrets.service.js';
import { SessionsService } from './sessions.service.js';
import { checkContact } from './person.rules.js';

export function memberAnswer({ id, login, fullName, disabledAt }: Member): MemberAnswer {
  return { id, login, fullName, suspendedAt: disabledAt?.toISOString() ?? null };
}

/** Links are added to the answers outside the stories: what a story answers is kept for its Idempotency-Key. */
@Injectable()
export class MemberService {
  constructor(
    private readonly work: Work,
    private readonly db: DataSource,
    private readonly secrets: SecretsService,
    private readonly sessions: SessionsService,
    private readonly links: OneTimeLinkService,
  ) {}

  /** May sign in; the rights come with the seats. Without a password, an invitation lets the person choose one. */
  async register(
    act: Act,
    { login, fullName, password, email = null, phone = null }: NewMember,
  ): Promise<RegisteredMember> {
    const fault = checkContact({ email, phone });
    if (fault) throw fault;
    const passwordHash = password == null ? null : await this.secrets.hashFor({ login, fullName }, password);
    let invitation: OneTimeLink | null = null;
    const member = await this.work.run(act, async (tx) => {
      const row = { login, fullName };
      const id = await insertOne(tx, Member, { ...row, passwordHash, email, phone, registeredBy: act.actor.id }).catch(
        (error: unknown) => {
          throw violates(error, 'member_login_key') ? refuseMember('login-taken', { login }, '/login') : error;
        },
      );
      await note(tx, act, 'member.registered', id, { after: { id, ...row } });
      if (passwordHash === null) invitation = await this.links.make(tx, act, id, 'INVITATION');
      return { id, ...row, suspendedAt: null };
    });
    return { ...member, invitation };
  }

  /** A new link for somebody who has forgotten the password, or whose invitation has expired. */
  async beginReset(act: Act, id: string): Promise<OneTimeLink | null> {
    let link: OneTimeLink | null = null;
    await this.work.run(act, async (tx) => {
      await this.lockPresent(tx, id);
      const made = await this.links.make(tx, act, id, 'RESET');
      await note(tx, act, 'member.reset-begun', id, { after: { expiresAt: made.expiresAt } });
      link = made;
      return {};
    });
    return link;
  }

  /** Ends the sessions and links at once. */
  suspend(act: Act, id: string): Promise<MemberAnswer> {
    return this.work.run(act, async (tx) => {
      const member = await this.lock(tx, id);
      if (id === act.actor.id) throw refuseMember('oneself');
      if (member.disabledAt !== null) throw refuseMember('already-suspended');
      await this.sessions.closeAll(tx, act, id);
      await this.links.endAll(tx, act, id);
      return this.setSuspended(tx, act, 'member.suspended', member);
    });
  }

  resume(act: Act, id: string): Promise<MemberAnswer> {
    return this.work.run(act, async (tx) => {
      const member = await this.lockPresent(tx, id);
      if (member.disabledAt === null) throw refuseMember('not-suspended');
      return this.setSuspended(tx, act, 'member.resumed', member);
    });
  }

  /** For a person who has lost both the device and the recovery codes; the password stays. */
  async removeTotp(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      await this.lock(tx, id);
      await this.secrets.totp.remove(tx, act, id);
      await this.sessions.closeAll(tx, act, id);
      return {};
    });
  }

  async one(id: string): Promise<MemberAnswer> {
    return memberAnswer(await this.db.manager.findOneByOrFail(Member, { id }));
  }

  async page(query: MembersQuery): Promise<Page<MemberAnswer>> {
    const place = placeOf(query, 'text');
    const rows = await this.db.query<(Omit<MemberAnswer, 'suspendedAt'> & { disabledAt: Date | null })[]>(
      `select m.id, m.login, m.full_name as "fullName", m.disabled_at as "disabledAt" from member m
       where member_in_scope(m.id) and ($1::text is null or m.login ilike '%' || $1 || '%' or m.full_name ilike '%' || $1 || '%')
         and ($2::text is null or m.login > $2) order by m.login limit $3`,
      [query.q === undefined ? null : likeText(query.q), place?.[0] ?? null, fetchSize(query)],
    );
    const members = rows.map(({ disabledAt, ...row }) => ({ ...row, suspendedAt: disabledAt?.toISOString() ?? null }));
    return pageOf(members, query, (row) => [row.login]);
  }

  private async setSuspended(tx: Tx, act: Act, what: string, member: Member): Promise<MemberAnswer> {
    const disabledAt = member.disabledAt === null ? new Date(act.at) : null;
    const [before, after] = [memberAnswer(member), memberAnswer({ ...member, disabledAt })];
    await tx.update(Member, { id: member.id }, { disabledAt });
    await note(tx, act, what, member.id, { before, after });
    return after;
  }

  /** Who has left does not come back by a side door. */
  private async lockPresent(tx: Tx, id: string): Promise<Member> {
    const member = await this.lock(tx, id);
    if (await tx.existsBy(Departure, { memberId: id })) throw refuseMember('departed');
    return member;
  }

  private async lock(tx: Tx, id: string): Promise<Member> {
    const member = await tx.findOne(Member, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!member) throw refuseMember('not-found');
    return member;
  }
}
