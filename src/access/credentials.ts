import type { Tx } from '../platform/database/work.js';

/** Tables of what a person signs in with, each with a `member_id`: closed when the person leaves, shown without secrets. */
export const CREDENTIALS = [
  'session',
  'access_token',
  'member_identity',
  'known_device',
  'one_time_link',
  'recovery_code',
  'totp',
];

export async function closeCredentials(tx: Tx, memberId: string): Promise<void> {
  const tables = await tx.query<{ name: string }[]>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'member_id' and table_name = any($1)`,
    [CREDENTIALS],
  );
  for (const { name } of tables) await tx.query(`delete from "${name}" where member_id = $1`, [memberId]);
}
