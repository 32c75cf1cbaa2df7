import type { Tx } from '../database/work.js';
import type { Act } from '../http/act.js';

/** What a record looked like; null when it did not exist. */
type Picture = object | null;

function author({ at, actor, requestId, from, by }: Act): unknown[] {
  return [at, actor.id, actor.name, requestId, from, by];
}

/** Notes who did what in the same transaction as the deed; `what` reads `noun.deed`. */
export async function note(
  tx: Tx,
  act: Act,
  what: string,
  id: string,
  change: { before?: Picture; after?: Picture } = {},
): Promise<void> {
  const { before = null, after = null } = change;
  await tx.query(
    `insert into audit_entry (at, actor_id, actor_name, request_id, from_address, by_credential, what, subject_id, before, after)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...author(act),
      what,
      id,
      before === null ? null : JSON.stringify(before),
      after === null ? null : JSON.stringify(after),
    ],
  );
}

/** The same deed on many records, in one statement. */
export async function noteEach(
  tx: Tx,
  act: Act,
  what: string,
  changes: readonly { id: string; before: Picture; after: Picture }[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `insert into audit_entry (at, actor_id, actor_name, request_id, from_address, by_credential, what, subject_id, before, after)
     select $1, $2, $3, $4, $5, $6, $7, c.id, nullif(c.before, 'null'), nullif(c.after, 'null')
     from jsonb_to_recordset($8::jsonb) as c(id uuid, before jsonb, after jsonb)`,
    [...author(act), what, JSON.stringify(changes)],
  );
}
