import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';
import { AgreementPause } from './pause.entity.js';

/** The pause that lasts. */
export function openPause(tx: Tx, agreementId: string): Promise<AgreementPause | null> {
  return tx
    .createQueryBuilder(AgreementPause, 'p')
    .where('p.agreementId = :agreementId and p.resumedOn is null', { agreementId })
    .getOne();
}

/** The day on which the last pause ended. */
export async function lastResumption(tx: Tx, agreementId: string): Promise<CivilDate | null> {
  const [row] = await tx.query<{ on: CivilDate | null }[]>(
    `select max(resumed_on) as on from agreement_pause where agreement_id = $1`,
    [agreementId],
  );
  return row?.on ?? null;
}

/** Days without duties of agreement `a`, both ends included, as JSON: for the planners. */
export const PAUSES = `(select coalesce(json_agg(json_build_object('from', p.paused_from, 'to', p.resumed_on - 1)
    order by p.paused_from), '[]')
  from agreement_pause p where p.agreement_id = a.id and p.resumed_on is not null)`;

/** Whether the agreement with this id, in SQL, is paused. */
export function isPausedSql(agreementId: string): string {
  return `exists (select from agreement p where p.id = ${agreementId} and p.state = 'paused')`;
}
