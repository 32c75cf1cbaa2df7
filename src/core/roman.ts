const ROMANS: readonly [letters: string, value: number][] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** 4 → 'IV', as parts of an agreement are numbered; '' for 0. */
export function romanOfNumber(n: number): string {
  const [letters, value] = ROMANS.find(([, size]) => size <= n) ?? ['', 0];
  return value === 0 ? '' : letters + romanOfNumber(n - value);
}
