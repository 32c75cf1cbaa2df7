import type { Refusal } from '../core/refusal.js';
import { refuseOidc } from './oidc.refusals.js';

export const SIGN_IN_MINUTES = 10;
const HERE = 'http://here.invalid';

/** A page of this register, as its path; null for everything a browser could read as another place (CWE-601). */
export function pageHere(asked: string): string | null {
  if (!asked.startsWith('/') || !URL.canParse(asked, HERE)) return null;
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  // "/.//elsewhere" is here until its dots are resolved.
  return origin !== HERE || pathname.startsWith('//') ? null : pathname + search + hash;
}

export interface Pending {
  state: string;
  /** Instants, ISO 8601. */
  expiresAt: string;
  usedAt: string | null;
}

/** A sign-in ends once, in the browser in which it began, within ten minutes (OAuth 2.0 Security BCP §4.7). */
export function checkPending(pending: Pending | null, state: string | null, now: string): Refusal | null {
  if (pending === null) return refuseOidc('not-begun');
  if (pending.state !== state) return refuseOidc('wrong-state');
  if (pending.usedAt !== null) return refuseOidc('used');
  return pending.expiresAt <= now ? refuseOidc('expired', { minutes: SIGN_IN_MINUTES }) : null;
}

/**
 * Whether the login that a provider names is proof enough for the first link. Never for an administrator, since some
 * providers let people choose that name; never a second subject for one member; both are linked by hand.
 */
export function mayLinkByLogin(member: { keepsMembers: boolean; disabledAt: Date | null }, hasLink: boolean): boolean {
  return !member.keepsMembers && member.disabledAt === null && !hasLink;
}
