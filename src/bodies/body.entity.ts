import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CivilDate } from '../core/civil-date.js';

export const BODY_SYSTEMS = [
  'PARTY',
  'GOVERNMENT',
  'PEOPLE_COUNCIL',
  'MILITARY',
  'POLICE',
  'FRONT',
  'MASS_ORGANISATION',
  'OTHER',
] as const;
export type BodySystem = (typeof BODY_SYSTEMS)[number];

export const BODY_LEVELS = ['CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'UNIT'] as const;
export type BodyLevel = (typeof BODY_LEVELS)[number];

/** An organisation in the tree; `validTo` is its last day, inclusive. */
@Entity('body')
@Index(['parentId'])
@Check('body_dates_in_order', 'valid_to >= valid_from')
@Check('body_not_its_own_parent', 'parent_id <> id')
export class Body {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @Column('text', { unique: true }) code: string;
  @Column('text') nameVi: string;
  @Column('text', { nullable: true }) nameEn: string | null;
  @Column('text', { nullable: true }) abbreviation: string | null;
  @Column('text') system: BodySystem;
  @Column('text') level: BodyLevel;
  @ForeignKey(() => Body)
  @Column('uuid', { nullable: true })
  parentId: string | null;
  @Column('date', { nullable: true }) validFrom: CivilDate | null;
  @Column('date', { nullable: true }) validTo: CivilDate | null;
  /** Code, names and abbreviation, folded. */
  @Column('text') search: string;
  @Column('integer', { default: 1 }) version: number;
}
