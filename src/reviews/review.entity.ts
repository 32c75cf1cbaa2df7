import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../access/member.entity.js';
import { Agreement } from '../agreements/agreement.entity.js';
import { Body } from '../bodies/body.entity.js';
import { Clause } from '../commitments/clause.entity.js';
import { Commitment } from '../commitments/commitment.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import type { Derivation } from '../core/derivation.js';
import type { DueRule } from '../core/reporting-scheme.js';
import type { Frequency, Window } from '../core/schedule-rule.js';
import type { Roll } from '../core/working-calendar.js';
import type { CountedFrom, Decision, FollowUpState, ReviewKind, ReviewState } from './review.words.js';

/** When a review of one kind comes round; `nextPlanOn` is the night on which its next period enters the horizon. */
@Entity('review_cycle')
@Index(['agreementId'])
@Index(['nextPlanOn'])
@Index(['hostId'])
export class ReviewCycle {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Agreement, { onDelete: 'CASCADE' })
  @Column('uuid')
  agreementId: string;
  @ForeignKey(() => Commitment, { onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  commitmentId: string | null;
  @Column('text') kind: ReviewKind;
  @Column('text') frequency: Frequency;
  @Column('integer', { nullable: true }) n: number | null;
  @Column('integer', { array: true, nullable: true }) included: number[] | null;
  @Column('integer', { array: true, nullable: true }) milestones: number[] | null;
  @Column('text', { default: 'ANCHOR' }) countedFrom: CountedFrom;
  @Column('date', { nullable: true }) anchorOn: CivilDate | null;
  @Column('jsonb') windowRule: Window;
  @Column('jsonb', { nullable: true }) due: DueRule | null;
  @Column('text', { nullable: true }) roll: Roll | null;
  @ForeignKey(() => Body)
  @Column('uuid')
  hostId: string;
  /** The sentence that the cycle came from. */
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
  @Column('date', { nullable: true }) closedOn: CivilDate | null;
  @Column('integer', { default: 1 }) version: number;
}

/** What a meeting found, of one clause or of the whole. */
export interface Finding {
  clauseId: string | null;
  finding: string;
  assessment: string | null;
}

/** One review: cycle × period. `dueOn` is the last acceptable day, `overdueFrom` the first late one. */
@Entity('review')
@Unique(['cycleId', 'periodKey'])
@Index('review_open_by_day_idx', ['dueOn', 'id'], { where: `state in ('due', 'planned')` })
@Index('review_to_notice_idx', ['overdueFrom'], {
  where: `state in ('due', 'planned') and overdue_noticed_on is null`,
})
@Index('review_agreement_id_due_on_idx', ['agreementId', 'dueOn', 'id'])
@Index('review_host_id_due_on_idx', ['hostId', 'dueOn', 'id'])
@Index('review_without_outcome_idx', ['agreementId', 'heldOn', 'id'], { where: `state = 'held'` })
@Check('review_late_after_due', 'overdue_from > due_on')
@Check('review_held_has_date', `state not in ('held', 'concluded') or held_on is not null`)
export class Review {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => ReviewCycle)
  @Column('uuid')
  cycleId: string;
  @ForeignKey(() => Agreement)
  @Column('uuid')
  agreementId: string;
  @ForeignKey(() => Commitment)
  @Column('uuid', { nullable: true })
  commitmentId: string | null;
  @Column('text') kind: ReviewKind;
  @ForeignKey(() => Body)
  @Column('uuid')
  hostId: string;
  @Column('text') periodKey: string;
  @Column('integer') reportYear: number;
  @Column('date') windowStart: CivilDate;
  @Column('date') windowEnd: CivilDate;
  @Column('date') dueRaw: CivilDate;
  @Column('date') dueOn: CivilDate;
  @Column('date') overdueFrom: CivilDate;
  @Column('jsonb') derivation: Derivation;
  @Column('text', { default: 'due' }) state: ReviewState;
  @Column('date', { nullable: true }) plannedOn: CivilDate | null;
  @Column('text', { nullable: true }) plannedPlace: string | null;
  @Column('date', { nullable: true }) heldOn: CivilDate | null;
  @Column('text', { nullable: true }) heldAtPlace: string | null;
  @Column('text', { nullable: true }) chair: string | null;
  @Column('uuid', { array: true, default: [] }) sidesPresent: string[];
  @Column('jsonb', { default: [] }) findings: Finding[];
  @Column('text', { nullable: true }) conclusion: string | null;
  @Column('text', { nullable: true }) minutesSha256: string | null;
  @Column('text', { nullable: true }) minutesName: string | null;
  @Column('date', { nullable: true }) overdueNoticedOn: CivilDate | null;
  /** First day of the pause that suspended it; null when it waits for a successor of its host. */
  @Column('date', { nullable: true }) pausedOn: CivilDate | null;
  @Column('timestamptz', { default: () => 'register_now()' }) plannedAt: string;
  @Column('integer', { default: 1 }) version: number;
}

/** What a held review decided; one each. */
@Entity('review_outcome')
export class ReviewOutcome {
  @ForeignKey(() => Review)
  @PrimaryColumn('uuid')
  reviewId: string;
  @Column('text') decision: Decision;
  @Column('date') decidedOn: CivilDate;
  @ForeignKey(() => Member)
  @Column('uuid')
  decidedBy: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('date', { nullable: true }) newTermTo: CivilDate | null;
  @ForeignKey(() => Agreement)
  @Column('uuid', { nullable: true })
  openedAgreementId: string | null;
}

/** What a review told a body to do by a day. `doneNote` says what was done, or why it was cancelled. */
@Entity('follow_up')
@Index(['reviewId'])
@Index(['ownerId'])
@Index('follow_up_open_by_owner_idx', ['ownerId', 'dueOn', 'id'], { where: `state = 'open'` })
@Index('follow_up_to_notice_idx', ['overdueFrom'], { where: `state = 'open' and overdue_noticed_on is null` })
@Index('follow_up_agreement_id_due_on_idx', ['agreementId', 'dueOn', 'id'])
@Check('follow_up_late_after_due', 'overdue_from > due_on')
@Check('follow_up_done_has_date', `state <> 'done' or done_on is not null`)
export class FollowUp {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Review)
  @Column('uuid')
  reviewId: string;
  @ForeignKey(() => Agreement)
  @Column('uuid')
  agreementId: string;
  @Column('text') title: string;
  @ForeignKey(() => Body)
  @Column('uuid')
  ownerId: string;
  @Column('date') dueOn: CivilDate;
  @Column('date') overdueFrom: CivilDate;
  @Column('text', { default: 'open' }) state: FollowUpState;
  @Column('date', { nullable: true }) doneOn: CivilDate | null;
  @Column('text', { nullable: true }) doneNote: string | null;
  @Column('date', { nullable: true }) overdueNoticedOn: CivilDate | null;
  @Column('timestamptz', { default: () => 'register_now()' }) plannedAt: string;
  @Column('integer', { default: 1 }) version: number;
}
