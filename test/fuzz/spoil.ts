import type { Dice } from './dice.js';
import { hostileText, hostileValue } from './hostile.js';

type Place = [owner: Record<string, unknown> | unknown[], key: string];

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((key) => [[owner, key] as Place, ...placesIn(owner[key])]);
}

const STRANGE_KEYS = [
  '__proto__',
  'constructor',
  'id',
  'version',
  'state',
  'createdBy',
  '',
  'a.b',
  '$where',
  'x'.repeat(300),
];

function set(owner: object, key: string, value: unknown): void {
  Object.defineProperty(owner, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Changes one place of a valid value: gone, doubled, unknown, of the wrong sort, hostile. */
export function spoil(value: unknown, dice: Dice): unknown {
  const copy = structuredClone(value);
  const places = placesIn(copy);
  if (typeof copy !== 'object' || copy === null || places.length === 0) return hostileValue(dice);
  const [owner, key] = dice.pick(places);
  const at = owner as Record<string, unknown>;
  switch (dice.int(1, 7)) {
    case 1:
      if (!Array.isArray(owner)) Reflect.deleteProperty(owner, key);
      break;
    case 2:
      if (!Array.isArray(owner)) set(owner, dice.pick([...STRANGE_KEYS, hostileText(dice)]), hostileValue(dice));
      break;
    case 3:
      at[key] = [at[key], at[key]];
      break;
    case 4:
      if (Array.isArray(owner)) owner.push(...Array.from({ length: dice.pick([1, 50, 1001]) }, () => at[key]));
      else at[key] = { [key]: at[key] };
      break;
    case 5:
      at[key] = typeof at[key] === 'string' ? `${at[key]}${hostileText(dice)}` : hostileText(dice);
      break;
    default:
      at[key] = hostileValue(dice);
  }
  return copy;
}
