import { Injectable } from '@nestjs/common';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import { FileStore, type StoredContent } from '../platform/storage/file-store.js';
import { shownName, type Upload } from '../platform/storage/upload.js';
import type { NewMinutes, ReviewAnswer } from './review.contract.js';
import { Review } from './review.entity.js';
import { lockReview } from './review.locks.js';
import { ReviewQueries } from './review.queries.js';
import { refuseReview } from './review.refusals.js';

interface Content {
  name: string;
  mediaType: string;
  bytes: StoredContent;
}

/** Biên bản: often signed only after the outcome, and final from then on. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly work: Work,
    private readonly files: FileStore,
    private readonly queries: ReviewQueries,
  ) {}

  /** Nothing is kept of a file that is refused. */
  keep(act: Act, id: string, { file, fields }: Upload<NewMinutes>): Promise<ReviewAnswer> {
    return this.work.run(act, async (tx) => {
      const { review } = await lockReview(tx, id);
      refuseStale(act, review.version);
      const { state, minutesName, minutesSha256 } = review;
      if (state !== 'held' && state !== 'concluded') throw refuseReview('not-held', { state });
      if (state === 'concluded' && minutesSha256 !== null) throw refuseReview('minutes-final');
      const { sha256 } = await this.files.keep(tx, act, file);
      const after = { minutesName: shownName(fields.name, file.name), minutesSha256: sha256 };
      await updateGuarded(tx, Review, review, after);
      const before = { minutesName, minutesSha256 };
      await note(tx, act, 'review.minutes-kept', id, { before, after: { ...after, noSecretConfirmed: true } });
      return this.queries.one(id, tx, act.today);
    });
  }

  /** That they were downloaded is noted before the first byte leaves. */
  content(act: Act, id: string): Promise<Content> {
    return this.work.run(act, async (tx) => {
      const found = await this.queries.minutes(id, tx);
      if (!found) throw refuseReview('no-minutes');
      const { name, sha256, mediaType } = found;
      await note(tx, act, 'review.minutes-downloaded', id, { after: { name, sha256 } });
      return { name, mediaType, bytes: await this.files.read(sha256) };
    });
  }
}
