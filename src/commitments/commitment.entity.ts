import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Agreement } from '../agreements/agreement.entity.js';
import { Body } from '../bodies/body.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import { Clause } from './clause.entity.js';
import type { CommitmentKind, CommitmentRole } from './commitment.words.js';

/** What one or more clauses oblige; active days inclusive. */
@Entity('commitment')
@Index(['agreementId'])
@Index(['recipientId'])
@Check('commitment_dates_in_order', 'active_to >= active_from')
export class Commitment {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Agreement, { onDelete: 'CASCADE' })
  @Column('uuid')
  agreementId: string;
  @Column('integer') ordinal: number;
  @Column('text') title: string;
  @Column('text') kind: CommitmentKind;
  @Column('text', { nullable: true }) expectedResult: string | null;
  @Column('numeric', { nullable: true }) targetQuantity: string | null;
  @Column('text', { nullable: true }) targetUnit: string | null;
  @Column('text', { nullable: true }) targetPer: string | null;
  @ForeignKey(() => Body)
  @Column('uuid', { nullable: true })
  recipientId: string | null;
  @Column('date', { nullable: true }) activeFrom: CivilDate | null;
  @Column('date', { nullable: true }) activeTo: CivilDate | null;
  @ForeignKey(() => Commitment, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  replacesId: string | null;
  @Column('integer', { default: 1 }) version: number;
}

@Entity('commitment_clause')
@Index(['clauseId'])
export class CommitmentClause {
  @ForeignKey(() => Commitment, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  commitmentId: string;
  @ForeignKey(() => Clause, { deferrable: 'INITIALLY IMMEDIATE' })
  @PrimaryColumn('uuid')
  clauseId: string;
}

/** Who leads, supports or is informed; days inclusive. */
@Entity('commitment_body')
@Index(['commitmentId'])
@Index(['bodyId'])
@Check('commitment_body_dates_in_order', 'to_on >= from_on')
export class CommitmentBody {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Commitment, { onDelete: 'CASCADE' })
  @Column('uuid')
  commitmentId: string;
  @ForeignKey(() => Body)
  @Column('uuid')
  bodyId: string;
  @Column('text') role: CommitmentRole;
  @Column('date', { nullable: true }) fromOn: CivilDate | null;
  @Column('date', { nullable: true }) toOn: CivilDate | null;
}
