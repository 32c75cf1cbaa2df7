import type { Agreement } from '../agreements/agreement.entity.js';
import type { Refusal } from '../core/refusal.js';
import type { Tx } from '../platform/database/work.js';
import { refuseActivation } from './lifecycle.refusals.js';

/** Parties and term may have changed since the promises were entered; from here on both are fixed, so they must fit. */
export async function checkPromises(tx: Tx, { id, inForceFrom, termTo }: Agreement): Promise<Refusal | null> {
  const [stranger] = await tx.query<{ name: string; title: string }[]>(
    `select b.name_vi as name, c.title
     from commitment c
     join lateral (
       select i.body_id from commitment_body i where i.commitment_id = c.id and i.role <> 'INFORM'
       union select r.body_id from schedule_reporter r join schedule s on s.id = r.schedule_id where s.commitment_id = c.id
     ) x on true
     join body b on b.id = x.body_id
     where c.agreement_id = $1
       and not exists (select from party p where p.agreement_id = $1 and p.body_id = x.body_id and p.left_on is null)
     order by c.ordinal limit 1`,
    [id],
  );
  if (stranger) return refuseActivation('stranger', stranger);
  const [outside] = await tx.query<{ title: string; date: string }[]>(
    `select c.title, s.ends_on as date from schedule s join commitment c on c.id = s.commitment_id
     where c.agreement_id = $1 and (s.ends_on < $2 or s.starts_on > $3 or s.ends_on > $3) limit 1`,
    [id, inForceFrom, termTo],
  );
  return outside ? refuseActivation('outside-term', { title: outside.title }) : null;
}
