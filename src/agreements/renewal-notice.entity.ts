import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../access/member.entity.js';
import { Body } from '../bodies/body.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import { Agreement } from './agreement.entity.js';

/** A party will not go on after the term that ends on `termTo`; a later term is not touched by it. */
@Entity('renewal_notice')
@Unique(['agreementId', 'termTo'])
export class RenewalNotice {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Agreement, { onDelete: 'CASCADE' })
  @Column('uuid')
  agreementId: string;
  @Column('date') termTo: CivilDate;
  @Column('date') givenOn: CivilDate;
  @ForeignKey(() => Body)
  @Column('uuid')
  bodyId: string;
  @Column('text') document: string;
  @ForeignKey(() => Member)
  @Column('uuid')
  byId: string;
  @Column('timestamptz') at: string;
}
