import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Member } from '../access/member.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import { Agreement } from './agreement.entity.js';

/** Days without duties: from `pausedFrom` until the day before `resumedOn`. */
@Entity('agreement_pause')
@Index('agreement_pause_one_open_idx', ['agreementId'], { unique: true, where: 'resumed_on is null' })
@Index(['agreementId'])
@Check('agreement_pause_in_order', 'resumed_on >= paused_from')
@Check('agreement_pause_resumed_has_author', '(resumed_on is null) = (resumed_by is null)')
export class AgreementPause {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Agreement, { onDelete: 'CASCADE' })
  @Column('uuid')
  agreementId: string;
  @Column('date') pausedFrom: CivilDate;
  @Column('text') reason: string;
  /** Number of the paper by which it was decided. */
  @Column('text', { nullable: true }) document: string | null;
  @ForeignKey(() => Member)
  @Column('uuid')
  pausedBy: string;
  @Column('timestamptz') pausedAt: string;
  @Column('date', { nullable: true }) resumedOn: CivilDate | null;
  @ForeignKey(() => Member)
  @Column('uuid', { nullable: true })
  resumedBy: string | null;
  @Column('timestamptz', { nullable: true }) resumedAt: string | null;
}
