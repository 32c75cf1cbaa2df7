import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { TotpRemoval } from './access.contract.js';
import { refuseAccess, refusePassword } from './access.refusals.js';
import { Member } from './member.entity.js';
import { checkPassword } from './password.rules.js';
import { PasswordsService } from './passwords.service.js';
import { ThrottleService, type Counted } from './throttle.service.js';
import { TotpService } from './totp.service.js';

/** What a person proves themselves with: password, one-time code, and how often it may be tried. */
@Injectable()
export class SecretsService {
  constructor(
    private readonly db: DataSource,
    private readonly work: Work,
    readonly passwords: PasswordsService,
    readonly throttle: ThrottleService,
    readonly totp: TotpService,
  ) {}

  /** The actor shows the password once more, as often as at a known browser: an open session alone gives nothing away. */
  async prove(act: Act, password: string, pointer: string): Promise<Member> {
    const counted: Counted[] = [{ limit: 'member', of: act.actor.id }];
    await this.throttle.reserve(act, act.actor.id, counted);
    const member = await this.db.manager.findOneByOrFail(Member, { id: act.actor.id });
    if (!(await this.passwords.matches(member.passwordHash, password)))
      throw refusePassword('wrong-present', {}, pointer);
    await this.throttle.forgive(this.db.manager, counted, act.at);
    return member;
  }

  /** Hashes a password that the rules allow this person. */
  async hashFor(who: Pick<Member, 'login' | 'fullName'>, password: string): Promise<string> {
    const fault = checkPassword(password, [who.login, who.fullName]);
    if (fault) throw fault;
    return this.passwords.hash(password);
  }

  /** Asks for both factors, so that an open session is not enough to take one away. */
  async turnTotpOff(act: Act, { password, code }: TotpRemoval): Promise<void> {
    await this.prove(act, password, '/password');
    if (!(await this.totp.isOn(act.actor.id))) throw refuseAccess('totp-off');
    await this.work.run(act, async (tx) => {
      if (!(await this.totp.takes(tx, act, code))) throw refuseAccess('code-not-taken', {}, '/code');
      await this.totp.remove(tx, act, act.actor.id);
      return {};
    });
  }

  /** Browsers known by the former password are known no more. */
  async write(tx: Tx, memberId: string, passwordHash: string): Promise<void> {
    await tx.update(Member, { id: memberId }, { passwordHash });
    await tx.query(`delete from known_device where member_id = $1`, [memberId]);
  }
}
