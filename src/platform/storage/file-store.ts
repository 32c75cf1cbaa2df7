import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { CONFIG, type Config } from '../config/config.js';
import type { Tx } from '../database/work.js';
import type { Act } from '../http/act.js';
import type { CheckedFile } from './file-check.js';
import { refuseFile } from './file.refusals.js';

export interface StoredFile {
  sha256: string;
  size: number;
  mediaType: string;
}

export interface StoredContent {
  bytes: Readable;
  size: number;
}

/** Keeps each content once, under its SHA-256. */
@Injectable()
export class FileStore {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Keeps a file that was checked; the row is written in the story's transaction, the bytes before it commits. */
  async keep(tx: Tx, act: Act, { bytes, mediaType }: CheckedFile): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.write(sha256, bytes);
    await tx.query(
      `insert into stored_file (sha256, size, media_type, stored_at) values ($1, $2, $3, $4) on conflict do nothing`,
      [sha256, bytes.length, mediaType, act.at],
    );
    return { sha256, size: bytes.length, mediaType };
  }

  async read(sha256: string): Promise<StoredContent> {
    const path = this.path(sha256);
    const found = await stat(path).catch(() => null);
    if (!found) throw refuseFile('gone');
    return { bytes: createReadStream(path), size: found.size };
  }

  /** Written beside its place, flushed, then renamed: a file under its name is whole. */
  private async write(sha256: string, bytes: Buffer): Promise<void> {
    const path = this.path(sha256);
    if (await stat(path).catch(() => null)) return;
    const folder = join(this.config.filesDir, sha256.slice(0, 2));
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `.${randomUUID()}`);
    try {
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    } finally {
      await rm(draft, { force: true });
    }
  }

  private path(sha256: string): string {
    return join(this.config.filesDir, sha256.slice(0, 2), sha256);
  }
}
