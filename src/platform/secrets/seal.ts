import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.js';

const CIPHER = 'aes-256-gcm';
const VERSION = 'v1';

/** The key of a trial lies beside its database, readable by its owner only; the link makes it appear whole or not at all. */
function ownKey(dataDir: string): string {
  const path = join(dataDir, 'secrets.key');
  const draft = `${path}.${process.pid}`;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(draft, randomBytes(32).toString('base64'), { mode: 0o600 });
    try {
      linkSync(draft, path);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    } finally {
      rmSync(draft);
    }
    return readFileSync(path, 'utf8');
  }
}

/** Seals small secrets that must be read again; what is sealed for one context opens for no other. */
export class Seal {
  private key: Buffer | null = null;

  constructor(private readonly config: Pick<Config, 'secretsKey' | 'databaseUrl' | 'dataDir'>) {}

  /** Several instances on a database of their office need SECRETS_KEY: a key file of one is unknown to the others. */
  isReady(): boolean {
    return this.config.secretsKey !== null || this.config.databaseUrl === null;
  }

  close(text: string, context: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv(CIPHER, this.theKey(), iv).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return [VERSION, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
  }

  /** Throws when the key or the context is another, or when the text was changed. */
  open(closed: string, context: string): string {
    const [version, ...parts] = closed.split('.');
    const [iv, tag, sealed] = parts.map((part) => Buffer.from(part, 'base64url'));
    if (version !== VERSION || !iv || !tag || !sealed) throw new Error('not a sealed secret');
    const decipher = createDecipheriv(CIPHER, this.theKey(), iv, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  }

  private theKey(): Buffer {
    if (!this.isReady()) throw new Error('SECRETS_KEY is not set');
    const material = this.config.secretsKey ?? ownKey(this.config.dataDir);
    this.key ??= Buffer.from(hkdfSync('sha256', material, '', 'so-phoi-hop seal', 32));
    return this.key;
  }
}
