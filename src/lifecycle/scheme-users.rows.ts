import type { Tx } from '../platform/database/work.js';

/** Agreements and schedules that name the scheme, of whatever state. */
export async function usersOf(tx: Tx, schemeId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `select ((select count(*) from agreement where scheme_id = $1)
       + (select count(*) from schedule where scheme_id = $1))::integer as count`,
    [schemeId],
  );
  return row?.count ?? 0;
}

/** No running agreement under the scheme ends or gets another schedule until the end of `tx`. */
export async function lockUsers(tx: Tx, schemeId: string): Promise<void> {
  await tx.query(
    `select a.id from agreement a
     where a.state in ('in_force', 'expiring') and (a.scheme_id = $1 or exists (
       select from commitment c join schedule s on s.commitment_id = c.id
       where c.agreement_id = a.id and s.scheme_id = $1))
     order by a.id for share of a`,
    [schemeId],
  );
}

/** Running schedules under the scheme from which something is planned, or was set off by an event. */
export async function schedulesUnder(tx: Tx, schemeId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select s.id from schedule s join commitment c on c.id = s.commitment_id join agreement a on a.id = c.agreement_id
     where coalesce(s.scheme_id, a.scheme_id) = $1 and a.state in ('in_force', 'expiring')
       and (s.planned_to is not null or s.frequency = 'ON_EVENT')
     order by s.id`,
    [schemeId],
  );
  return rows.map(({ id }) => id);
}
