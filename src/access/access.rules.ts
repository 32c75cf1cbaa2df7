import type { SeatRole } from './seat.entity.js';

/** A seat held today; `bodyId` null: over the whole register. */
export interface Held {
  role: SeatRole;
  bodyId: string | null;
}

/** What everybody may do who is signed in, also without a seat. */
const EVERYONE = [
  'sessions.own',
  'tokens.own',
  'views.own',
  'desk.read',
  'bodies.read',
  'calendar.read',
  'schemes.read',
];

const READING = [
  ...['agreements.read', 'reports.read', 'reviews.read', 'summary.read', 'history.read'],
  ...['seats.read', 'successions.read'],
];

/** Who does what (domain §10.4, design §6). */
const RIGHTS: Readonly<Record<SeatRole, readonly string[]>> = {
  REGISTRAR: [
    ...READING,
    ...['agreements.register', 'agreements.import', 'agreements.activate', 'agreements.amend', 'agreements.renew'],
    ...['agreements.pause', 'agreements.end', 'bodies.register', 'bodies.reorganise', 'calendar.keep', 'schemes.keep'],
    ...['reports.file', 'reports.file-paper', 'reports.request', 'reviews.plan', 'reviews.hold', 'follow-ups.cancel'],
  ],
  REPORTER: [...READING, 'reports.file', 'extensions.ask', 'follow-ups.complete'],
  REVIEWER: [...READING, 'reports.review', 'reviews.plan', 'reviews.hold'],
  OFFICIAL: [
    ...READING,
    ...['reports.review', 'reports.waive', 'reports.request', 'extensions.decide', 'successions.decide'],
    ...['reviews.plan', 'reviews.hold', 'reviews.decide', 'follow-ups.cancel'],
    ...['agreements.pause', 'agreements.end', 'agreements.renew'],
  ],
  ADMINISTRATOR: [
    ...READING,
    'members.read',
    'members.keep',
    'persons.export',
    'seats.keep',
    'webhooks.keep',
    'sweeps.read',
    'sweeps.run',
    'audit.read',
    'audit.verify',
  ],
};

/** Roots of the subtrees in which the right is held: null when nowhere. Everyone's rights need no root. */
export function rootsOf(held: readonly Held[], right: string): readonly string[] | 'everything' | null {
  const seats = held.filter(({ role }) => RIGHTS[role].includes(right));
  if (seats.length === 0) return EVERYONE.includes(right) ? [] : null;
  return topsOf(seats);
}

/** What is seen: all that any seat covers. */
export function sightOf(held: readonly Held[]): readonly string[] | 'everything' {
  return topsOf(held);
}

export function rightsOf(held: readonly Held[]): readonly string[] {
  return [...new Set([...EVERYONE, ...held.flatMap(({ role }) => RIGHTS[role])])].sort();
}

function topsOf(held: readonly Held[]): readonly string[] | 'everything' {
  const bodies = held.flatMap(({ bodyId }) => bodyId ?? []);
  return bodies.length < held.length ? 'everything' : [...new Set(bodies)].sort();
}
