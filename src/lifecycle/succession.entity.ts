import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Member } from '../access/member.entity.js';
import { Agreement } from '../agreements/agreement.entity.js';
import { Body } from '../bodies/body.entity.js';
import { Commitment } from '../commitments/commitment.entity.js';
import type { CivilDate } from '../core/civil-date.js';

export const SUCCESSION_KINDS = ['CONTINUED_BY', 'REPLACED_BY', 'TERMINATED', 'SUSPENDED'] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

/** What becomes of a body's place in an agreement, or in one commitment of it; SUSPENDED leaves it open (domain §6.3). */
@Entity('succession_decision')
@Index(['bodyId'])
@Index('succession_decision_agreement_idx', ['agreementId', 'bodyId'], {
  unique: true,
  where: `commitment_id is null and decision <> 'SUSPENDED'`,
})
@Index('succession_decision_commitment_idx', ['agreementId', 'bodyId', 'commitmentId'], {
  unique: true,
  where: `commitment_id is not null and decision <> 'SUSPENDED'`,
})
export class SuccessionDecision {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Agreement, { onDelete: 'CASCADE' })
  @Column('uuid')
  agreementId: string;
  @ForeignKey(() => Commitment, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  commitmentId: string | null;
  @ForeignKey(() => Body)
  @Column('uuid')
  bodyId: string;
  @Column('text') decision: SuccessionKind;
  @Column('date') fromOn: CivilDate;
  @ForeignKey(() => Agreement)
  @Column('uuid', { nullable: true })
  replacedById: string | null;
  @Column('text', { nullable: true }) basis: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('date') decidedOn: CivilDate;
  @ForeignKey(() => Member)
  @Column('uuid')
  decidedBy: string;
  @Column('timestamptz') at: string;
}

@Entity('succession_successor')
@Index(['bodyId'])
export class SuccessionSuccessor {
  @ForeignKey(() => SuccessionDecision, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  decisionId: string;
  @ForeignKey(() => Body)
  @PrimaryColumn('uuid')
  bodyId: string;
  @Column('integer') ordinal: number;
}
