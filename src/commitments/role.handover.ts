import { In } from 'typeorm';
import { addDays, type CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';
import { Commitment, CommitmentBody } from './commitment.entity.js';
import { refuseCommitment } from './commitment.refusals.js';
import { handOver } from './role-handover.rules.js';

interface Handover {
  commitmentIds: readonly string[];
  bodyId: string;
  successorIds: readonly string[];
  from: CivilDate;
}

/** Successors lead, support and report from a day on; until the day before it the predecessor did. */
export async function passOnRoles(tx: Tx, { commitmentIds, bodyId, successorIds, from }: Handover): Promise<void> {
  const involved = await tx.findBy(CommitmentBody, { commitmentId: In(commitmentIds) });
  for (const commitmentId of commitmentIds) {
    const rows = involved.filter((row) => row.commitmentId === commitmentId);
    const { ended, removed, added } = handOver(rows, { bodyId, successorIds, from });
    for (const { id, toOn } of ended) await tx.update(CommitmentBody, { id }, { toOn });
    if (removed.length > 0) await tx.delete(CommitmentBody, { id: In(removed) });
    if (added.length > 0)
      await tx.insert(
        CommitmentBody,
        added.map((row) => ({ commitmentId, ...row })),
      );
  }
  await passOnReporting(tx, { commitmentIds, bodyId, successorIds, from });
  // Whoever received the results is gone: the first successor receives what is still to come.
  await tx.query(
    `update commitment set recipient_id = $3, version = version + 1 where id = any ($1::uuid[]) and recipient_id = $2`,
    [commitmentIds, bodyId, successorIds[0] ?? null],
  );
}

async function passOnReporting(tx: Tx, { commitmentIds, bodyId, successorIds, from }: Handover): Promise<void> {
  const mine = `r.body_id = $2 and (r.to_on is null or r.to_on >= $3)
    and r.schedule_id in (select s.id from schedule s where s.commitment_id = any ($1::uuid[]))`;
  await tx.query(
    `insert into schedule_reporter (schedule_id, body_id, tier, from_on, to_on)
     select r.schedule_id, heir, r.tier, $3, r.to_on from schedule_reporter r, unnest($4::uuid[]) heir where ${mine}
     on conflict (schedule_id, body_id) do nothing`,
    [commitmentIds, bodyId, from, successorIds],
  );
  await tx.query(`update schedule_reporter r set to_on = $4 where ${mine}`, [
    commitmentIds,
    bodyId,
    from,
    addDays(from, -1),
  ]);
}

/** `on` is the last day of the commitment; nothing is planned beyond it. */
export async function endCommitment(tx: Tx, commitmentId: string, on: CivilDate): Promise<void> {
  const row = await tx.findOneByOrFail(Commitment, { id: commitmentId });
  if (row.activeFrom !== null && on < row.activeFrom) throw refuseCommitment('dates-reversed', {}, '/from');
  await tx.update(Commitment, { id: commitmentId }, { activeTo: on, version: row.version + 1 });
  await tx.query(`update schedule set next_plan_on = null where commitment_id = $1`, [commitmentId]);
}
