import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Member } from '../access/member.entity.js';
import { Body } from '../bodies/body.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import type { Frequency, ScheduleRule } from '../core/schedule-rule.js';
import type { Roll } from '../core/working-calendar.js';
import { ReportingSchemeRow } from '../regime/scheme.entity.js';
import { Clause } from './clause.entity.js';
import { Commitment } from './commitment.entity.js';

/** When a commitment is to be reported on; `nextPlanOn` is the night on which its next period enters the horizon. */
@Entity('schedule')
@Index(['commitmentId'])
@Index(['nextPlanOn'])
@Index('schedule_unspecified_idx', ['commitmentId'], { where: `frequency = 'UNSPECIFIED'` })
@Check('schedule_dates_in_order', 'ends_on >= starts_on')
export class Schedule {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Commitment, { onDelete: 'CASCADE' })
  @Column('uuid')
  commitmentId: string;
  @Column('text') frequency: Frequency;
  @Column('integer', { nullable: true }) n: number | null;
  @Column('integer', { array: true, nullable: true }) included: number[] | null;
  @Column('integer', { array: true, nullable: true }) milestones: number[] | null;
  @Column('date', { nullable: true }) anchorOn: CivilDate | null;
  @Column('jsonb') windowRule: ScheduleRule['window'];
  @Column('jsonb') dues: ScheduleRule['dues'];
  @Column('text', { nullable: true }) roll: Roll | null;
  @ForeignKey(() => ReportingSchemeRow)
  @Column('uuid', { nullable: true })
  schemeId: string | null;
  @Column('date', { nullable: true }) startsOn: CivilDate | null;
  @Column('date', { nullable: true }) endsOn: CivilDate | null;
  @ForeignKey(() => Schedule, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  replacesId: string | null;
  /** Set by an amendment: windows are cut on this day as by entry into force. */
  @Column('date', { nullable: true }) effectiveFrom: CivilDate | null;
  /** The sentence that the schedule came from. */
  @Column('text', { nullable: true }) textAsWritten: string | null;
  @ForeignKey(() => Clause, { deferrable: 'INITIALLY IMMEDIATE' })
  @Column('uuid', { nullable: true })
  clauseId: string | null;
  @ForeignKey(() => Member)
  @Column('uuid')
  confirmedBy: string;
  @Column('timestamptz') confirmedAt: string;
  /** Last day whose windows have been planned. */
  @Column('date', { nullable: true }) plannedTo: CivilDate | null;
  @Column('date', { nullable: true }) nextPlanOn: CivilDate | null;
  @Column('integer', { default: 1 }) version: number;
}

/** Who reports, in which tier (1 = first). */
@Entity('schedule_reporter')
@Index(['bodyId'])
export class ScheduleReporter {
  @ForeignKey(() => Schedule, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  scheduleId: string;
  @ForeignKey(() => Body)
  @PrimaryColumn('uuid')
  bodyId: string;
  @Column('integer') tier: number;
  /** Days of the duty, inclusive; null = open. */
  @Column('date', { nullable: true }) fromOn: CivilDate | null;
  @Column('date', { nullable: true }) toOn: CivilDate | null;
}
