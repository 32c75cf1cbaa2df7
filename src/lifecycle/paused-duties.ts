import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';
import * as reports from '../reports/occurrence.pauses.js';
import * as reviews from '../reviews/review.pauses.js';

interface Suspended {
  occurrences: number;
  reviews: number;
}

interface Resumed extends Suspended {
  waived: number;
  cancelled: number;
}

/** What is due from `from` on waits. */
export async function suspendDuties(tx: Tx, agreementId: string, from: CivilDate): Promise<Suspended> {
  return {
    occurrences: await reports.suspendForPause(tx, agreementId, from),
    reviews: await reviews.suspendForPause(tx, agreementId, from),
  };
}

/** What waited is due again from `on`, but for what fell inside the pause. */
export async function resumeDuties(
  tx: Tx,
  agreementId: string,
  pause: { from: CivilDate; on: CivilDate },
): Promise<Resumed> {
  const { resumed: occurrences, waived } = await reports.resumeAfterPause(tx, agreementId, pause);
  const { resumed, cancelled } = await reviews.resumeAfterPause(tx, agreementId, pause.on);
  return { occurrences, waived, reviews: resumed, cancelled };
}
