import type { DataSource } from 'typeorm';
import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';

export interface Failure {
  /** The row that failed; null when the step itself did. */
  id: string | null;
  message: string;
}

export interface Result {
  count: number;
  failures: Failure[];
}

/** One duty of the night. `all` and `some` do the same deed; `some` does it to the rows named. */
export interface Step {
  name: string;
  all: (tx: Tx, asOf: CivilDate) => Promise<Result>;
  ids: (tx: Tx, asOf: CivilDate) => Promise<string[]>;
  some: (tx: Tx, asOf: CivilDate, ids: string[]) => Promise<Result>;
}

/** The whole step in one transaction; when that fails, its rows by halves until the bad ones stand alone and the others are done. */
export async function oneBadRowAlone(db: DataSource, step: Step, asOf: CivilDate): Promise<Result> {
  try {
    return await db.transaction((tx) => step.all(tx, asOf));
  } catch (error) {
    const ids = await step.ids(db.manager, asOf);
    if (ids.length === 0) return { count: 0, failures: [{ id: null, message: messageOf(error) }] };
    return byHalves(db, step, asOf, ids);
  }
}

async function byHalves(db: DataSource, step: Step, asOf: CivilDate, ids: string[]): Promise<Result> {
  try {
    return await db.transaction((tx) => step.some(tx, asOf, ids));
  } catch (error) {
    const [id = null] = ids;
    if (ids.length <= 1) return { count: 0, failures: [{ id, message: messageOf(error) }] };
    const half = Math.ceil(ids.length / 2);
    const first = await byHalves(db, step, asOf, ids.slice(0, half));
    const second = await byHalves(db, step, asOf, ids.slice(half));
    return { count: first.count + second.count, failures: [...first.failures, ...second.failures] };
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
