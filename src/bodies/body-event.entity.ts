import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CivilDate } from '../core/civil-date.js';
import { Body } from './body.entity.js';

export const BODY_EVENT_KINDS = ['RENAMED', 'MERGED', 'SPLIT', 'DISSOLVED', 'TRANSFERRED'] as const;
export type BodyEventKind = (typeof BODY_EVENT_KINDS)[number];

export const BODY_EVENT_SIDES = ['PREDECESSOR', 'SUCCESSOR'] as const;
export type BodyEventSide = (typeof BODY_EVENT_SIDES)[number];

/** What became of bodies on a day (domain §6.3); `effectiveOn` is the first day of the new state. Never changed. */
@Entity('body_event')
@Index('body_event_to_apply_idx', ['effectiveOn'], { where: 'applied_on is null' })
export class BodyEvent {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @Column('text') kind: BodyEventKind;
  @Column('date') effectiveOn: CivilDate;
  @Column('text', { nullable: true }) basisNumber: string | null;
  @Column('date', { nullable: true }) basisDatedOn: CivilDate | null;
  @Column('text', { nullable: true }) basisIssuer: string | null;
  @Column('text', { nullable: true }) basisTitle: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) newNameVi: string | null;
  @Column('text', { nullable: true }) newNameEn: string | null;
  @ForeignKey(() => Body)
  @Column('uuid', { nullable: true })
  newParentId: string | null;
  /** The day on which a new name or parent was taken over; planned ones wait for their night. */
  @Column('date', { nullable: true }) appliedOn: CivilDate | null;
  @Column('uuid') byId: string;
  @Column('timestamptz') at: string;
}

@Entity('body_event_party')
@Index(['bodyId'])
export class BodyEventParty {
  @ForeignKey(() => BodyEvent)
  @PrimaryColumn('uuid')
  eventId: string;
  @ForeignKey(() => Body)
  @PrimaryColumn('uuid')
  bodyId: string;
  @Column('text') side: BodyEventSide;
}

/** A name that a body no longer bears. */
@Entity('body_name')
@Unique(['bodyId', 'toOn'])
@Check('body_name_dates_in_order', 'to_on >= from_on')
export class BodyName {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Body)
  @Column('uuid')
  bodyId: string;
  @Column('text') nameVi: string;
  @Column('text', { nullable: true }) nameEn: string | null;
  @Column('date', { nullable: true }) fromOn: CivilDate | null;
  @Column('date') toOn: CivilDate;
}

/** A place in the tree that a body has left. */
@Entity('body_parent')
@Unique(['bodyId', 'toOn'])
@Check('body_parent_dates_in_order', 'to_on >= from_on')
export class BodyParent {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Body)
  @Column('uuid')
  bodyId: string;
  @ForeignKey(() => Body)
  @Column('uuid', { nullable: true })
  parentId: string | null;
  @Column('date', { nullable: true }) fromOn: CivilDate | null;
  @Column('date') toOn: CivilDate;
}
