import { Civil, Decimal, Id, Int, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { COMMITMENT_KINDS, COMMITMENT_ROLES, type CommitmentKind, type CommitmentRole } from './commitment.words.js';
import { NewSchedule, ScheduleAnswer } from './schedule.contract.js';

export class TargetField {
  @Decimal({ min: 0 }) quantity: number;
  @Text({ max: 100, example: 'lớp tập huấn' }) unit: string;
  @Text({ max: 100, optional: true, example: 'năm' }) per?: string | null;
}

export class CommitmentBodyField {
  @Id() bodyId: string;
  @OneOf(COMMITMENT_ROLES, 'CommitmentRole') role: CommitmentRole;
  @Civil({ optional: true, about: 'First day, inclusive' }) fromOn?: string | null;
  @Civil({ optional: true, about: 'Last day, inclusive' }) toOn?: string | null;
}

export class NewCommitment {
  @Text({ max: 2000 }) title: string;
  @OneOf(COMMITMENT_KINDS, 'CommitmentKind') kind: CommitmentKind;
  @Text({ max: 2000, optional: true }) expectedResult?: string | null;
  @One(() => TargetField, { optional: true }) target?: TargetField | null;
  @Id({ many: true, kept: true, about: 'Clauses that oblige it' }) clauseIds?: string[];
  @Many(() => CommitmentBodyField, { max: 200 }) bodies: CommitmentBodyField[];
  @Id({ optional: true, about: 'Who receives the result' }) recipientId?: string | null;
  @Civil({ optional: true }) activeFrom?: string | null;
  @Civil({ optional: true, about: 'Last day, inclusive' }) activeTo?: string | null;
  @Many(() => NewSchedule, { kept: true, max: 20 }) schedules?: NewSchedule[];
}

export class CommitmentChange {
  @Text({ max: 2000, kept: true }) title?: string;
  @OneOf(COMMITMENT_KINDS, 'CommitmentKind', { kept: true }) kind?: CommitmentKind;
  @Text({ max: 2000, optional: true }) expectedResult?: string | null;
  @One(() => TargetField, { optional: true }) target?: TargetField | null;
  @Id({ many: true, kept: true, about: 'Replaces all' }) clauseIds?: string[];
  @Many(() => CommitmentBodyField, { kept: true, max: 200, about: 'Replaces all' }) bodies?: CommitmentBodyField[];
  @Id({ optional: true }) recipientId?: string | null;
}

export class CommitmentBodyAnswer {
  @Id() bodyId: string;
  @Text() name: string;
  @OneOf(COMMITMENT_ROLES, 'CommitmentRole') role: CommitmentRole;
  @Civil({ nullable: true }) fromOn: string | null;
  @Civil({ nullable: true }) toOn: string | null;
}

export class CommitmentAnswer {
  @Id() id: string;
  @Id() agreementId: string;
  @Int() ordinal: number;
  @Text() title: string;
  @OneOf(COMMITMENT_KINDS, 'CommitmentKind') kind: CommitmentKind;
  @Text({ nullable: true }) expectedResult: string | null;
  @One(() => TargetField, { nullable: true }) target: TargetField | null;
  @Id({ many: true }) clauseIds: string[];
  @Many(() => CommitmentBodyAnswer) bodies: CommitmentBodyAnswer[];
  @Id({ nullable: true }) recipientId: string | null;
  @Civil({ nullable: true }) activeFrom: string | null;
  @Civil({ nullable: true }) activeTo: string | null;
  @Id({ nullable: true, about: 'The commitment that an amendment put this in place of' }) replacesId: string | null;
  @Many(() => ScheduleAnswer) schedules: ScheduleAnswer[];
  @Text({ many: true, about: '`no-lead`, `several-leads`', example: ['several-leads'] }) warnings: string[];
  @Int() version: number;
}

export class CommitmentsQuery {
  @Civil({ optional: true, query: true, about: 'Only what is active on this day; default: all' }) on?: string;
}

export class CommitmentsAnswer {
  @Many(() => CommitmentAnswer) items: CommitmentAnswer[];
}
