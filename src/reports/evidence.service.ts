import { Injectable } from '@nestjs/common';
import { note } from '../platform/audit/audit.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { FileStore, type StoredContent } from '../platform/storage/file-store.js';
import type { Upload } from '../platform/storage/upload.js';
import { Evidence } from './occurrence.entity.js';
import { lockEvidence, lockSubmission } from './report.locks.js';
import { refuseReport } from './report.refusals.js';
import type { NewEvidence, SubmissionAnswer } from './submission.contract.js';
import { SubmissionQueries } from './submission.queries.js';
import { SUBMISSION_LIFE } from './submission.rules.js';

interface Content {
  name: string;
  mediaType: string;
  bytes: StoredContent;
}

/** Files behind a report, added and taken off while it is a draft. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly work: Work,
    private readonly files: FileStore,
    private readonly queries: SubmissionQueries,
  ) {}

  add(act: Act, submissionId: string, { file, fields }: Upload<NewEvidence>): Promise<SubmissionAnswer> {
    return this.work.run(act, async (tx) => {
      const datedOn = fields.datedOn ?? null;
      if (datedOn !== null && datedOn > act.today) {
        throw refuseReport('in-future', { day: datedOn, today: act.today }, '/datedOn');
      }
      const { submission } = await lockSubmission(tx, submissionId);
      SUBMISSION_LIFE.next(submission.state, 'change');
      const { sha256 } = await this.files.keep(tx, act, file);
      const row = { name: file.name, sha256, datedOn, note: fields.note ?? null };
      await tx.insert(Evidence, { ...row, submissionId, addedBy: act.actor.id, addedAt: act.at });
      await note(tx, act, 'evidence.added', submissionId, { after: { ...row, noSecretConfirmed: true } });
      return this.queries.one(submissionId, tx);
    });
  }

  /** That it was downloaded is noted before the first byte leaves. */
  content(act: Act, id: string): Promise<Content> {
    return this.work.run(act, async (tx) => {
      const { submissionId, name, sha256, mediaType } = await this.queries.evidence(id, tx);
      await note(tx, act, 'evidence.downloaded', submissionId, { after: { name, sha256 } });
      return { name, mediaType, bytes: await this.files.read(sha256) };
    });
  }

  /** The entry goes; the content stays in the store for whoever else points to it. */
  async remove(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      const { submission, evidence } = await lockEvidence(tx, id);
      SUBMISSION_LIFE.next(submission.state, 'change');
      await tx.delete(Evidence, { id });
      await note(tx, act, 'evidence.removed', submission.id, { before: evidence });
      return {};
    });
  }
}
