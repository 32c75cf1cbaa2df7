import fc from 'fast-check';

/** Chance for one request, the same again for the same seed. */
export interface Dice {
  of: <T>(values: fc.Arbitrary<T>) => T;
  pick: <T>(list: readonly T[]) => T;
  /** From `min` to `max`, both included. */
  int: (min: number, max: number) => number;
  /** True in `percent` of cases. */
  chance: (percent: number) => boolean;
}

export function throwDice(seed: number): Dice {
  const [draw] = fc.sample(fc.gen(), { seed, numRuns: 1 });
  const of = <T>(values: fc.Arbitrary<T>): T => draw!(() => values);
  const int = (min: number, max: number): number => of(fc.noBias(fc.integer({ min, max })));
  return { of, int, pick: (list) => list[int(0, list.length - 1)]!, chance: (percent) => int(1, 100) <= percent };
}
