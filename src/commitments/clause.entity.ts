import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Agreement } from '../agreements/agreement.entity.js';
import type { ClauseKind } from './commitment.words.js';

/** A node of the agreement's text, verbatim. */
@Entity('clause')
@Index(['agreementId', 'ordinal'])
@Index(['parentId'])
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
  @Column('integer', { default: 1 }) version: number;
}
