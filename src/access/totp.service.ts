import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { DataSource } from 'typeorm';
import { note } from '../platform/audit/audit.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { Seal } from '../platform/secrets/seal.js';
import type { RecoveryCodes, TotpProposal } from './access.contract.js';
import { refuseAccess } from './access.refusals.js';
import { digest } from './sessions.service.js';

const ISSUER = 'Sổ phối hợp';
const PERIOD = 30;
const RECOVERY_CODES = 10;
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

interface Row {
  secret: string;
  lastStep: number;
  confirmed: boolean;
}

function totpOf(secret: string, login = ''): TOTP {
  const base = { issuer: ISSUER, label: login, algorithm: 'SHA1', digits: 6, period: PERIOD };
  return new TOTP({ ...base, secret: Secret.fromBase32(secret) });
}

/** Sixteen letters and digits that are not taken for one another, about 78 bits. */
function recoveryCode(): string {
  const letters = Array.from(randomBytes(64), (byte) => (byte < 240 ? ALPHABET.charAt(byte % ALPHABET.length) : ''));
  return (letters.join('').slice(0, 16).match(/.{4}/g) ?? []).join('-');
}

function recoveryDigest(code: string): string {
  return digest(code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
}

/** One-time codes (RFC 6238) as a second factor, with recovery codes for a lost device. */
@Injectable()
export class TotpService {
  constructor(
    private readonly db: DataSource,
    private readonly work: Work,
    private readonly seal: Seal,
  ) {}

  async isOn(memberId: string): Promise<boolean> {
    return (await this.row(this.db.manager, memberId))?.confirmed ?? false;
  }

  async codesLeft(memberId: string): Promise<number> {
    const [row] = await this.db.query<[{ left: number }]>(
      `select count(*)::integer as left from recovery_code where member_id = $1 and used_at is null`,
      [memberId],
    );
    return row.left;
  }

  /** A new secret, of no effect until a code made with it has been shown. */
  async propose(act: Act, login: string): Promise<TotpProposal> {
    if (!this.seal.isReady()) throw refuseAccess('no-secrets-key');
    const secret = new Secret({ size: 20 }).base32;
    await this.work.run(act, async (tx) => {
      const [made] = await tx.query<unknown[]>(
        `insert into totp as t (member_id, secret, proposed_at) values ($1, $2, $3)
         on conflict (member_id) do update set secret = excluded.secret, proposed_at = excluded.proposed_at, last_step = 0
         where t.confirmed_at is null returning member_id`,
        [act.actor.id, this.seal.close(secret, act.actor.id), act.at],
      );
      if (made === undefined) throw refuseAccess('totp-on');
      return {};
    });
    return { secret, uri: totpOf(secret, login).toString() };
  }

  /** Turns it on; the recovery codes are shown once. */
  async confirm(act: Act, code: string): Promise<RecoveryCodes> {
    const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
    await this.work.run(act, async (tx) => {
      const row = await this.row(tx, act.actor.id);
      if (!row) throw refuseAccess('totp-not-proposed');
      if (row.confirmed) throw refuseAccess('totp-on');
      if (!(await this.takesTotp(tx, act, row, code))) throw refuseAccess('code-not-taken', {}, '/code');
      await tx.query(`update totp set confirmed_at = $2 where member_id = $1`, [act.actor.id, act.at]);
      await tx.query(`insert into recovery_code (member_id, code_hash) select $1, unnest($2::text[])`, [
        act.actor.id,
        codes.map(recoveryDigest),
      ]);
      await note(tx, act, 'totp.turned-on', act.actor.id);
      return {};
    });
    return { recoveryCodes: codes };
  }

  /** Takes a code of the device or a recovery code, each once. */
  async takes(tx: Tx, act: Act, code: string): Promise<boolean> {
    const row = await this.row(tx, act.actor.id);
    if (!row?.confirmed) return false;
    if (/^\s*\d{3}\s?\d{3}\s*$/.test(code)) return this.takesTotp(tx, act, row, code.replace(/\s/g, ''));
    const [used] = await tx.query<[unknown[], number]>(
      `update recovery_code set used_at = $3 where member_id = $1 and code_hash = $2 and used_at is null returning member_id`,
      [act.actor.id, recoveryDigest(code), act.at],
    );
    if (used.length === 0) return false;
    await note(tx, act, 'totp.recovery-code-used', act.actor.id);
    return true;
  }

  async remove(tx: Tx, act: Act, memberId: string): Promise<void> {
    const [gone] = await tx.query<[unknown[], number]>(`delete from totp where member_id = $1 returning member_id`, [
      memberId,
    ]);
    if (gone.length === 0) throw refuseAccess('totp-off');
    await tx.query(`delete from recovery_code where member_id = $1`, [memberId]);
    await note(tx, act, 'totp.turned-off', memberId);
  }

  /** One step before and after for clocks that differ; a step that was used is refused (RFC 6238 §5.2). */
  private async takesTotp(tx: Tx, act: Act, row: Row, code: string): Promise<boolean> {
    const timestamp = Date.parse(act.at);
    const secret = this.seal.open(row.secret, act.actor.id);
    const delta = totpOf(secret).validate({ token: code, window: 1, timestamp });
    if (delta === null) return false;
    const step = Math.floor(timestamp / 1000 / PERIOD) + delta;
    const [taken] = await tx.query<[unknown[], number]>(
      `update totp set last_step = $2 where member_id = $1 and last_step < $2 returning member_id`,
      [act.actor.id, step],
    );
    return taken.length > 0;
  }

  private async row(tx: Tx, memberId: string): Promise<Row | undefined> {
    const [row] = await tx.query<Row[]>(
      `select secret, last_step as "lastStep", confirmed_at is not null as confirmed from totp where member_id = $1`,
      [memberId],
    );
    return row;
  }
}
