import type { CivilDate } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';

/** Agreements that are over for so many months and still name whom to ask (Law 91/2025/QH15: kept no longer than needed). */
export async function staleContactIds(tx: Tx, asOf: CivilDate, months: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select a.id from agreement a where a.state in ('ended', 'replaced', 'terminated')
       and exists (select from party p where p.agreement_id = a.id and p.contact is not null)
       and (select max(s.on_date) + make_interval(months => $2) from agreement_step s where s.agreement_id = a.id) <= $1::date
     order by a.id`,
    [asOf, months],
  );
  return rows.map(({ id }) => id);
}

/** Signatures stay: they are part of the signed document. */
export async function removeContacts(tx: Tx, act: Act, agreementIds: readonly string[]): Promise<number> {
  for (const id of agreementIds) {
    await tx.query(`update party set contact = null where agreement_id = $1 and contact is not null`, [id]);
    await note(tx, act, 'party.contacts-removed', id, { after: { contact: null } });
  }
  return agreementIds.length;
}
