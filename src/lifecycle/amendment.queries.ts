import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AgreementLife } from '../agreements/agreement-life.service.js';
import type { AmendmentAnswer, AmendmentsAnswer } from '../commitments/amendment.contract.js';
import { refuseAmendment } from '../commitments/amendment.refusals.js';
import type { Tx } from '../platform/database/work.js';

const AMENDMENT = `select m.id, m.agreement_id as "agreementId", m.document_agreement_id as "documentAgreementId",
  coalesce(m.document_text, d.title) as "documentText", m.effective_from as "effectiveFrom", m.note,
  b.full_name as "byName", m.at, m.deeds -> 'clauses' as clauses, m.deeds -> 'commitments' as commitments,
  m.deeds -> 'schedules' as schedules, m.deeds -> 'occurrences' as occurrences, a.version
  from amendment m join agreement a on a.id = m.agreement_id join member b on b.id = m.by_id
  left join agreement d on d.id = m.document_agreement_id`;

interface DocumentRow {
  title: string;
  state: string;
  linked: boolean;
}

@Injectable()
export class AmendmentQueries {
  constructor(
    private readonly db: DataSource,
    private readonly life: AgreementLife,
  ) {}

  async list(agreementId: string): Promise<AmendmentsAnswer> {
    await this.life.mustExist(this.db.manager, agreementId);
    const items = await this.db.query<AmendmentAnswer[]>(
      `${AMENDMENT} where m.agreement_id = $1 order by m.effective_from, m.id`,
      [agreementId],
    );
    return { items };
  }

  async one(tx: Tx, id: string): Promise<AmendmentAnswer[]> {
    return tx.query<AmendmentAnswer[]>(`${AMENDMENT} where m.id = $1`, [id]);
  }

  /** An amending document of the register is linked to what it amends, and signed. */
  async checkDocument(tx: Tx, agreementId: string, documentId: string): Promise<void> {
    const [row] = await tx.query<DocumentRow[]>(
      `select d.title, d.state, exists (select from agreement_link l
         where l.agreement_id = d.id and l.kind = 'AMENDS' and l.to_agreement_id = $2) as linked
       from agreement d where d.id = $1`,
      [documentId, agreementId],
    );
    const at = '/documentAgreementId';
    if (!row) throw refuseAmendment('document-unknown', {}, at);
    if (!row.linked) throw refuseAmendment('document-not-linked', { title: row.title }, at);
    if (row.state === 'draft') throw refuseAmendment('document-not-signed', { title: row.title }, at);
  }
}
