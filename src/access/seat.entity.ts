import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Body } from '../bodies/body.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import { Member } from './member.entity.js';

export const SEAT_ROLES = ['REGISTRAR', 'REPORTER', 'REVIEWER', 'OFFICIAL', 'ADMINISTRATOR'] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];

/** A position in a body, which holds duties whoever holds it (design §2); days inclusive. */
@Entity('seat')
@Index(['bodyId'])
@Check('seat_dates_in_order', 'valid_to >= valid_from')
export class Seat {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  /** The seat's role covers this body and all below it; null: the whole register. */
  @ForeignKey(() => Body)
  @Column('uuid', { nullable: true })
  bodyId: string | null;
  @Column('text') nameVi: string;
  @Column('text', { nullable: true }) nameEn: string | null;
  @Column('text') role: SeatRole;
  @Column('date', { nullable: true }) validFrom: CivilDate | null;
  @Column('date', { nullable: true }) validTo: CivilDate | null;
  @Column('integer', { default: 1 }) version: number;
}

/** Who sits there, from a day to a day, both inclusive; one at a time. */
@Entity('seat_holding')
@Index(['seatId', 'fromOn'])
@Index(['memberId'])
@Check('seat_holding_dates_in_order', 'to_on >= from_on')
export class SeatHolding {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Seat)
  @Column('uuid')
  seatId: string;
  @ForeignKey(() => Member)
  @Column('uuid')
  memberId: string;
  @Column('date') fromOn: CivilDate;
  @Column('date', { nullable: true }) toOn: CivilDate | null;
}
