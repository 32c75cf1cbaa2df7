import fc from 'fast-check';
import { resolved, type Contract, type Schema } from './contract.js';
import type { Dice } from './dice.js';
import { kindOfField } from './kinds.js';
import type { Pool } from './pool.js';

export interface Making {
  dice: Dice;
  pool: Pool;
  schemas: Contract['schemas'];
  /** The row in the address: what the body names is mostly of the same agreement. */
  beside?: string;
}

const NOBODY = '00000000-0000-7000-8000-000000000000';
const TEXTS = [
  'Ban Tuyên giáo và Dân vận',
  'Báo cáo kết quả phối hợp',
  'Điều 7',
  'Đồng chí Nguyễn Văn A',
  'số 12-QC/QU',
  'x',
];
const EPOCH_2026 = Date.parse('2026-01-01T00:00:00Z');
const DAY = 86_400_000;

function civilDate(dice: Dice): string {
  if (dice.chance(4)) return dice.pick(['0001-01-01', '9999-12-31', '1900-02-28', '2028-02-29', '2100-12-31']);
  const days = dice.chance(70) ? dice.int(-250, 330) : dice.int(-2000, 2000);
  return new Date(EPOCH_2026 + days * DAY).toISOString().slice(0, 10);
}

function text(schema: Schema, dice: Dice): string {
  const max = schema.maxLength ?? 60;
  if (dice.chance(3)) return 'ệ'.repeat(Math.min(max, 5000));
  const words = dice.chance(80) ? dice.pick(TEXTS) : dice.of(fc.string({ unit: 'grapheme', maxLength: 40 }));
  return `${words} ${dice.int(1, 9999)}`.slice(0, max).padEnd(schema.minLength ?? 0, 'x');
}

function number(schema: Schema, dice: Dice): number {
  const { minimum = 0, maximum = 100 } = schema;
  if (dice.chance(10)) return dice.pick([minimum, maximum]);
  return dice.int(Math.ceil(minimum), Math.floor(Math.min(maximum, Math.max(minimum, 0) + 12)));
}

/** An id that exists, if any of its kind does; now and then one that does not. */
export function idFor(kind: string, making: Making): string {
  const { dice, pool, beside } = making;
  if (dice.chance(3)) return NOBODY;
  return pool.pick(dice, kind, beside) ?? NOBODY;
}

function group(schema: Schema, making: Making): Record<string, unknown> {
  const { dice } = making;
  const often = dice.pick([2, 2, 15, 60]);
  const kept = Object.entries(schema.properties ?? {}).filter(
    ([field]) => schema.required?.includes(field) === true || dice.chance(often),
  );
  return Object.fromEntries(kept.map(([field, inner]) => [field, validValue(inner, making, field)]));
}

function identity(item: unknown): unknown {
  const { bodyId, clauseId } = (item ?? {}) as { bodyId?: unknown; clauseId?: unknown };
  return bodyId ?? clauseId ?? item;
}

function list(schema: Schema, making: Making, field: string): unknown[] {
  const { dice } = making;
  const least = schema.minItems ?? 0;
  const most = Math.min(schema.maxItems ?? 4, least + 4);
  const items = Array.from({ length: dice.int(Math.min(least + 2, most), most) }, () =>
    validValue(schema.items ?? {}, making, field),
  );
  // Most rules want no name twice.
  return dice.chance(95) ? [...new Map(items.map((item) => [identity(item), item])).values()] : items;
}

/** A value the contract allows; what the rules say of it is another matter. */
export function validValue(given: Schema, making: Making, field = ''): unknown {
  const { dice, schemas } = making;
  const schema = resolved(given, schemas);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return validValue(dice.pick(choices), making, field);
  if (schema.enum) return dice.pick(schema.enum);
  const types = [schema.type ?? 'string'].flat();
  const type = types.includes('null') && dice.chance(25) ? 'null' : types[0];
  switch (type) {
    case 'null':
      return null;
    case 'object':
      return group(schema, making);
    case 'array':
      return list(schema, making, field);
    case 'boolean':
      // Confirmations count only when given.
      return dice.chance(90);
    case 'integer':
    case 'number':
      return number(schema, dice);
    case undefined:
    default:
      if (schema.format === 'uuid') return idFor(kindOfField(field), making);
      return schema.format === 'date' ? civilDate(dice) : text(schema, dice);
  }
}
