/** The fixed vocabularies of clauses and commitments; the database's domains hold the same lists (test/fences/words). */
export const CLAUSE_KINDS = ['PART', 'CHAPTER', 'SECTION', 'ARTICLE', 'CLAUSE', 'POINT', 'ITEM', 'PARAGRAPH'] as const;
export type ClauseKind = (typeof CLAUSE_KINDS)[number];

export const COMMITMENT_KINDS = [
  'CONTINUOUS',
  'ACTIVITY',
  'REPORT',
  'INFO_EXCHANGE',
  'MEETING',
  'INTERIM_REVIEW',
  'FINAL_REVIEW',
  'INSPECTION',
  'PLAN',
  'TRAINING',
  'MODEL',
  'COMMENDATION',
  'DEADLINE',
] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

export const COMMITMENT_ROLES = ['LEAD', 'COORDINATE', 'INFORM'] as const;
export type CommitmentRole = (typeof COMMITMENT_ROLES)[number];

export const AMENDMENT_OPS = ['END', 'REPLACE', 'ADD'] as const;
export type AmendmentOp = (typeof AMENDMENT_OPS)[number];

/** What is doubtful about a text that was split into clauses. */
export const CLAUSE_TEXT_WARNINGS = [
  'no-clause',
  'another-text',
  'number-missing',
  'number-again',
  'number-in-sentence',
  'list-nested',
  'letter-for-digit',
] as const;
export type ClauseTextWarning = (typeof CLAUSE_TEXT_WARNINGS)[number];
