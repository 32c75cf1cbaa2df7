import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { note } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { insertOne, violates } from '../platform/database/rows.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { Caller } from './cookies.js';
import { actBy } from './identity.js';
import { Member } from './member.entity.js';
import { MemberIdentity } from './member-identity.entity.js';
import { MemberIdentityService } from './member-identity.service.js';
import type { Person } from './oidc.provider.js';
import { refuseOidc } from './oidc.refusals.js';
import { mayLinkByLogin } from './oidc.rules.js';

/** Whom of the register the provider means. */
@Injectable()
export class OidcMembers {
  constructor(
    private readonly db: DataSource,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly identities: MemberIdentityService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The member: by the link; else, where the settings allow it, by login once, or as a new member without rights. */
  async memberOf(person: Person, caller: Caller): Promise<Act['actor']> {
    const { issuer, subject } = person;
    const identity = await this.db.manager.findOneBy(MemberIdentity, { issuer, subject });
    const id = identity?.memberId ?? (await this.firstTime(person, caller));
    if (id === null) throw refuseOidc('unknown-member', { subject });
    const member = await this.db.manager.findOneByOrFail(Member, { id });
    if (member.disabledAt !== null) throw refuseOidc('member-disabled');
    return { id, name: member.fullName };
  }

  private async firstTime(person: Person, caller: Caller): Promise<string | null> {
    const { linkBy = 'none', create = false } = this.config.oidc ?? {};
    if (linkBy === 'none' && !create) return null;
    const { login, name } = await person.profile();
    if (login === null) return null;
    const member = await this.db.manager.findOneBy(Member, { login });
    if (member) return linkBy === 'login' ? this.byLogin(member, person, caller) : null;
    return create ? this.asNew({ login, fullName: name ?? login }, person, caller) : null;
  }

  private async byLogin(member: Member, person: Person, caller: Caller): Promise<string | null> {
    const { id: memberId, fullName: name } = member;
    const hasLink = await this.db.manager.existsBy(MemberIdentity, { memberId, issuer: person.issuer });
    if (!mayLinkByLogin({ ...member, keepsMembers: await this.keepsMembers(memberId) }, hasLink)) return null;
    const act = this.act({ id: memberId, name }, caller);
    await this.work.run(act, (tx) => this.identities.link(tx, act, memberId, person));
    return memberId;
  }

  private async keepsMembers(memberId: string): Promise<boolean> {
    const found = await this.db.query<unknown[]>(
      `select from seat_holding h join seat s on s.id = h.seat_id where h.member_id = $1 and s.role = 'ADMINISTRATOR'`,
      [memberId],
    );
    return found.length > 0;
  }

  /** There is no password, so the provider is the only way in. */
  private async asNew(
    { login, fullName }: { login: string; fullName: string },
    person: Person,
    caller: Caller,
  ): Promise<string> {
    const [{ id } = { id: '' }] = await this.db.query<{ id: string }[]>(`select uuid_v7() as id`);
    const act = this.act({ id, name: fullName }, caller);
    await this.work.run(act, async (tx) => {
      const row = { id, login, fullName };
      await insertOne(tx, Member, row).catch((error: unknown) => {
        throw violates(error, 'member_login_key') ? refuseOidc('unknown-member', { subject: person.subject }) : error;
      });
      await note(tx, act, 'member.registered', id, { after: row });
      return this.identities.link(tx, act, id, person);
    });
    return id;
  }

  private act(actor: Act['actor'], { requestId, address }: Caller): Act {
    return actBy(this.clock, actor, requestId, address);
  }
}
