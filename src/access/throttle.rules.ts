/** Attempts under one key; instants in milliseconds. */
export interface Count {
  failures: number;
  lastAt: number;
  heldUntil: number;
}

export interface Limit {
  /** So many attempts cost nothing. */
  free: number;
  longestMs: number;
  /** After so long without an attempt everything is forgotten. */
  forgetMs: number;
  /** Never longer shut than this, then open to everybody for the rest of the minute: nobody can be kept out. */
  gateMs?: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What is counted: a login from an address, an address, a login, a browser that is known, a member who is signed in. */
export const LIMITS = {
  pair: { free: 5, longestMs: 15 * MINUTE, forgetMs: 24 * HOUR },
  address: { free: 30, longestMs: 5 * MINUTE, forgetMs: HOUR },
  account: { free: 100, longestMs: 0, forgetMs: HOUR, gateMs: 45 * SECOND },
  device: { free: 5, longestMs: MINUTE, forgetMs: HOUR },
  member: { free: 5, longestMs: MINUTE, forgetMs: HOUR },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

function isForgotten({ forgetMs }: Limit, { lastAt }: Count, now: number): boolean {
  return now - lastAt > forgetMs;
}

/** How long this attempt has to wait; 0 when it may be made. */
export function waitMs(limit: Limit, count: Count, now: number): number {
  if (isForgotten(limit, count, now)) return 0;
  if (limit.gateMs === undefined) return Math.max(0, Math.min(limit.longestMs, count.heldUntil - now));
  return count.failures < limit.free ? 0 : Math.max(0, limit.gateMs - (now % MINUTE));
}

/** The count once an attempt has been made and until it proves right: each further one waits twice as long. */
export function afterAttempt(limit: Limit, count: Count, now: number): Count {
  const failures = (isForgotten(limit, count, now) ? 0 : count.failures) + 1;
  const hold = failures < limit.free ? 0 : Math.min(limit.longestMs, SECOND * 2 ** Math.min(failures - limit.free, 30));
  return { failures, lastAt: now, heldUntil: hold === 0 ? 0 : now + hold };
}

/** Whether this attempt is the one with which holding back begins. */
export function beginsHold({ free }: Limit, { failures }: Count): boolean {
  return failures === free;
}
