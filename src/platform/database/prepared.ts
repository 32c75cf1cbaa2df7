import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { withConnection } from './scope.js';

const names = new Map<string, string>();

/** The same text gets the same name, at most 63 bytes as PostgreSQL keeps. */
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 40);
  names.set(sql, name);
  return name;
}

/** A read that is planned once a connection: for texts of which there are few and that are asked often. */
export async function prepared<T extends object>(db: DataSource, sql: string, values: unknown[]): Promise<T[]> {
  return withConnection(db, async (client) => {
    const { rows } = await client.query<T>({ name: nameOf(sql), text: sql, values });
    return rows;
  });
}
