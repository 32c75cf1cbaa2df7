import { addDays, type CivilDate } from '../core/civil-date.js';
import type { Refusal } from '../core/refusal.js';
import { refuseToken } from './token.refusals.js';

/** The scope that stands for every right to read, those to come included. */
export const ALL_READING = '*.read';
export const TOKENS_AT_MOST = 50;
const DAYS_AT_MOST = 366;

/** Rights that would make new ways in: with them a stolen token outlives its revocation. */
const WAYS_IN = new Set(['members.keep', 'seats.keep', 'webhooks.keep']);

function isForPeople(right: string): boolean {
  return right.endsWith('.own') || WAYS_IN.has(right);
}

/** A token is given rights that exist and that are not for people alone. */
export function checkScopes(scopes: readonly string[], rights: ReadonlySet<string>): Refusal | null {
  if (scopes.length === 0) return refuseToken('scope-missing', {}, '/scopes');
  for (const [place, right] of scopes.entries()) {
    if (right === ALL_READING) continue;
    if (!rights.has(right)) return refuseToken('scope-unknown', { right }, `/scopes/${place}`);
    if (isForPeople(right)) return refuseToken('scope-for-people', { right }, `/scopes/${place}`);
  }
  return null;
}

/** Every token ends, at the latest after a year: both days inclusive. */
export function checkExpiry(expiresOn: CivilDate, today: CivilDate): Refusal | null {
  const to = addDays(today, DAYS_AT_MOST);
  if (expiresOn >= today && expiresOn <= to) return null;
  return refuseToken('expiry-out-of-range', { from: today, to }, '/expiresOn');
}

/** What the token was given; that its owner has the right too is asked besides. */
export function scopesCover(scopes: readonly string[], right: string): boolean {
  if (isForPeople(right)) return false;
  return scopes.includes(right) || (right.endsWith('.read') && scopes.includes(ALL_READING));
}
