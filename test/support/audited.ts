import type { DataSource } from 'typeorm';

interface Asked {
  method: string;
  path: string;
  headers: Record<string, string>;
}

interface Answered {
  statusCode: number;
  headers: Record<string, unknown>;
}

/** Routes that answer a writing verb and write nothing, each with its reason. */
const WRITES_NOTHING: readonly [string, RegExp, string][] = [
  ['POST', /-previews?$|\/previews?$/, 'tells what would happen and takes it back'],
  ['POST', /\/clause-proposals$/, 'splits a text and saves nothing'],
  ['DELETE', /\/tokens\/[^/]+$/, 'leaves a token that was revoked before as it is'],
  ['DELETE', /^\/sessions$/, 'ends nothing when there is no other session'],
];

/** What no entry may hold: a password, a token, a secret; the confirmation that there is none is meant to stand. */
const SECRET = /password|token|secret/i;
const MAY_STAND = new Set(['noSecretConfirmed', 'noSecretConfirmedBy', 'noSecretConfirmedAt']);

function secretsIn(picture: unknown): string[] {
  if (typeof picture !== 'object' || picture === null) return [];
  return Object.entries(picture).flatMap(([name, value]) => [
    ...(!Array.isArray(picture) && SECRET.test(name) && !MAY_STAND.has(name) ? [name] : []),
    ...secretsIn(value),
  ]);
}

export function secretsOf(entries: readonly { before: unknown; after: unknown }[]): string[] {
  return entries.flatMap(({ before, after }) => [...secretsIn(before), ...secretsIn(after)]);
}

/** Makes every story prove that each write, download and export leaves its entry in the audit trail, without a secret. */
export function auditor(): (db: DataSource, asked: Asked, answered: Answered) => Promise<void> {
  return async (db, { method, path, headers }, { statusCode, headers: sent }) => {
    const key = headers['idempotency-key'];
    if (statusCode >= 300) return;
    const download = sent['content-disposition'] !== undefined;
    if (['GET', 'HEAD', 'OPTIONS'].includes(method) && !download) return;
    const address = path.replace(/^\/api\/v1/, '').replace(/\?.*$/, '');
    if (WRITES_NOTHING.some(([verb, route]) => verb === method && route.test(address))) return;
    const entries = await db.query<{ before: unknown; after: unknown }[]>(
      `select before, after from audit_entry where request_id = $1`,
      [sent['x-request-id']],
    );
    // A repeat answers as the first time and writes nothing; of two at once nobody knows which was first.
    if (entries.length === 0 && key === undefined) throw new Error(`${method} ${path} left no audit entry`);
    const secrets = secretsOf(entries);
    if (secrets.length > 0)
      throw new Error(`${method} ${path} left a secret in the audit trail: ${secrets.join(', ')}`);
  };
}
