import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CivilDate } from '../core/civil-date.js';
import { Member } from './member.entity.js';

/** What a member gave a program to sign in with; of the secret only the hash is kept. */
@Entity('access_token')
@Index(['memberId'])
@Check('access_token_scopes_check', 'cardinality(scopes) > 0')
export class AccessToken {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Member)
  @Column('uuid')
  memberId: string;
  @Column('text') name: string;
  @Column('text', { unique: true }) tokenHash: string;
  @Column('text', { array: true }) scopes: string[];
  @Column('timestamptz') madeAt: Date;
  /** Last day, inclusive. */
  @Column('date') expiresOn: CivilDate;
  @Column('timestamptz', { nullable: true }) lastUsedAt: Date | null;
  @Column('text', { nullable: true }) lastUsedFrom: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @ForeignKey(() => Member)
  @Column('uuid', { nullable: true })
  revokedBy: string | null;
}
