import type { Derivation } from '../core/derivation.js';
import { Bool, Civil, Data, Id, Int, LongText, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { UploadFields } from '../platform/storage/upload.js';
import { DueMoveAnswer } from '../regime/due-move.contract.js';
import { ReviewCycleAnswer } from './cycle.contract.js';
import { FollowUpAnswer } from './follow-up.contract.js';
import {
  DECISIONS,
  REVIEW_KINDS,
  REVIEW_STANDINGS,
  REVIEW_STATES,
  type Decision,
  type ReviewKind,
  type ReviewStanding,
  type ReviewState,
} from './review.words.js';

export class ReviewsQuery extends PageQuery {
  @Id({ optional: true, query: true }) agreementId?: string;
  @Id({ optional: true, query: true, about: 'Hosted by this body or one below it' }) bodyId?: string;
  @OneOf(REVIEW_KINDS, 'ReviewKind', { optional: true, query: true }) kind?: ReviewKind;
  @OneOf(REVIEW_STANDINGS, 'ReviewStanding', {
    optional: true,
    query: true,
    many: true,
    about: 'One of these, as of today',
  })
  standing?: ReviewStanding[];
  @OneOf(REVIEW_STATES, 'ReviewState', { optional: true, query: true, many: true }) state?: ReviewState[];
  @Civil({ optional: true, query: true, about: 'Due on this day or later' }) from?: string;
  @Civil({ optional: true, query: true, about: 'Due on this day or earlier' }) to?: string;
}

export class NewReviewPlan {
  @Civil({ about: 'May lie after the due date' }) on: string;
  @Text({ optional: true }) place?: string | null;
}

export class FindingInput {
  @Id({ optional: true, about: 'null = of the whole agreement' }) clauseId?: string | null;
  @LongText() finding: string;
  @Text({ max: 2000, optional: true }) assessment?: string | null;
}

export class NewMeeting {
  @Civil({ about: 'Today or earlier' }) heldOn: string;
  @Text({ optional: true }) place?: string | null;
  @Text({ optional: true, about: 'Who chaired it' }) chair?: string | null;
  @Id({ many: true, kept: true, about: 'Parties that were there, or the host' }) sidesPresent?: string[];
  @Many(() => FindingInput, { kept: true, max: 200 }) findings?: FindingInput[];
  @LongText({ optional: true }) conclusion?: string | null;
}

export class ReviewChange {
  @Civil({ kept: true, about: 'Today or earlier' }) heldOn?: string;
  @Text({ optional: true }) place?: string | null;
  @Text({ optional: true }) chair?: string | null;
  @Id({ many: true, kept: true }) sidesPresent?: string[];
  @Many(() => FindingInput, { kept: true, max: 200 }) findings?: FindingInput[];
  @LongText({ optional: true }) conclusion?: string | null;
}

export class NewMinutes extends UploadFields {
  @Text({ max: 200, optional: true, about: 'Default: the name of the file' }) name?: string | null;
}

/** A review in a list. */
export class ReviewRow {
  @Id() id: string;
  @Id() cycleId: string;
  @Id() agreementId: string;
  @Text() agreementTitle: string;
  @Id({ nullable: true }) commitmentId: string | null;
  @OneOf(REVIEW_KINDS, 'ReviewKind') kind: ReviewKind;
  @Id() hostId: string;
  @Text() hostName: string;
  @Text({ example: 'N001' }) periodKey: string;
  @Text({ example: 'Lần 1' }) periodVi: string;
  @Text({ example: 'No. 1' }) periodEn: string;
  @Int() reportYear: number;
  @Civil() windowStart: string;
  @Civil() windowEnd: string;
  @Civil({ about: 'Last acceptable day' }) dueOn: string;
  @Civil({ about: 'First day on which it is late' }) overdueFrom: string;
  @OneOf(REVIEW_STATES, 'ReviewState') state: ReviewState;
  @OneOf(REVIEW_STANDINGS, 'ReviewStanding', { about: 'As of today' }) standing: ReviewStanding;
  @Civil({ nullable: true }) plannedOn: string | null;
  @Bool({ about: 'Planned for a day after the due date' }) plannedLate: boolean;
  @Civil({ nullable: true }) heldOn: string | null;
  @OneOf(DECISIONS, 'Decision', { nullable: true }) decision: Decision | null;
  @Int() version: number;
}

export class SideAnswer {
  @Id() bodyId: string;
  @Text() name: string;
}

export class FindingAnswer {
  @Id({ nullable: true }) clauseId: string | null;
  @Text({ nullable: true, example: 'Điều 7' }) clauseLabel: string | null;
  @LongText() finding: string;
  @Text({ nullable: true }) assessment: string | null;
}

export class MinutesAnswer {
  @Text() name: string;
  @Text({ about: 'SHA-256 of the content' }) sha256: string;
  @Int() size: number;
  @Text() mediaType: string;
}

export class ReviewOutcomeAnswer {
  @OneOf(DECISIONS, 'Decision') decision: Decision;
  @Civil() decidedOn: string;
  @Text({ about: 'Name of the member' }) decidedBy: string;
  @Text({ nullable: true }) note: string | null;
  @Civil({ nullable: true }) newTermTo: string | null;
  @Id({ nullable: true, about: 'The draft that the decision opened' }) openedAgreementId: string | null;
}

/** A review with everything that belongs to it. */
export class ReviewAnswer extends ReviewRow {
  @Civil({ about: 'Last acceptable day before it moved to a working day' }) dueRaw: string;
  @Text({ about: 'Why this date?' }) whyVi: string;
  @Text({ about: 'Why this date?' }) whyEn: string;
  @Data({ about: 'The steps to the date' }) derivation: Derivation;
  @Many(() => DueMoveAnswer, { about: 'How it has moved since it was first planned' }) moves: DueMoveAnswer[];
  @Text({ nullable: true }) plannedPlace: string | null;
  @Text({ nullable: true }) heldAtPlace: string | null;
  @Text({ nullable: true }) chair: string | null;
  @Many(() => SideAnswer) sidesPresent: SideAnswer[];
  @Many(() => FindingAnswer) findings: FindingAnswer[];
  @LongText({ nullable: true }) conclusion: string | null;
  @One(() => MinutesAnswer, { nullable: true }) minutes: MinutesAnswer | null;
  @Civil({ nullable: true, about: 'Night on which it was noticed to be late' }) overdueNoticedOn: string | null;
  @One(() => ReviewOutcomeAnswer, { nullable: true }) outcome: ReviewOutcomeAnswer | null;
  @Many(() => FollowUpAnswer) followUps: FollowUpAnswer[];
  @One(() => ReviewCycleAnswer) cycle: ReviewCycleAnswer;
}
