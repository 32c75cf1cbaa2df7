import { In } from 'typeorm';
import { Party } from '../agreements/agreement.entity.js';
import { Clause } from '../commitments/clause.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import type { Tx } from '../platform/database/work.js';
import { FollowUp, Review } from './review.entity.js';
import type { Held } from './review.locks.js';
import { checkFindings, checkHeldOn, checkSides } from './review.rules.js';

type Asked = Partial<Pick<Review, 'heldOn' | 'sidesPresent' | 'findings'>>;

/** Gathers what the rules ask about a meeting, and refuses what they refuse; what is not said is not looked at. */
export async function checkMeeting(tx: Tx, held: Held, asked: Asked, today: CivilDate): Promise<void> {
  const { review, cycle, agreement } = held;
  const heldOn = asked.heldOn ?? review.heldOn;
  const fault =
    (asked.heldOn
      ? checkHeldOn(asked.heldOn, { ...(await daysAround(tx, held)), ...agreement, ...cycle }, today)
      : null) ??
    (asked.sidesPresent ? checkSides(asked.sidesPresent, await sidesOn(tx, review, heldOn)) : null) ??
    (asked.findings ? checkFindings(asked.findings, await clausesNamed(tx, review, asked.findings)) : null);
  if (fault) throw fault;
}

async function daysAround(
  tx: Tx,
  { review, cycle }: Held,
): Promise<{ lastHeldOn: CivilDate | null; firstFollowUpDueOn: CivilDate | null }> {
  const last = await tx.findOne(Review, {
    where: { cycleId: cycle.id, state: 'concluded' },
    order: { heldOn: 'DESC' },
  });
  const first = await tx.findOne(FollowUp, { where: { reviewId: review.id }, order: { dueOn: 'ASC' } });
  return { lastHeldOn: last?.heldOn ?? null, firstFollowUpDueOn: first?.dueOn ?? null };
}

/** The parties that had not left by that day, and the host. */
async function sidesOn(tx: Tx, review: Review, day: CivilDate | null): Promise<ReadonlySet<string>> {
  const parties = await tx.findBy(Party, { agreementId: review.agreementId });
  const present = parties.filter(({ leftOn }) => leftOn === null || day === null || day <= leftOn);
  return new Set([review.hostId, ...present.map(({ bodyId }) => bodyId)]);
}

async function clausesNamed(tx: Tx, review: Review, findings: Review['findings']): Promise<ReadonlySet<string>> {
  const ids = findings.flatMap(({ clauseId }) => (clauseId === null ? [] : [clauseId]));
  if (ids.length === 0) return new Set();
  const clauses = await tx.findBy(Clause, { id: In(ids), agreementId: review.agreementId });
  return new Set(clauses.map(({ id }) => id));
}
