/** The fixed vocabularies of an agreement; the database's domains hold the same lists (test/fences/words). */
export const AGREEMENT_KINDS = [
  'REGULATION',
  'PROGRAMME',
  'PLAN',
  'JOINT_RESOLUTION',
  'JOINT_CIRCULAR',
  'ACCORD',
  'MEMORANDUM',
  'TWINNING',
  'OTHER',
] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

export const AGREEMENT_STATES = [
  'draft',
  'signed',
  'in_force',
  'expiring',
  'paused',
  'ended',
  'replaced',
  'terminated',
] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export const TERM_KINDS = ['FIXED', 'TERM_OF_OFFICE', 'OPEN', 'UNTIL_REPLACED', 'UNKNOWN'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

export const RENEWALS = ['NONE', 'EXPRESS', 'TACIT'] as const;
export type Renewal = (typeof RENEWALS)[number];

export const OPENNESS = ['PUBLIC', 'INTERNAL'] as const;
export type Openness = (typeof OPENNESS)[number];

export const PARTY_ROLES = ['PARTY', 'STANDING_BODY'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export const SIGNING_AUTHORITIES = ['DIRECT', 'TM', 'KT', 'TL', 'TUQ', 'Q'] as const;
export type SigningAuthority = (typeof SIGNING_AUTHORITIES)[number];

export const LINK_KINDS = ['REPLACES', 'AMENDS', 'UNDER_FRAMEWORK', 'ENCLOSED_BY'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const DOCUMENT_KINDS = ['SIGNED_TEXT', 'CARRIER', 'ANNEX', 'MINUTES', 'OTHER'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
