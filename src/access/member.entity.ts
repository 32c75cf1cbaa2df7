import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person who may sign in. */
@Entity('member')
export class Member {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @Column('text', { unique: true }) login: string;
  @Column('text') fullName: string;
  /** Null until one has been chosen by a one-time link. */
  @Column('text', { nullable: true }) passwordHash: string | null;
  /** Contact at the office. */
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('timestamptz', { nullable: true }) disabledAt: Date | null;
  /** Who entered the member; null: the register itself. */
  @Column('uuid', { nullable: true }) registeredBy: string | null;
}
