import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Agreement } from '../agreements/agreement.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import { Amendment } from './amendment.entity.js';
import type { ClauseKind } from './commitment.words.js';

/** A node of the agreement's text, verbatim, in dated versions that share a lineage; days inclusive. */
@Entity('clause')
@Index(['agreementId', 'ordinal'])
@Index(['parentId'])
@Index(['lineageId'])
@Index('clause_one_open_version_idx', ['lineageId'], { unique: true, where: 'effective_to IS NULL' })
@Check('clause_dates_in_order', 'effective_to >= effective_from')
export class Clause {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Agreement, { onDelete: 'CASCADE' })
  @Column('uuid')
  agreementId: string;
  @ForeignKey(() => Clause, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  parentId: string | null;
  /** Place in the whole text, from 0. */
  @Column('integer') ordinal: number;
  @Column('text') kind: ClauseKind;
  /** As printed: `Điều 7`, `a)`. */
  @Column('text', { nullable: true }) label: string | null;
  @Column('text', { nullable: true }) heading: string | null;
  @Column('text') text: string;
  /** Id of the first version. */
  @ForeignKey(() => Clause)
  @Column('uuid')
  lineageId: string;
  /** null = from entry into force. */
  @Column('date', { nullable: true }) effectiveFrom: CivilDate | null;
  @Column('date', { nullable: true }) effectiveTo: CivilDate | null;
  @ForeignKey(() => Amendment)
  @Column('uuid', { nullable: true })
  startedBy: string | null;
  @ForeignKey(() => Amendment)
  @Column('uuid', { nullable: true })
  endedBy: string | null;
  @Column('integer', { default: 1 }) version: number;
}
