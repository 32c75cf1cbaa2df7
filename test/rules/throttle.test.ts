import { describe, expect, it } from '@jest/globals';
import { LIMITS, afterAttempt, beginsHold, waitMs, type Count, type Limit } from '../../src/access/throttle.rules.js';

const NONE: Count = { failures: 0, lastAt: 0, heldUntil: 0 };
const START = Date.parse('2026-07-02T05:00:00Z');

/** Attempts as fast as they are let, until `times` have been made. */
function fail(limit: Limit, times: number): { count: Count; now: number; waits: number[] } {
  let count = NONE;
  let now = START;
  const waits: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const wait = waitMs(limit, count, now);
    waits.push(wait / 1000);
    now += wait;
    count = afterAttempt(limit, count, now);
  }
  return { count, now, waits };
}

describe('attempts from one address at one login', () => {
  it('are free five times, then each waits twice as long, a quarter of an hour at most', () => {
    expect(fail(LIMITS.pair, 17).waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  it('are forgotten after a day of quiet, not a millisecond sooner', () => {
    const { count, now } = fail(LIMITS.pair, 12);
    const day = 24 * 3600 * 1000;
    expect(afterAttempt(LIMITS.pair, count, now + day).failures).toBe(13);
    expect(afterAttempt(LIMITS.pair, count, now + day + 1).failures).toBe(1);
  });

  it('hold exactly as long as said', () => {
    const { count, now } = fail(LIMITS.pair, 6);
    expect(waitMs(LIMITS.pair, count, now + 1999)).toBe(1);
    expect(waitMs(LIMITS.pair, count, now + 2000)).toBe(0);
  });
});

describe('attempts at one login from everywhere', () => {
  it('meet a gate after a hundred: never shut for more than 45 seconds, open to all for the rest of the minute', () => {
    const at = (failures: number, second: number): number =>
      waitMs(LIMITS.account, { failures, lastAt: START, heldUntil: 0 }, START + second * 1000) / 1000;
    expect([at(99, 0), at(100, 0), at(100_000, 0), at(100_000, 44), at(100_000, 45), at(100_000, 59)]).toEqual([
      0, 45, 45, 1, 0, 0,
    ]);
  });
});

it('a known browser never waits longer than a minute', () => {
  expect(Math.max(...fail(LIMITS.device, 200).waits)).toBe(60);
});

it('the beginning of a hold is told once', () => {
  const begun = Array.from({ length: 12 }, (_, i) => beginsHold(LIMITS.pair, { ...NONE, failures: i + 1 }));
  expect(begun.filter(Boolean)).toHaveLength(1);
  expect(begun[4]).toBe(true);
});
