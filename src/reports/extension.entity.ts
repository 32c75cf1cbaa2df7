import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Member } from '../access/member.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import type { ExtensionState } from './extension.words.js';
import { Occurrence } from './occurrence.entity.js';

/** A later day asked for one due report, and what was decided. */
@Entity('extension')
@Index('extension_one_asked_idx', ['occurrenceId'], { unique: true, where: `state = 'asked'` })
@Index(['occurrenceId'])
@Index('extension_asked_on_idx', ['askedOn', 'id'])
@Check('extension_decided_has_author', `(state = 'asked') = (decided_by is null)`)
@Check('extension_granted_has_day', `(state = 'granted') = (granted_to is not null)`)
export class Extension {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Occurrence)
  @Column('uuid')
  occurrenceId: string;
  @Column('date') askedTo: CivilDate;
  @Column('text') reason: string;
  @ForeignKey(() => Member)
  @Column('uuid')
  askedBy: string;
  @Column('date') askedOn: CivilDate;
  @Column('timestamptz') askedAt: string;
  @Column('text', { default: 'asked' }) state: ExtensionState;
  @ForeignKey(() => Member)
  @Column('uuid', { nullable: true })
  decidedBy: string | null;
  @Column('date', { nullable: true }) decidedOn: CivilDate | null;
  @Column('timestamptz', { nullable: true }) decidedAt: string | null;
  @Column('text', { nullable: true }) decisionNote: string | null;
  @Column('date', { nullable: true }) grantedTo: CivilDate | null;
  /** Number of the paper by which it was decided. */
  @Column('text', { nullable: true }) document: string | null;
  @Column('integer', { default: 1 }) version: number;
}
