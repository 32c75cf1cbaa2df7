import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Member } from '../access/member.entity.js';
import { Agreement } from '../agreements/agreement.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import type { AmendmentOp } from './commitment.words.js';

/** What one line of an amendment ended and what it started. */
export interface Deed {
  op: AmendmentOp;
  endedId: string | null;
  startedId: string | null;
}

export interface Deeds {
  clauses: Deed[];
  commitments: Deed[];
  schedules: Deed[];
  /** Due reports taken away, moved to a new clause version, and planned. */
  occurrences: { dropped: number; repointed: number; planned: number };
}

/** A document that ends, replaces and adds parts of an agreement from a day; the agreement is never copied. */
@Entity('amendment')
@Index(['agreementId'])
@Check('amendment_names_one_document', '(document_agreement_id is null) <> (document_text is null)')
export class Amendment {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Agreement)
  @Column('uuid')
  agreementId: string;
  @ForeignKey(() => Agreement)
  @Column('uuid', { nullable: true })
  documentAgreementId: string | null;
  @Column('text', { nullable: true }) documentText: string | null;
  @Column('date') effectiveFrom: CivilDate;
  @Column('text', { nullable: true }) note: string | null;
  @Column('jsonb') deeds: Deeds;
  @ForeignKey(() => Member)
  @Column('uuid')
  byId: string;
  @Column('timestamptz') at: string;
}
