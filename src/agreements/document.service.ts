import { Injectable } from '@nestjs/common';
import { note } from '../platform/audit/audit.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { FileStore, type StoredContent } from '../platform/storage/file-store.js';
import { shownName, type Upload } from '../platform/storage/upload.js';
import { AgreementLife } from './agreement-life.service.js';
import type { AgreementAnswer } from './agreement.answers.js';
import { AgreementQueries } from './agreement.queries.js';
import type { NewDocument } from './document.contract.js';
import { AgreementDocument } from './document.entity.js';
import { refuseDocument } from './document.refusals.js';

interface Content {
  name: string;
  mediaType: string;
  bytes: StoredContent;
}

@Injectable()
export class DocumentService {
  constructor(
    private readonly work: Work,
    private readonly files: FileStore,
    private readonly life: AgreementLife,
    private readonly queries: AgreementQueries,
  ) {}

  /** Nothing is kept of a file that is refused. */
  add(act: Act, agreementId: string, { file, fields }: Upload<NewDocument>): Promise<AgreementAnswer> {
    return this.work.run(act, async (tx) => {
      await this.life.lock(tx, agreementId);
      const { sha256 } = await this.files.keep(tx, act, file);
      const after = {
        agreementId,
        kind: fields.kind,
        name: shownName(fields.name, file.name),
        sha256,
        datedOn: fields.datedOn ?? null,
        addedBy: act.actor.id,
        addedAt: act.at,
      };
      await tx.insert(AgreementDocument, after);
      await note(tx, act, 'document.added', agreementId, { after });
      return this.queries.one(agreementId, tx);
    });
  }

  /** That it was downloaded is noted before the first byte leaves. */
  content(act: Act, id: string): Promise<Content> {
    return this.work.run(act, async (tx) => {
      const [row] = await tx.query<{ agreementId: string; name: string; sha256: string; mediaType: string }[]>(
        `select d.agreement_id as "agreementId", d.name, d.sha256, f.media_type as "mediaType"
         from agreement_document d join stored_file f on f.sha256 = d.sha256 where d.id = $1`,
        [id],
      );
      if (!row) throw refuseDocument('unknown');
      const { agreementId, name, sha256, mediaType } = row;
      await note(tx, act, 'document.downloaded', agreementId, { after: { name, sha256 } });
      return { name, mediaType, bytes: await this.files.read(sha256) };
    });
  }

  /** The entry goes; the content stays in the store for whoever else points to it. */
  async remove(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      const found = await tx.findOneBy(AgreementDocument, { id });
      if (!found) throw refuseDocument('unknown');
      const { state } = await this.life.lock(tx, found.agreementId);
      // Of two removals the second finds nothing.
      const before = await tx.findOneBy(AgreementDocument, { id });
      if (!before) throw refuseDocument('unknown');
      if (state !== 'draft' && before.kind === 'SIGNED_TEXT') throw refuseDocument('signed-text-stays');
      await tx.delete(AgreementDocument, { id });
      await note(tx, act, 'document.removed', before.agreementId, { before });
      return {};
    });
  }
}
