import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';

/** Reviews still to come that nobody has arranged. */
const PRISTINE = `state in ('due', 'suspended') and overdue_noticed_on is null and due_on >= $2`;

/** A commitment ends: its cycles close, and reviews due only after its last day are cancelled. */
export async function closeCyclesOf(
  tx: Tx,
  commitmentId: string,
  { lastDay, today }: { lastDay: CivilDate; today: CivilDate },
): Promise<void> {
  await tx.query(
    `update review_cycle set closed_on = $2, next_plan_on = null, version = version + 1
     where commitment_id = $1 and closed_on is null`,
    [commitmentId, lastDay],
  );
  await tx.query(
    `update review set state = 'cancelled', version = version + 1
     where commitment_id = $1 and due_on > $3 and ${PRISTINE}`,
    [commitmentId, today, lastDay],
  );
}

/** A commitment is replaced: its open cycles, with what falls into its successor's time, go on under the new one. */
export async function moveCyclesTo(
  tx: Tx,
  { from, to }: { from: string; to: string },
  { effectiveFrom, today }: { effectiveFrom: CivilDate; today: CivilDate },
): Promise<void> {
  await tx.query(
    `update review_cycle set commitment_id = $2, version = version + 1 where commitment_id = $1 and closed_on is null`,
    [from, to],
  );
  await tx.query(
    `update review set commitment_id = $3, version = version + 1
     where commitment_id = $1 and window_end >= $4 and ${PRISTINE}`,
    [from, today, to, effectiveFrom],
  );
}
