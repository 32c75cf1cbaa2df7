import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';
import { amendText, type AmendedText, type TextChange } from './amended-text.rules.js';
import { Clause } from './clause.entity.js';
import { newIds } from './clause.service.js';

export interface Amending {
  agreementId: string;
  amendmentId: string;
  effectiveFrom: CivilDate;
}

/** Writes the new versions of an agreement's text; the agreement is locked by the caller. */
export async function writeAmendedText(
  tx: Tx,
  { agreementId, amendmentId, effectiveFrom }: Amending,
  changes: readonly TextChange[],
): Promise<Pick<AmendedText, 'byKey' | 'deeds'>> {
  const versions = await tx.findBy(Clause, { agreementId });
  const amended = amendText(versions, changes, await newIds(tx, changes.length), effectiveFrom);
  // Ended before started: a lineage has one open version at a time.
  await tx.query(
    `update clause set effective_to = $2, ended_by = $3, version = version + 1 where id = any ($1::uuid[])`,
    [amended.ended, amended.lastDay, amendmentId],
  );
  await tx.query(
    `update clause c set ordinal = o.ordinal
     from jsonb_to_recordset($2::jsonb) as o("lineageId" uuid, ordinal integer)
     where c.agreement_id = $1 and c.lineage_id = o."lineageId" and c.ordinal <> o.ordinal`,
    [agreementId, JSON.stringify(amended.order)],
  );
  const rows = amended.started.map(({ id, lineageId, parentId, ordinal, kind, label, heading, text }) => ({
    id,
    lineageId,
    agreementId,
    parentId,
    ordinal,
    kind,
    label,
    heading,
    text,
    effectiveFrom,
    startedBy: amendmentId,
  }));
  if (rows.length > 0) await tx.insert(Clause, rows);
  return amended;
}
