import { Inject, Injectable } from '@nestjs/common';
import { note } from '../audit/audit.js';
import { CONFIG, type Config } from '../config/config.js';
import { Work } from '../database/work.js';
import type { Act } from '../http/act.js';
import { kindOf, nameFits } from './file-kind.js';
import { refuseFile } from './file.refusals.js';
import { SecrecyDesk } from './secrecy-desk.js';

/** A file that may be kept; only the check below makes one. */
export class CheckedFile {
  private readonly checked = true;

  constructor(
    readonly name: string,
    readonly bytes: Buffer,
    readonly mediaType: string,
  ) {}
}

/** The door for files: before anything of one is written anywhere. */
@Injectable()
export class FileCheck {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly desk: SecrecyDesk,
    private readonly work: Work,
  ) {}

  /** `route` is the pattern of the address, without identifiers. */
  async check(act: Act, route: string, { name, bytes }: { name: string; bytes: Buffer }): Promise<CheckedFile> {
    if (bytes.length === 0) throw refuseFile('empty', {}, '/file');
    if (bytes.length > this.config.maxUploadBytes) throw this.tooLarge();
    const mediaType = await kindOf(bytes);
    if (mediaType === null) throw refuseFile('wrong-kind', {}, '/file');
    const verdict = await this.desk.scan({ name, mediaType, bytes });
    if (verdict === 'marked') {
      await this.noteRefusal(act, { route, mediaType });
      throw refuseFile('secrecy-mark', {}, '/file');
    }
    if (verdict === 'unreadable') throw refuseFile('unreadable', {}, '/file');
    if (!nameFits(name, mediaType)) throw refuseFile('name-does-not-fit', { kind: mediaType }, '/file');
    return new CheckedFile(name, bytes, mediaType);
  }

  tooLarge(): Error {
    return refuseFile('too-large', { max: Math.floor(this.config.maxUploadBytes / 1024 / 1024) }, '/file');
  }

  /**
   * Only the fact, when, by whom and where (domain §7.1): a name may itself be classified, and a hash or a size would
   * tell the file apart. In a transaction of its own and without the key of a repeat, so that nothing takes it back.
   */
  private async noteRefusal(act: Act, after: { route: string; mediaType: string }): Promise<void> {
    const once = { ...act };
    delete once.idempotencyKey;
    await this.work.run(once, async (tx) => {
      await note(tx, act, 'intake.refused', act.actor.id, { after });
      return {};
    });
  }
}
