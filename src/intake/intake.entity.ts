import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../access/member.entity.js';
import { Agreement } from '../agreements/agreement.entity.js';
import type { IntakeLine, IntakeSource, Unread } from './lines.js';
import type { Proposal } from './proposal.rules.js';
import type { ProposalPart, ProposalState } from './proposal.words.js';

/** A document on its way into the register: its lines and what they propose. Its member's own; nothing of it counts. */
@Entity('intake')
@Check('intake_read_or_not', '(source is null) <> (unread is null)')
@Index(['memberId'])
@Index(['agreementId'])
export class Intake {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Member)
  @Column('uuid')
  memberId: string;
  /** Of the file; null for a pasted text. */
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('text', { nullable: true }) source: IntakeSource | null;
  @Column('text', { nullable: true }) unread: Unread | null;
  @Column('jsonb') lines: IntakeLine[];
  /** What is doubtful about the row of clause numbers, as commitments tells it. */
  @Column('jsonb') doubts: object[];
  @Column('timestamptz') takenAt: string;
  /** The agreement that came of it. */
  @ForeignKey(() => Agreement, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  agreementId: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** One value that the document seems to state. */
@Entity('intake_proposal')
@Unique(['intakeId', 'ordinal'])
export class IntakeProposal {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Intake, { onDelete: 'CASCADE' })
  @Column('uuid')
  intakeId: string;
  @Column('integer') ordinal: number;
  @Column('text') part: ProposalPart;
  @Column('text') state: ProposalState;
  @Column('timestamptz', { nullable: true }) decidedAt: string | null;
  @Column('jsonb') content: Omit<Proposal, 'part'>;
}
