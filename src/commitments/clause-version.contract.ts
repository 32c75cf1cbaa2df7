import { Civil, Id, Many, One, OneOf } from '../platform/http/fields.js';
import { ClauseAnswer } from './clause.contract.js';

export class ClausesQuery {
  @Civil({ optional: true, query: true, about: 'The text as of this day; default: today' }) on?: string;
}

export class DifferencesQuery {
  @Civil({ query: true }) from: string;
  @Civil({ query: true }) to: string;
}

export const CLAUSE_CHANGES = ['ADDED', 'ENDED', 'CHANGED'] as const;
export type ClauseDifferenceKind = (typeof CLAUSE_CHANGES)[number];

export class ClauseDifference {
  @Id({ about: 'Shared by all versions of the clause' }) lineageId: string;
  @OneOf(CLAUSE_CHANGES, 'ClauseDifferenceKind') change: ClauseDifferenceKind;
  @One(() => ClauseAnswer, { nullable: true }) before: ClauseAnswer | null;
  @One(() => ClauseAnswer, { nullable: true }) after: ClauseAnswer | null;
}

export class DifferencesAnswer {
  @Civil() from: string;
  @Civil() to: string;
  @Many(() => ClauseDifference, { about: 'In the order of the text' }) items: ClauseDifference[];
}
