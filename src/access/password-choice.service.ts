import { Injectable } from '@nestjs/common';
import { note } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { PasswordChange, PasswordChoice } from './access.contract.js';
import { refuseAccess } from './access.refusals.js';
import { Departure } from './departure.entity.js';
import type { Caller } from './cookies.js';
import { actBy, type Identified } from './identity.js';
import { OneTimeLinkService } from './one-time-link.service.js';
import { SecretsService } from './secrets.service.js';
import { SessionsService } from './sessions.service.js';

/** How a password comes to be: by a one-time link, or from the one before. Either ends the other sessions. */
@Injectable()
export class PasswordChoiceService {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly secrets: SecretsService,
    private readonly sessions: SessionsService,
    private readonly links: OneTimeLinkService,
  ) {}

  /** Of two who use the same link at once one is refused. */
  async choose({ token, password }: PasswordChoice, { requestId, address }: Caller): Promise<void> {
    const holder = await this.links.holder(token, this.clock.now());
    if (!holder) throw refuseAccess('link-spent', {}, '/token');
    const hashed = await this.secrets.hashFor(holder, password);
    const act = actBy(this.clock, { id: holder.id, name: holder.fullName }, requestId, address);
    await this.work.run(act, async (tx) => {
      if (await tx.existsBy(Departure, { memberId: holder.id })) throw refuseAccess('link-spent', {}, '/token');
      if (!(await this.links.use(tx, token, act.at))) throw refuseAccess('link-spent', {}, '/token');
      await this.secrets.write(tx, holder.id, hashed);
      await this.sessions.closeAll(tx, act, holder.id);
      await note(tx, act, 'password.chosen', holder.id);
      return {};
    });
  }

  async change(act: Act, who: Identified, { present, password }: PasswordChange): Promise<void> {
    const member = await this.secrets.prove(act, present, '/present');
    const hashed = await this.secrets.hashFor(member, password);
    await this.work.run(act, async (tx) => {
      await this.secrets.write(tx, member.id, hashed);
      await this.links.endAll(tx, act, member.id);
      await this.sessions.closeAll(tx, act, member.id, who.credentialId);
      await note(tx, act, 'password.changed', member.id);
      return {};
    });
  }
}
