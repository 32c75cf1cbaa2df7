/** The fixed vocabularies of reports; the database's domains hold the same lists (test/fences/words). */
export const OCCURRENCE_STATES = ['due', 'filed', 'returned', 'accepted', 'suspended', 'waived'] as const;
export type OccurrenceState = (typeof OCCURRENCE_STATES)[number];

export const SUBMISSION_STATES = ['draft', 'submitted', 'returned', 'accepted'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

export const CHANNELS = ['ELECTRONIC', 'PAPER'] as const;
export type Channel = (typeof CHANNELS)[number];

export const SUSPENSION_REASONS = ['AWAITING_SUCCESSOR', 'AGREEMENT_PAUSED'] as const;
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number];

/** How an occurrence stands on a day; computed, never typed in (domain §10.2). */
export const STANDINGS = [
  'overdue',
  'due_today',
  'due_soon',
  'in_term',
  'not_started',
  'returned',
  'done_on_time',
  'done_late',
  'suspended',
  'waived',
] as const;
export type Standing = (typeof STANDINGS)[number];
