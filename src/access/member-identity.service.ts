import { Injectable } from '@nestjs/common';
import { note } from '../platform/audit/audit.js';
import { insertOne, violates } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseMember } from './access.refusals.js';
import { Departure } from './departure.entity.js';
import { Member } from './member.entity.js';
import { MemberIdentity } from './member-identity.entity.js';
import { MemberIdentityQueries } from './member-identity.queries.js';
import type { IdentityAnswer } from './oidc.contract.js';
import { OidcProvider } from './oidc.provider.js';
import { refuseIdentity } from './oidc.refusals.js';

/** Which accounts at the provider are which members. */
@Injectable()
export class MemberIdentityService {
  constructor(
    private readonly work: Work,
    private readonly queries: MemberIdentityQueries,
    private readonly provider: OidcProvider,
  ) {}

  /** By an administrator, at the provider of the settings. */
  add(act: Act, memberId: string, subject: string): Promise<IdentityAnswer> {
    const { issuer } = this.provider.settings();
    return this.work.run(act, async (tx) => {
      if (!(await tx.existsBy(Member, { id: memberId }))) throw refuseIdentity('member-unknown');
      if (await tx.existsBy(Departure, { memberId })) throw refuseMember('departed');
      return this.link(tx, act, memberId, { issuer, subject });
    });
  }

  async link(
    tx: Tx,
    act: Act,
    memberId: string,
    { issuer, subject }: { issuer: string; subject: string },
  ): Promise<IdentityAnswer> {
    const row = { memberId, issuer, subject, linkedAt: act.at, linkedBy: act.actor.id };
    const id = await insertOne(tx, MemberIdentity, row).catch((error: unknown) => {
      const taken = violates(error, 'member_identity_issuer_subject_key');
      throw taken ? refuseIdentity('taken', { subject }, '/subject') : error;
    });
    const after = await this.one(tx, memberId, id);
    await note(tx, act, 'identity.linked', memberId, { after });
    return after;
  }

  async remove(act: Act, memberId: string, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      const before = await this.one(tx, memberId, id);
      await tx.delete(MemberIdentity, { id });
      await note(tx, act, 'identity.unlinked', memberId, { before });
      return {};
    });
  }

  private async one(tx: Tx, memberId: string, id: string): Promise<IdentityAnswer> {
    const identity = await this.queries.one(tx, memberId, id);
    if (!identity) throw refuseIdentity('unknown');
    return identity;
  }
}
