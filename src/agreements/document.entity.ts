import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Member } from '../access/member.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import { Agreement } from './agreement.entity.js';
import type { DocumentKind } from './agreement.words.js';

/** A file of an agreement; the bytes lie once in the store, under their SHA-256. */
@Entity('agreement_document')
@Index(['agreementId'])
export class AgreementDocument {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Agreement, { onDelete: 'CASCADE' })
  @Column('uuid')
  agreementId: string;
  @Column('text') kind: DocumentKind;
  @Column('text') name: string;
  @Column('text') sha256: string;
  @Column('date', { nullable: true }) datedOn: CivilDate | null;
  @ForeignKey(() => Member)
  @Column('uuid')
  addedBy: string;
  @Column('timestamptz') addedAt: string;
}
