import { Civil, Id, Int, LongText, Many, OneOf, Text } from '../platform/http/fields.js';
import { CLAUSE_KINDS, type ClauseKind } from './commitment.words.js';

export class NewClause {
  @Text({ max: 100, kept: true, about: 'Name of this clause within the request, for `parentKey`' }) key?: string;
  @Text({ max: 100, kept: true, about: '`key` of a clause earlier in the list' }) parentKey?: string;
  @Id({ optional: true, about: 'A clause already in the register' }) parentId?: string | null;
  @OneOf(CLAUSE_KINDS, 'ClauseKind') kind: ClauseKind;
  @Text({ max: 100, optional: true, about: 'As printed', example: 'Điều 7' }) label?: string | null;
  @Text({ max: 1000, optional: true }) heading?: string | null;
  @LongText({ min: 0, about: 'Verbatim; empty where there is only a heading' }) text: string;
}

export class NewClauses {
  @Many(() => NewClause, { min: 1 }) clauses: NewClause[];
}

/** Mends a typing error; what the paper says is changed by amendment. */
export class ClauseChange {
  @OneOf(CLAUSE_KINDS, 'ClauseKind', { kept: true }) kind?: ClauseKind;
  @Text({ max: 100, optional: true }) label?: string | null;
  @Text({ max: 1000, optional: true }) heading?: string | null;
  @LongText({ kept: true, min: 0 }) text?: string;
}

export class ClauseAnswer {
  @Id() id: string;
  @Id() agreementId: string;
  @Id({ nullable: true }) parentId: string | null;
  @Int() ordinal: number;
  @OneOf(CLAUSE_KINDS, 'ClauseKind') kind: ClauseKind;
  @Text({ nullable: true }) label: string | null;
  @Text({ nullable: true }) heading: string | null;
  @LongText() text: string;
  @Id({ about: 'Shared by all versions of the clause: the id of the first' }) lineageId: string;
  @Civil({ nullable: true, about: 'First day of this version; null = from entry into force' }) effectiveFrom:
    string | null;
  @Civil({ nullable: true, about: 'Last day, inclusive' }) effectiveTo: string | null;
  @Id({ nullable: true, about: 'The amendment that brought it' }) startedBy: string | null;
  @Id({ nullable: true, about: 'The amendment that ended it' }) endedBy: string | null;
  @Int() version: number;
}

export class ClausesAnswer {
  @Many(() => ClauseAnswer, { about: 'In the order of the text' }) items: ClauseAnswer[];
}
