import { QueryFailedError, type EntityTarget, type ObjectLiteral, type QueryDeepPartialEntity } from 'typeorm';
import { snake } from './naming.js';
import type { Tx } from './work.js';

/** SQLSTATE: something else refers to the row. */
export const FOREIGN_KEY = '23503';

/** Inserts one row and returns its identifier. */
export async function insertOne<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<T>,
  row: QueryDeepPartialEntity<T>,
): Promise<string> {
  const result = await tx.insert(entity, row);
  return (result.identifiers[0] as { id: string }).id;
}

/** An identifier for a row that is to be inserted unseen. */
export async function newId(tx: Tx): Promise<string> {
  const [{ id }] = await tx.query<[{ id: string }]>('select uuid_v7() as id');
  return id;
}

/** Inserts rows that cannot be read back yet: nothing that would bring them into scope is written before them. */
export async function insertUnseen<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<T>,
  rows: QueryDeepPartialEntity<T> | QueryDeepPartialEntity<T>[],
): Promise<void> {
  await tx.createQueryBuilder().insert().into(entity).values(rows).updateEntity(false).execute();
}

/** What a change names: the fields that were sent, null included. */
export function given<T extends object>(input: T): Partial<T> {
  const entries: [string, unknown][] = Object.entries(input);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** A row under the names that its columns have in PostgreSQL. */
export function byColumn(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]));
}

/** Whether PostgreSQL refused a write over this constraint (its name) or this kind of fault (SQLSTATE). */
export function violates(error: unknown, rule: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { constraint, code } = error.driverError as { constraint?: string; code?: string };
  return constraint === rule || code === rule;
}
