import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What of JSON Schema openapi.json uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  format?: string;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  additionalProperties?: boolean;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

export interface Operation {
  /** `POST /api/v1/agreements/{id}/activation` */
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  /** Open to anybody, signed in or not. */
  open: boolean;
  body: { type: string; schema: Schema } | null;
  /** By status; `4XX` for refusals. */
  answers: Record<string, { type: string; schema: Schema } | null>;
}

interface Content {
  content?: Record<string, { schema: Schema }>;
}

interface Described {
  parameters?: Parameter[];
  requestBody?: Content;
  responses: Record<string, Content>;
  'x-right': string;
}

export interface Contract {
  operations: Operation[];
  schemas: Record<string, Schema>;
}

function contentOf(content: Content | undefined): { type: string; schema: Schema } | null {
  const [found] = Object.entries(content?.content ?? {});
  return found ? { type: found[0], schema: found[1].schema } : null;
}

/** The committed openapi.json of the clone, which test/fences holds to what the routes say. */
export function readContract(root: string): Contract {
  const document = JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, Described>>;
    components: { schemas: Record<string, Schema> };
  };
  const operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, described]) => ({
      name: `${verb.toUpperCase()} ${path}`,
      method: verb.toUpperCase(),
      path,
      parameters: described.parameters ?? [],
      open: described['x-right'] === 'everybody',
      body: contentOf(described.requestBody),
      answers: Object.fromEntries(
        Object.entries(described.responses).map(([status, answer]) => [status, contentOf(answer)]),
      ),
    })),
  );
  return { operations, schemas: document.components.schemas };
}

export function nameOf(schema: Schema): string | null {
  return schema.$ref?.replace('#/components/schemas/', '') ?? null;
}

/** The schema behind references, with `allOf` joined into one. */
export function resolved(schema: Schema, schemas: Contract['schemas']): Schema {
  const name = nameOf(schema);
  if (name !== null) return resolved(schemas[name] ?? {}, schemas);
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map((part) => resolved(part, schemas));
  return parts.reduce(
    (whole, part) => ({
      ...whole,
      ...part,
      properties: { ...whole.properties, ...part.properties },
      required: [...(whole.required ?? []), ...(part.required ?? [])],
    }),
    {},
  );
}
