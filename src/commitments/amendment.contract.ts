import { Bool, Civil, Id, Instant, Int, LongText, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { NewCommitment } from './commitment.contract.js';
import { AMENDMENT_OPS, CLAUSE_KINDS, type AmendmentOp, type ClauseKind } from './commitment.words.js';
import { NewSchedule } from './schedule.contract.js';

export class AmendedClause {
  @OneOf(AMENDMENT_OPS, 'AmendmentOp', { about: 'END takes the clauses below along; REPLACE is the clause alone' })
  op: AmendmentOp;
  @Id({ optional: true, about: 'END, REPLACE: the version in force' }) clauseId?: string | null;
  @Text({ max: 100, kept: true, about: 'Name of the new text within the request' }) key?: string;
  @Text({ max: 100, kept: true, about: 'ADD: `key` of a clause earlier in the list' }) parentKey?: string;
  @Id({ optional: true, about: 'ADD: a clause already in the register' }) parentId?: string | null;
  @Id({ optional: true, about: 'ADD: stands after this clause; default: last under its parent' }) afterId?:
    string | null;
  @OneOf(CLAUSE_KINDS, 'ClauseKind', { kept: true, about: 'ADD; REPLACE keeps it' }) kind?: ClauseKind;
  @Text({ max: 100, kept: true, about: 'As printed' }) label?: string;
  @Text({ max: 1000, kept: true }) heading?: string;
  @LongText({ kept: true, min: 0, about: 'ADD, REPLACE: verbatim' }) text?: string;
}

export class AmendedCommitment {
  @OneOf(AMENDMENT_OPS, 'AmendmentOp', { about: 'END and REPLACE end the schedules too' }) op: AmendmentOp;
  @Id({ optional: true, about: 'END, REPLACE' }) commitmentId?: string | null;
  @Text({ max: 100, kept: true, about: 'Name of the new commitment within the request' }) key?: string;
  @Text({ max: 100, kept: true, many: true, about: '`key` of clauses of this amendment that oblige it' })
  clauseKeys?: string[];
  @One(() => NewCommitment, { kept: true, about: 'ADD, REPLACE: the new one, whole' }) commitment?: NewCommitment;
}

export class AmendedSchedule {
  @OneOf(AMENDMENT_OPS, 'AmendmentOp') op: AmendmentOp;
  @Id({ optional: true, about: 'END, REPLACE' }) scheduleId?: string | null;
  @Id({ optional: true, about: 'ADD: of this commitment' }) commitmentId?: string | null;
  @Text({ max: 100, kept: true, about: 'ADD: of a commitment of this amendment' }) commitmentKey?: string;
  @Text({ max: 100, kept: true, about: '`key` of the clause of this amendment that it comes from' }) clauseKey?: string;
  @One(() => NewSchedule, { kept: true, about: 'ADD, REPLACE: the new one, whole' }) schedule?: NewSchedule;
}

export class NewAmendment {
  @Civil({ about: 'First day of the new text and the new duties' }) effectiveFrom: string;
  @Id({ optional: true, about: 'The amending document, an agreement linked AMENDS and signed' })
  documentAgreementId?: string | null;
  @Text({ max: 1000, optional: true, about: 'The amending document, outside the register' }) documentText?:
    string | null;
  @Text({ max: 5000, optional: true }) note?: string | null;
  @Bool({ kept: true, about: 'Entered late: new schedules also ask for what fell due before today' })
  asksForPast?: boolean;
  @Many(() => AmendedClause, { kept: true }) clauses?: AmendedClause[];
  @Many(() => AmendedCommitment, { kept: true, max: 200 }) commitments?: AmendedCommitment[];
  @Many(() => AmendedSchedule, { kept: true, max: 200 }) schedules?: AmendedSchedule[];
}

export class DeedAnswer {
  @OneOf(AMENDMENT_OPS, 'AmendmentOp') op: AmendmentOp;
  @Id({ nullable: true }) endedId: string | null;
  @Id({ nullable: true }) startedId: string | null;
}

export class AmendedOccurrences {
  @Int({ about: 'Taken away: still to come, begun by nobody' }) dropped: number;
  @Int({ about: 'Moved to the new version of their clause' }) repointed: number;
  @Int() planned: number;
}

export class AmendmentAnswer {
  @Id() id: string;
  @Id() agreementId: string;
  @Id({ nullable: true }) documentAgreementId: string | null;
  @Text({ about: 'Title of the amending document' }) documentText: string;
  @Civil() effectiveFrom: string;
  @Text({ nullable: true }) note: string | null;
  @Text() byName: string;
  @Instant() at: string;
  @Many(() => DeedAnswer) clauses: DeedAnswer[];
  @Many(() => DeedAnswer) commitments: DeedAnswer[];
  @Many(() => DeedAnswer) schedules: DeedAnswer[];
  @One(() => AmendedOccurrences) occurrences: AmendedOccurrences;
  @Int({ about: 'Of the agreement' }) version: number;
}

export class AmendmentsAnswer {
  @Many(() => AmendmentAnswer, { about: 'By the day they take effect' }) items: AmendmentAnswer[];
}
