import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { refuseAccess } from './access.refusals.js';
import { normalPassword } from './password.rules.js';

/** OWASP Password Storage: argon2id with 19 MiB, two passes, one lane; 2 names argon2id. */
const ARGON = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MADE_SO = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
/** Two at a time leave threads for files; a flood waits in line, and past the line it is sent away. */
const AT_ONCE = 2;
const IN_LINE = 60;

@Injectable()
export class PasswordsService {
  /** Checked when there is no password to check, so that both refusals take the same time. */
  private readonly decoy = hash(randomBytes(16).toString('hex'), ARGON);
  private running = 0;
  private readonly line: (() => void)[] = [];

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normalPassword(password), ARGON));
  }

  /** Takes as long whether or not there is a password. */
  async matches(hashed: string | null, password: string): Promise<boolean> {
    const known = hashed ?? (await this.decoy);
    const right = await this.inTurn(() => verify(known, normalPassword(password)));
    return right && hashed !== null;
  }

  /** Whether it was hashed with other parameters than today's. */
  isOutdated(hashed: string): boolean {
    return !MADE_SO.test(hashed);
  }

  private async inTurn<T>(deed: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.line.length >= IN_LINE) throw refuseAccess('busy', { seconds: 2 });
      await new Promise<void>((resolve) => this.line.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await deed();
    } finally {
      const next = this.line.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
