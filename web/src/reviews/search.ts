import type { FollowUpFilter, ReviewFilter } from './review.queries.js';

export const REVIEW_KINDS = ['INTERIM_REVIEW', 'FINAL_REVIEW', 'MEETING', 'INSPECTION'] as const;

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

export const FOLLOW_UP_STANDINGS = [
  'overdue',
  'due_today',
  'due_soon',
  'upcoming',
  'done_on_time',
  'done_late',
  'cancelled',
] as const;

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Raw = Record<string, string | string[] | undefined>;

/** The words in the address of the page of reviews, those that are understood. */
export interface Found {
  tab: 'so-ket' | 'viec';
  kind: (typeof REVIEW_KINDS)[number] | null;
  reviewStanding: (typeof REVIEW_STANDINGS)[number][];
  followUpStanding: (typeof FOLLOW_UP_STANDINGS)[number][];
  bodyId: string | null;
  agreementId: string | null;
  from: string | null;
  to: string | null;
}

export function readSearch(raw: Raw): Found {
  const one = (name: string, form: RegExp): string | null => {
    const value = raw[name];
    return typeof value === 'string' && form.test(value) ? value : null;
  };
  const standings = [raw['standing'] ?? []].flat();
  return {
    tab: raw['muc'] === 'viec' ? 'viec' : 'so-ket',
    kind: REVIEW_KINDS.find((kind) => kind === raw['kind']) ?? null,
    reviewStanding: REVIEW_STANDINGS.filter((standing) => standings.includes(standing)),
    followUpStanding: FOLLOW_UP_STANDINGS.filter((standing) => standings.includes(standing)),
    bodyId: one('bodyId', ID),
    agreementId: one('agreementId', ID),
    from: one('from', DAY),
    to: one('to', DAY),
  };
}

const span = ({ from, to }: Found): { from?: string; to?: string } => ({
  ...(from === null ? {} : { from }),
  ...(to === null ? {} : { to }),
});

export function reviewFilter(found: Found): ReviewFilter {
  const { agreementId, bodyId, kind, reviewStanding } = found;
  return {
    ...(agreementId === null ? {} : { agreementId }),
    ...(bodyId === null ? {} : { bodyId }),
    ...(kind === null ? {} : { kind }),
    ...(reviewStanding.length === 0 ? {} : { standing: reviewStanding }),
    ...span(found),
  };
}

export function followUpFilter(found: Found): FollowUpFilter {
  const { agreementId, bodyId, followUpStanding } = found;
  return {
    ...(agreementId === null ? {} : { agreementId }),
    ...(bodyId === null ? {} : { ownerId: bodyId }),
    ...(followUpStanding.length === 0 ? {} : { standing: followUpStanding }),
    ...span(found),
  };
}
