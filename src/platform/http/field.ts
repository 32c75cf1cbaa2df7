import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateBy, ValidateIf } from 'class-validator';

export const MANY_AT_MOST = 1000;

/** One decorator per field gives the check, the words of its refusal, and its place in openapi.json. */
export interface FieldOptions {
  /** May be absent or null. */
  optional?: boolean;
  /** May be absent (keeps what is there), never null. */
  kept?: boolean;
  /** In an answer: always there, sometimes null. */
  nullable?: boolean;
  /** A list of such values. */
  many?: boolean;
  /** How long the list may be (default 1,000). */
  atMost?: number;
  /** Comes from the address, so numbers and lists arrive as text. */
  query?: boolean;
  about?: string;
  example?: unknown;
}

/** `code {"fact":1}`: how a validator hands its refusal to the pipe. */
export function words(name: string, facts: Record<string, string | number> = {}): string {
  return `${name} ${JSON.stringify(facts)}`;
}

export function check(
  name: string,
  test: (value: unknown) => boolean,
  facts?: Record<string, string | number>,
  each = false,
): PropertyDecorator {
  return ValidateBy({ name, validator: { validate: test } }, { message: words(name, facts), each });
}

export function field(
  options: FieldOptions,
  schema: ApiPropertyOptions,
  checks: PropertyDecorator[],
): PropertyDecorator {
  const { optional = false, kept = false, nullable = false, many = false, about, example } = options;
  const { atMost = MANY_AT_MOST } = options;
  const list = many
    ? [IsArray({ message: words('not-a-list') }), ArrayMaxSize(atMost, { message: words('too-many', { max: atMost }) })]
    : [];
  const splits = many && options.query ? [Transform(({ value }: { value: unknown }) => asList(value))] : [];
  const shape = {
    ...schema,
    ...(many ? { isArray: true } : {}),
    required: !optional && !kept,
    ...(optional || nullable ? { nullable: !options.query } : {}),
    ...(about === undefined ? {} : { description: about }),
    ...(example === undefined ? {} : { example }),
  } as ApiPropertyOptions;
  const presence = optional
    ? ValidateIf((_, value: unknown) => value !== undefined && value !== null)
    : kept
      ? ValidateIf((_, value: unknown) => value !== undefined)
      : check('required', (value) => value !== undefined && (nullable || value !== null));
  return applyDecorators(ApiProperty(shape), ...splits, presence, ...list, ...checks);
}

function asList(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const items = value.split(',').filter((item) => item !== '');
  return items.length > 0 ? items : undefined;
}
