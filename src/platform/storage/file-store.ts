import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { refusalsOf } from '../../core/refusal.js';
import { CONFIG, type Config } from '../config/config.js';
import type { Tx } from '../database/work.js';
import type { Act } from '../http/act.js';
import { kindOf, nameFits } from './file-kind.js';

export const refuseFile = refusalsOf('file', {
  missing: { status: 422, vi: 'Chưa kèm tệp.', en: 'No file was sent.' },
  empty: { status: 422, vi: 'Tệp rỗng.', en: 'The file is empty.' },
  'wrong-kind': {
    status: 415,
    vi: 'Loại tệp này không được nhận. Nhận PDF, Word, Excel, OpenDocument, ảnh PNG/JPEG/TIFF và văn bản thuần.',
    en: 'This kind of file is not accepted. Send PDF, Word, Excel, OpenDocument, PNG, JPEG, TIFF or plain text.',
  },
  'one-only': { status: 422, vi: 'Mỗi lần chỉ gửi một tệp.', en: 'Send one file at a time.' },
  'name-does-not-fit': {
    status: 415,
    vi: 'Đuôi của tên tệp «{name}» không khớp với nội dung ({kind}).',
    en: 'The ending of the name {name} does not fit its content ({kind}).',
  },
  'too-large': { status: 413, vi: 'Tệp lớn hơn {max} MB.', en: 'The file is larger than {max} MB.' },
  gone: { status: 404, vi: 'Không tìm thấy nội dung tệp.', en: 'The content of the file was not found.' },
});

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

  /** Checks the content and keeps it; the row is written in the story's transaction, the bytes before it commits. */
  async keep(tx: Tx, act: Act, { name, bytes }: { name: string; bytes: Buffer }): Promise<StoredFile> {
    if (bytes.length === 0) throw refuseFile('empty', {}, '/file');
    if (bytes.length > this.config.maxUploadBytes) throw this.tooLarge();
    const mediaType = await kindOf(bytes);
    if (mediaType === null) throw refuseFile('wrong-kind', {}, '/file');
    if (!nameFits(name, mediaType)) throw refuseFile('name-does-not-fit', { name, kind: mediaType }, '/file');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.write(sha256, bytes);
    await tx.query(
      `insert into stored_file (sha256, size, media_type, stored_at) values ($1, $2, $3, $4) on conflict do nothing`,
      [sha256, bytes.length, mediaType, act.at],
    );
    return { sha256, size: bytes.length, mediaType };
  }

  tooLarge(): Error {
    return refuseFile('too-large', { max: Math.floor(this.config.maxUploadBytes / 1024 / 1024) }, '/file');
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
