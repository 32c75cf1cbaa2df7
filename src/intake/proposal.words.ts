/** What a proposal would enter; the database's domain holds the same list (test/fences/words). */
export const PROPOSAL_PARTS = [
  'KIND',
  'TITLE',
  'NUMBER',
  'SIGNED_ON',
  'PLACE',
  'TERM',
  'IN_FORCE',
  'LINK',
  'PARTY',
  'LEGAL_BASIS',
  'CLAUSE',
  'COMMITMENT',
  'REVIEW',
] as const;
export type ProposalPart = (typeof PROPOSAL_PARTS)[number];

export const PROPOSAL_STATES = ['PROPOSED', 'ACCEPTED', 'EDITED', 'REJECTED'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const CONFIDENCES = ['HIGH', 'MEDIUM', 'LOW'] as const;
