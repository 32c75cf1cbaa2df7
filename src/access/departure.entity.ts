import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CivilDate } from '../core/civil-date.js';
import { Member } from './member.entity.js';

export const DEPARTURE_REASONS = ['TRANSFERRED', 'RETIRED', 'END_OF_TERM', 'OTHER'] as const;
export type DepartureReason = (typeof DEPARTURE_REASONS)[number];

/** A member has left, and later lost the name here. No free text: a reason may tell of health or worse. */
@Entity('departure')
@Check(
  'departure_anonymised_whole',
  '(anonymised_at is null) = (number is null) and (anonymised_at is null) = (anonymised_by is null)',
)
export class Departure {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Member)
  @Column('uuid', { unique: true })
  memberId: string;
  /** Last day in office. */
  @Column('date') onDate: CivilDate;
  @Column('text') reason: DepartureReason;
  @Column('uuid') byId: string;
  @Column('timestamptz') at: string;
  @Column('integer', { nullable: true, unique: true }) number: number | null;
  @Column('timestamptz', { nullable: true }) anonymisedAt: string | null;
  @Column('uuid', { nullable: true }) anonymisedBy: string | null;
}
