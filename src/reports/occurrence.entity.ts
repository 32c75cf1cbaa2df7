import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../access/member.entity.js';
import { Agreement } from '../agreements/agreement.entity.js';
import { Body } from '../bodies/body.entity.js';
import { Clause } from '../commitments/clause.entity.js';
import { Commitment } from '../commitments/commitment.entity.js';
import { Schedule } from '../commitments/schedule.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import type { Derivation } from '../core/derivation.js';
import type { Channel, OccurrenceState, SubmissionState, SuspensionReason } from './report.words.js';

/** One report due: schedule × period × body. `dueOn` is the last acceptable day, `overdueFrom` the first late one. */
@Entity('occurrence')
@Unique(['scheduleId', 'bodyId', 'periodKey'])
@Index('occurrence_open_by_body_idx', ['bodyId', 'dueOn', 'id'], { where: `state in ('due', 'returned')` })
@Index('occurrence_open_by_day_idx', ['dueOn', 'id'], { where: `state in ('due', 'returned')` })
@Index('occurrence_to_notice_idx', ['overdueFrom'], {
  where: `state in ('due', 'returned') and overdue_noticed_on is null`,
})
@Index('occurrence_due_on_idx', ['dueOn', 'id'])
@Index('occurrence_body_id_due_on_idx', ['bodyId', 'dueOn', 'id'])
@Index('occurrence_agreement_id_due_on_idx', ['agreementId', 'dueOn', 'id'])
@Index('occurrence_to_accept_idx', ['agreementId', 'filedOn', 'id'], { where: `state = 'filed'` })
@Check('occurrence_late_after_due', 'overdue_from > due_on')
@Check('occurrence_late_after_agreed', 'overdue_from > agreed_due_on')
@Check('occurrence_window_in_order', 'window_end >= window_start')
@Check('occurrence_filed_has_date', `state not in ('filed', 'accepted') or first_filed_on is not null`)
export class Occurrence {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Schedule)
  @Column('uuid')
  scheduleId: string;
  @ForeignKey(() => Commitment)
  @Column('uuid')
  commitmentId: string;
  @ForeignKey(() => Agreement)
  @Column('uuid')
  agreementId: string;
  @ForeignKey(() => Body)
  @Column('uuid')
  bodyId: string;
  @ForeignKey(() => Clause)
  @Column('uuid', { nullable: true })
  clauseId: string | null;
  @Column('text') periodKey: string;
  @Column('integer') reportYear: number;
  @Column('integer') tier: number;
  @Column('date') windowStart: CivilDate;
  @Column('date') windowEnd: CivilDate;
  @Column('date') dueRaw: CivilDate;
  @Column('date') dueOn: CivilDate;
  /** The last day granted; `dueOn` never moves by an extension. */
  @Column('date', { nullable: true }) agreedDueOn: CivilDate | null;
  @Column('date') overdueFrom: CivilDate;
  @Column('jsonb') derivation: Derivation;
  @Column('text', { default: 'due' }) state: OccurrenceState;
  /** The earliest day of any filing, kept through every return. */
  @Column('date', { nullable: true }) firstFiledOn: CivilDate | null;
  @Column('date', { nullable: true }) filedOn: CivilDate | null;
  @Column('boolean', { default: false }) nothingToReport: boolean;
  @Column('date', { nullable: true }) acceptedOn: CivilDate | null;
  @Column('date', { nullable: true }) suspendedOn: CivilDate | null;
  @Column('text', { nullable: true }) suspendedBecause: SuspensionReason | null;
  @Column('date', { nullable: true }) waivedOn: CivilDate | null;
  @Column('text', { nullable: true }) waivedBecause: string | null;
  @Column('date', { nullable: true }) overdueNoticedOn: CivilDate | null;
  @Column('timestamptz', { default: () => 'register_now()' }) plannedAt: string;
  @Column('integer', { default: 1 }) version: number;
}

/** What was reached of what was planned; numbers as printed on the wire. */
export interface Figure {
  label: string;
  unit: string | null;
  target: number | null;
  actual: number | null;
}

/** One filing of a report; every round is kept. `filedOn` counts, `enteredAt` is when it was typed in. */
@Entity('submission')
@Unique(['occurrenceId', 'round'])
@Index('submission_one_draft_idx', ['occurrenceId'], { unique: true, where: `state = 'draft'` })
@Check('submission_filed_has_date', `state = 'draft' or filed_on is not null`)
export class Submission {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Occurrence)
  @Column('uuid')
  occurrenceId: string;
  @Column('integer') round: number;
  @Column('text') state: SubmissionState;
  @ForeignKey(() => Body)
  @Column('uuid')
  onBehalfOf: string;
  @Column('boolean', { default: false }) nothingToReport: boolean;
  @Column('text', { nullable: true }) done: string | null;
  @Column('text', { nullable: true }) difficulties: string | null;
  @Column('text', { nullable: true }) proposals: string | null;
  @Column('text', { nullable: true }) assessment: string | null;
  @Column('jsonb', { default: [] }) figures: Figure[];
  @Column('text', { default: 'ELECTRONIC' }) channel: Channel;
  @Column('date', { nullable: true }) receivedOn: CivilDate | null;
  @Column('date', { nullable: true }) filedOn: CivilDate | null;
  @ForeignKey(() => Member)
  @Column('uuid')
  draftedBy: string;
  @Column('timestamptz') draftedAt: string;
  @ForeignKey(() => Member)
  @Column('uuid', { nullable: true })
  submittedBy: string | null;
  @Column('timestamptz', { nullable: true }) enteredAt: string | null;
  @ForeignKey(() => Member)
  @Column('uuid', { nullable: true })
  reviewedBy: string | null;
  @Column('timestamptz', { nullable: true }) reviewedAt: string | null;
  @Column('text', { nullable: true }) reviewComment: string | null;
  @Column('date', { nullable: true }) resubmitBy: CivilDate | null;
  /** Entered from the time before the register followed the agreement. */
  @Column('boolean', { default: false }) imported: boolean;
  @Column('integer', { default: 1 }) version: number;
}

/** A file that shows what a submission says, with its own date. */
@Entity('evidence')
@Index(['submissionId'])
export class Evidence {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Submission, { onDelete: 'CASCADE' })
  @Column('uuid')
  submissionId: string;
  @Column('text') name: string;
  @Column('text') sha256: string;
  @Column('date', { nullable: true }) datedOn: CivilDate | null;
  @Column('text', { nullable: true }) note: string | null;
  @ForeignKey(() => Member)
  @Column('uuid')
  addedBy: string;
  @Column('timestamptz') addedAt: string;
}
