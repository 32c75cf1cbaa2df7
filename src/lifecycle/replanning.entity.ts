import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../access/member.entity.js';
import { Schedule } from '../commitments/schedule.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import type { MoveCause } from '../core/due-move.js';
import { ReportingSchemeRow } from '../regime/scheme.entity.js';
import { Occurrence } from '../reports/occurrence.entity.js';
import { Review } from '../reviews/review.entity.js';
import type { Counts } from './replanning.rules.js';

/** What a schedule said before and after a revision, and how many duties that moved. */
@Entity('schedule_revision')
@Unique(['scheduleId', 'revision'])
export class ScheduleRevision {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Schedule, { onDelete: 'CASCADE' })
  @Column('uuid')
  scheduleId: string;
  @Column('integer') revision: number;
  @Column('jsonb') before: object;
  @Column('jsonb') after: object;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('jsonb') counts: Counts;
  @ForeignKey(() => Member)
  @Column('uuid')
  byId: string;
  @Column('date') onDate: CivilDate;
  @Column('timestamptz') at: string;
}

/** A change of what many schedules rest on: a reporting scheme, or the working calendar. */
@Entity('regime_change')
@Index(['schemeId'])
@Check('regime_change_names_scheme', `(cause = 'SCHEME') = (scheme_id is not null)`)
export class RegimeChange {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @Column('text') cause: MoveCause;
  @ForeignKey(() => ReportingSchemeRow)
  @Column('uuid', { nullable: true })
  schemeId: string | null;
  @Column('jsonb') before: object;
  @Column('jsonb') after: object;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('jsonb') counts: Counts;
  @ForeignKey(() => Member)
  @Column('uuid')
  byId: string;
  @Column('date') onDate: CivilDate;
  @Column('timestamptz') at: string;
}

/** One move of a due date; `changeId` names the schedule revision or the regime change that moved it. */
@Entity('due_change')
@Index(['occurrenceId'])
@Index(['reviewId'])
@Index(['changeId'])
export class DueChange {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Occurrence, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  occurrenceId: string | null;
  @ForeignKey(() => Review, { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  reviewId: string | null;
  @Column('date') fromDueOn: CivilDate;
  @Column('date') toDueOn: CivilDate;
  @Column('date') fromOverdueFrom: CivilDate;
  @Column('date') toOverdueFrom: CivilDate;
  @Column('text') because: MoveCause;
  @Column('uuid') changeId: string;
  @Column('text', { nullable: true }) reason: string | null;
  @ForeignKey(() => Member)
  @Column('uuid')
  byId: string;
  @Column('date') onDate: CivilDate;
  @Column('timestamptz') at: string;
}
