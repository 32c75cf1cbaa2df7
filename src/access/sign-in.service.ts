import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { note } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { SignIn } from './access.contract.js';
import { refuseAccess } from './access.refusals.js';
import type { Caller } from './cookies.js';
import { NOBODY, actBy } from './identity.js';
import { Member } from './member.entity.js';
import { SecretsService } from './secrets.service.js';
import { digest, SessionsService, type Issued } from './sessions.service.js';
import type { Counted } from './throttle.service.js';

interface SignedIn extends Issued {
  member: Member;
  /** Of the cookie by which the browser is known from now on; null for a program. */
  device: string | null;
}

/** Enough to see that two attempts named the same login, too little to learn what was typed there by mistake. */
function traceOf(login: string): string {
  return createHash('sha256').update(login).digest('hex').slice(0, 8);
}

/** Signing in with a login and a password. What is refused costs the same and says the same whether the login exists or not. */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: DataSource,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly secrets: SecretsService,
    private readonly sessions: SessionsService,
  ) {}

  async open({ login, password, code, as }: SignIn, caller: Caller): Promise<SignedIn> {
    const { passwords, throttle } = this.secrets;
    const stranger = actBy(this.clock, NOBODY, caller.requestId);
    const member = await this.db.manager.findOneBy(Member, { login });
    const counted = await this.counted(login, member, caller);
    await throttle.reserve(stranger, member?.id ?? NOBODY.id, counted);
    const right = await passwords.matches(member?.passwordHash ?? null, password);
    if (!member || !right || member.disabledAt !== null) return this.refuse(stranger, login, member, caller);

    const act = actBy(this.clock, { id: member.id, name: member.fullName }, caller.requestId);
    await this.secondFactor(act, code ?? null);
    const carriedBy = as ?? 'bearer';
    return this.work.run(act, async (tx) => {
      await throttle.forgive(tx, counted, act.at);
      await this.renewHash(tx, member, password);
      const issued = await this.sessions.issue(tx, act, { carriedBy, by: 'password', caller });
      const device = carriedBy === 'cookie' ? await this.knowDevice(tx, act, caller) : null;
      return { ...issued, member, device };
    });
  }

  /** A browser that has signed in before is counted alone, so that nobody else can have it held (OWASP device cookies). */
  private async counted(login: string, member: Member | null, { address, device }: Caller): Promise<Counted[]> {
    const known = await this.db.query<unknown[]>(
      `select from known_device where token_hash = $1 and member_id = $2 and seen_at > $3::timestamptz - interval '180 days'`,
      [digest(device ?? ''), member?.id ?? NOBODY.id, this.clock.now()],
    );
    if (known.length > 0) return [{ limit: 'device', of: digest(device ?? '') }];
    const named = login.toLowerCase();
    return [
      { limit: 'pair', of: `${named}\n${address}` },
      { limit: 'address', of: address },
      { limit: 'account', of: named },
    ];
  }

  private async refuse(act: Act, login: string, member: Member | null, { address }: Caller): Promise<never> {
    await this.work.run(act, async (tx) => {
      await note(tx, act, 'sign-in.refused', member?.id ?? NOBODY.id, { after: { address, login: traceOf(login) } });
      return {};
    });
    throw refuseAccess('wrong-credentials');
  }

  /** The code is taken for good before the session opens: a code that was seen is never good again. */
  private async secondFactor(act: Act, code: string | null): Promise<void> {
    const { totp } = this.secrets;
    if (!(await totp.isOn(act.actor.id))) return;
    if (code === null) throw refuseAccess('code-needed', {}, '/code');
    const { taken } = await this.work.run(act, async (tx) => {
      const taken = await totp.takes(tx, act, code);
      if (!taken) await note(tx, act, 'sign-in.code-refused', act.actor.id);
      return { taken };
    });
    if (!taken) throw refuseAccess('wrong-code', {}, '/code');
  }

  private async renewHash(tx: Tx, { id, passwordHash }: Member, password: string): Promise<void> {
    const { passwords } = this.secrets;
    if (passwordHash === null || !passwords.isOutdated(passwordHash)) return;
    await tx.update(Member, { id, passwordHash }, { passwordHash: await passwords.hash(password) });
  }

  private async knowDevice(tx: Tx, act: Act, caller: Caller): Promise<string> {
    if (caller.device !== undefined) {
      const [seen] = await tx.query<[unknown[], number]>(
        `update known_device set seen_at = $3 where token_hash = $1 and member_id = $2 returning token_hash`,
        [digest(caller.device), act.actor.id, act.at],
      );
      if (seen.length > 0) return caller.device;
    }
    const device = randomBytes(32).toString('base64url');
    await tx.query(`delete from known_device where seen_at < $1::timestamptz - interval '180 days'`, [act.at]);
    await tx.query(`insert into known_device (token_hash, member_id, seen_at) values ($1, $2, $3)`, [
      digest(device),
      act.actor.id,
      act.at,
    ]);
    return device;
  }
}
