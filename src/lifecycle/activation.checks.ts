import type { Agreement } from '../agreements/agreement.entity.js';
import type { Refusal } from '../core/refusal.js';
import type { Tx } from '../platform/database/work.js';
import { refuseActivation } from './lifecycle.refusals.js';

/** Only what is signed is activated, and once. */
export function activationFault({ activatedOn, state }: Agreement): Refusal | null {
  if (activatedOn !== null) return refuseActivation('already-activated', { on: activatedOn });
  return state === 'signed' ? null : refuseActivation('not-signed', { state });
}

/** Parties and term may have changed since the promises were entered; from here on both are fixed, so they must fit. */
export async function promiseFaults(tx: Tx, { id, inForceFrom, termTo }: Agreement): Promise<Refusal[]> {
  const strangers = await tx.query<{ name: string; title: string }[]>(
    `select b.name_vi as name, c.title
     from commitment c
     join lateral (
       select i.body_id from commitment_body i where i.commitment_id = c.id and i.role <> 'INFORM'
       union select r.body_id from schedule_reporter r join schedule s on s.id = r.schedule_id where s.commitment_id = c.id
     ) x on true
     join body b on b.id = x.body_id
     where c.agreement_id = $1
       and not exists (select from party p where p.agreement_id = $1 and p.body_id = x.body_id and p.left_on is null)
     order by c.ordinal, b.name_vi`,
    [id],
  );
  const outside = await tx.query<{ title: string }[]>(
    `select distinct c.ordinal, c.title from schedule s join commitment c on c.id = s.commitment_id
     where c.agreement_id = $1 and (s.ends_on < $2 or s.starts_on > $3 or s.ends_on > $3) order by c.ordinal`,
    [id, inForceFrom, termTo],
  );
  return [
    ...strangers.map((stranger) => refuseActivation('stranger', stranger)),
    ...outside.map(({ title }) => refuseActivation('outside-term', { title })),
  ];
}
