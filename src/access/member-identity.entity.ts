import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from './member.entity.js';

/** A member as a provider knows them: issuer and subject together, nothing else is stable (OpenID Connect Core §5.7). */
@Entity('member_identity')
@Unique(['issuer', 'subject'])
@Index(['memberId'])
export class MemberIdentity {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Member)
  @Column('uuid')
  memberId: string;
  @Column('text') issuer: string;
  @Column('text') subject: string;
  @Column('timestamptz') linkedAt: Date;
  @ForeignKey(() => Member)
  @Column('uuid')
  linkedBy: string;
}
