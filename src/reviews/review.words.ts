/** The fixed vocabularies of reviews; the database's domains hold the same lists (test/fences/words). */
export const REVIEW_KINDS = ['INTERIM_REVIEW', 'FINAL_REVIEW', 'MEETING', 'INSPECTION'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export const COUNTED_FROM = ['ANCHOR', 'LAST_HELD'] as const;
export type CountedFrom = (typeof COUNTED_FROM)[number];

export const REVIEW_STATES = ['due', 'planned', 'held', 'concluded', 'suspended', 'cancelled'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const DECISIONS = ['CONTINUE', 'EXTEND', 'AMEND', 'END', 'REPLACE'] as const;
export type Decision = (typeof DECISIONS)[number];

export const FOLLOW_UP_STATES = ['open', 'done', 'cancelled'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

/** How a review stands on a day; computed, never typed in. A planned one that is late is overdue. */
export const REVIEW_STANDINGS = [
  'overdue',
  'due_today',
  'due_soon',
  'upcoming',
  'planned',
  'held',
  'concluded',
  'suspended',
  'cancelled',
] as const;
export type ReviewStanding = (typeof REVIEW_STANDINGS)[number];

/** How a follow-up stands on a day. */
export const FOLLOW_UP_STANDINGS = [
  'overdue',
  'due_today',
  'due_soon',
  'upcoming',
  'done_on_time',
  'done_late',
  'cancelled',
] as const;
export type FollowUpStanding = (typeof FOLLOW_UP_STANDINGS)[number];
