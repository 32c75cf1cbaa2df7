import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** OpenAPI 3.1 says "or null" with a type list or anyOf; the generator still says `nullable`. */
function withoutNullable(node: Json): Json {
  if (Array.isArray(node)) return node.map(withoutNullable);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = node;
  const clean = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withoutNullable(value)]));
  if (nullable !== true) return clean;
  if (typeof clean.type === 'string') return { ...clean, type: [clean.type, 'null'] };
  const { description, ...schema } = clean;
  return { ...(description === undefined ? {} : { description }), anyOf: [schema, { type: 'null' }] };
}

/** Names of the schemas that a part of the document uses, directly or through others. */
function schemasIn(part: unknown, schemas: Record<string, unknown>, found = new Set<string>()): Set<string> {
  for (const [, name = ''] of JSON.stringify(part ?? null).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    if (found.has(name)) continue;
    found.add(name);
    schemasIn(schemas[name], schemas, found);
  }
  return found;
}

const LIMITS = new Set(['minLength', 'maxLength', 'minItems', 'maxItems']);

/** Fields are documented by what may come in; of what goes out no length is promised. */
function withoutLimits(node: Json): Json {
  if (Array.isArray(node)) return node.map(withoutLimits);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key, value]) => !(LIMITS.has(key) && typeof value === 'number'));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutLimits(value)]));
}

function withLimitsInOnly(document: OpenAPIObject): OpenAPIObject {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Json>;
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path) as object[]);
  const incoming = operations.map((one) => ({ ...one, responses: null }));
  const asked = schemasIn(incoming, schemas);
  for (const [name, schema] of Object.entries(schemas)) if (!asked.has(name)) schemas[name] = withoutLimits(schema);
  return document;
}

const text = { type: 'string' } as const;
const IF_MATCH = {
  name: 'If-Match',
  in: 'header' as const,
  description: 'ETag of the record as it was read',
  schema: text,
};
const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  description: '8 to 200 printable characters; a repeat with the same key answers as the first time and does nothing',
  schema: text,
};

/** The headers that every change understands, said once here instead of on each route. */
function withHeaders(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const [verb, required] of [
      ['patch', true],
      ['post', false],
      ['delete', false],
    ] as const) {
      const operation = path[verb];
      if (!operation?.security) continue;
      const headers = verb === 'post' ? [{ ...IF_MATCH, required }, IDEMPOTENCY_KEY] : [{ ...IF_MATCH, required }];
      operation.parameters = [...(operation.parameters ?? []), ...headers];
    }
  }
  return document;
}

/** The API document, made from the routes themselves. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Sổ phối hợp')
    .setDescription(
      'Register of cooperation agreements between public bodies. Sign in with POST /api/v1/sessions, then send the token as Bearer.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'session')
    .build();
  const made = SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return withoutNullable(
    JSON.parse(JSON.stringify(withLimitsInOnly(withHeaders(made)))) as Json,
  ) as unknown as OpenAPIObject;
}
