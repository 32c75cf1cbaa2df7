import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Fuzzing } from '../fuzz/fuzzing.js';
import { openWorld, type World } from '../support/world.js';

const SHORT = { seed: 20_260_702, requests: 1500, seconds: 240 };

let world: World;
let fuzzing: Fuzzing;

beforeAll(async () => {
  world = await openWorld();
  fuzzing = await Fuzzing.open(world);
}, 120_000);
afterAll(() => world.close());

/** The long run, and how to play a finding again: npm run fuzz -- --help. */
it('1,500 requests, proper and improper, meet no fault, no leak and no broken promise', async () => {
  await fuzzing.run(SHORT);
  expect(
    [...fuzzing.summary.kinds()].map(([kind, [first]]) => ({ kind, first: JSON.stringify(first).slice(0, 900) })),
  ).toEqual([]);
  expect(fuzzing.summary.requests).toBeGreaterThan(1000);
}, 300_000);
