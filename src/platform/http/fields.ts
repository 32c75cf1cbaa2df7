import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { ArrayMinSize, IsObject, ValidateNested } from 'class-validator';
import { isCivilDate } from '../../core/civil-date.js';
import { hasSecrecyMark } from '../../core/secrecy-mark.js';
import { MANY_AT_MOST, check, field, words, type FieldOptions } from './field.js';

export interface TextOptions extends FieldOptions {
  min?: number;
  max?: number;
  /** As it was sent, breaks of every kind included: what is only read keeps its offsets. */
  verbatim?: boolean;
}

interface NumberOptions extends FieldOptions {
  min?: number;
  max?: number;
}

const SECRET_MAX = 200;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Control characters, and those that turn the direction of what follows. */
const CONTROL = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
/** Seen as nothing. */
const INVISIBLE = /[\p{Cf}\s]/gu;

function isUnmarked(value: unknown): boolean {
  return typeof value !== 'string' || !hasSecrecyMark(value);
}

/** Line and page breaks of a word processor, in a text that is only read. */
const BREAKS = /[\v\f\x85]/g;

/** Text, trimmed and in NFC unless `verbatim`; `max` in UTF-16 units (default 500). */
export function Text(options: TextOptions = {}): PropertyDecorator {
  const { min = 1, max = 500, many = false, verbatim = false } = options;
  const clean = (value: unknown): unknown =>
    typeof value === 'string' && !verbatim ? value.normalize('NFC').trim() : value;
  const readable = (value: string): string => (verbatim ? value.replace(BREAKS, '') : value);
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(clean) : clean(value))),
    field(options, { type: 'string', minLength: min, maxLength: max }, [
      check('not-text', (value) => typeof value === 'string', {}, many),
      check(
        'bad-characters',
        (value) => typeof value !== 'string' || (value.isWellFormed() && !CONTROL.test(readable(value))),
        {},
        many,
      ),
      check(
        'too-short',
        (value) =>
          typeof value !== 'string' || (value.replace(INVISIBLE, '').length >= Math.min(min, 1) && value.length >= min),
        { min },
        many,
      ),
      check('too-long', (value) => typeof value !== 'string' || value.length <= max, { max }, many),
      // What is only searched for is not kept.
      ...(options.query ? [] : [check('secrecy-mark', isUnmarked, {}, many)]),
    ]),
  );
}

/** A password as it was typed, 1 to 200 UTF-16 units: neither trimmed nor cleaned. */
export function Secret(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', format: 'password', minLength: 1, maxLength: SECRET_MAX }, [
    check('not-text', (value) => typeof value === 'string'),
    check('bad-characters', (value) => typeof value !== 'string' || value.isWellFormed()),
    check('too-short', (value) => typeof value !== 'string' || value.length > 0, { min: 1 }),
    check('too-long', (value) => typeof value !== 'string' || value.length <= SECRET_MAX, { max: SECRET_MAX }),
  ]);
}

/** Text of a clause or a report: up to 100,000 UTF-16 units. */
export function LongText(options: FieldOptions & { min?: number } = {}): PropertyDecorator {
  return Text({ ...options, max: 100_000 });
}

/** Civil date `YYYY-MM-DD` that exists. */
export function Civil(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', format: 'date', example: '2026-07-02' }, [
    check('not-a-date', (value) => typeof value === 'string' && isCivilDate(value), {}, options.many),
  ]);
}

/** Instant, ISO 8601 with zone; only in answers. */
export function Instant(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: 'string', format: 'date-time' }, []);
}

/** Identifier (UUID). */
export function Id(options: FieldOptions = {}): PropertyDecorator {
  const lower = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
  return applyDecorators(
    field(options, { type: 'string', format: 'uuid' }, [
      check('not-an-id', (value) => typeof value === 'string' && UUID.test(value), {}, options.many),
    ]),
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(lower) : lower(value))),
  );
}

export function isId(value: string): boolean {
  return UUID.test(value);
}

/** One of a fixed set of words; the set gets its own name in openapi.json. */
export function OneOf(values: readonly string[], name: string, options: FieldOptions = {}): PropertyDecorator {
  return field(options, { enum: [...values], enumName: name }, [
    check(
      'not-one-of',
      (value) => typeof value === 'string' && values.includes(value),
      { values: values.join(', ') },
      options.many,
    ),
  ]);
}

export function Bool(options: FieldOptions = {}): PropertyDecorator {
  const reads = Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  );
  return applyDecorators(
    ...(options.query ? [reads] : []),
    field(options, { type: 'boolean' }, [check('not-yes-or-no', (value) => typeof value === 'boolean')]),
  );
}

function numeric(options: NumberOptions, type: 'integer' | 'number', limit: number): PropertyDecorator {
  const { min = -limit, max = limit } = options;
  const name = type === 'integer' ? 'not-an-integer' : 'not-a-number';
  const reads = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && value.trim() !== '' ? Number(value) : value,
  );
  const fits = (value: unknown): boolean =>
    typeof value === 'number' &&
    Number.isFinite(value) &&
    value >= min &&
    value <= max &&
    (type === 'number' || Number.isInteger(value));
  return applyDecorators(
    ...(options.query ? [reads] : []),
    field(options, { type, minimum: min, maximum: max }, [check(name, fits, { min, max }, options.many)]),
  );
}

export function Int(options: NumberOptions = {}): PropertyDecorator {
  return numeric(options, 'integer', 2_147_483_647);
}

export function Decimal(options: NumberOptions = {}): PropertyDecorator {
  return numeric(options, 'number', 1e12);
}

/** A whole number, or one word that stands for it. */
export function IntOr(word: string, options: NumberOptions & { min: number; max: number }): PropertyDecorator {
  const { min, max } = options;
  const fits = (value: unknown): boolean =>
    value === word || (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max);
  const schema = {
    oneOf: [
      { type: 'integer', minimum: min, maximum: max },
      { type: 'string', enum: [word] },
    ],
  };
  return field(options, schema, [check('not-an-integer-or', fits, { min, max, word })]);
}

type Shape = () => new () => object;

/** A group of fields. */
export function One(type: Shape, options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    Type(type),
    field(options, { type: () => type() }, [
      IsObject({ message: words('not-an-object') }),
      ValidateNested({ message: words('not-an-object') }),
    ]),
  );
}

/** A list of groups of fields, `min` to `max` of them (default 0 to 1,000). */
export function Many(type: Shape, options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = 0, max = MANY_AT_MOST } = options;
  return applyDecorators(
    Type(type),
    field({ ...options, many: true, atMost: max }, { type: () => type(), minItems: min, maxItems: max }, [
      ArrayMinSize(min, { message: words('too-few', { min }) }),
      IsObject({ each: true, message: words('not-an-object') }),
      ValidateNested({ each: true, message: words('not-an-object') }),
    ]),
  );
}

/** Free-form data in an answer (derivations, counts, audit): documented, never validated. */
export function Data(options: FieldOptions = {}): PropertyDecorator {
  return field({ ...options, many: false }, { type: 'object', additionalProperties: true }, []);
}
