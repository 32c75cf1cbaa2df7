import type { CivilDate } from '../core/civil-date.js';
import { defineLifeCycle } from '../core/life-cycle.js';
import type { Refusal } from '../core/refusal.js';
import { refuseReview } from './review.refusals.js';
import type { CountedFrom, Decision } from './review.words.js';

/** Sơ kết, tổng kết, giao ban, kiểm tra (design §2); one whose host is gone before it falls due is born suspended. */
export const REVIEW_LIFE = defineLifeCycle('review', {
  initial: ['due', 'suspended'],
  final: ['concluded', 'cancelled'],
  states: {
    due: { plan: 'planned', hold: 'held', suspend: 'suspended', cancel: 'cancelled' },
    planned: { plan: 'planned', hold: 'held', suspend: 'suspended', cancel: 'cancelled' },
    held: { change: 'held', conclude: 'concluded' },
    suspended: { resume: 'due', resume_planned: 'planned', cancel: 'cancelled' },
    concluded: {},
    cancelled: {},
  },
});

/** A review is planned for today or later; after its due date is allowed, since late is better than never. */
export function checkPlanned(on: CivilDate, today: CivilDate): Refusal | null {
  return on < today ? refuseReview('planned-in-past', { on, today }, '/on') : null;
}

interface MeetingFacts {
  countedFrom: CountedFrom;
  inForceFrom: CivilDate | null;
  /** The last review of the cycle that has its outcome. */
  lastHeldOn: CivilDate | null;
  /** The earliest day by which a follow-up of this review is due. */
  firstFollowUpDueOn: CivilDate | null;
}

/** The day of a meeting lies between what it is counted from and today, and not after what it led to. */
export function checkHeldOn(heldOn: CivilDate, facts: MeetingFacts, today: CivilDate): Refusal | null {
  const { inForceFrom, lastHeldOn, firstFollowUpDueOn } = facts;
  if (heldOn > today) return refuseReview('held-in-future', { heldOn, today }, '/heldOn');
  if (inForceFrom !== null && heldOn < inForceFrom) {
    return refuseReview('held-before-in-force', { heldOn, inForceFrom }, '/heldOn');
  }
  if (facts.countedFrom === 'LAST_HELD' && lastHeldOn !== null && heldOn < lastHeldOn) {
    return refuseReview('held-before-last', { heldOn, lastHeldOn }, '/heldOn');
  }
  if (firstFollowUpDueOn === null || heldOn <= firstFollowUpDueOn) return null;
  return refuseReview('held-after-follow-up', { heldOn, dueOn: firstFollowUpDueOn }, '/heldOn');
}

/** `allowed`: the parties on that day, and the host. */
export function checkSides(sides: readonly string[], allowed: ReadonlySet<string>): Refusal | null {
  const stray = sides.findIndex((bodyId) => !allowed.has(bodyId));
  return stray < 0 ? null : refuseReview('side-not-party', {}, `/sidesPresent/${stray}`);
}

/** `known`: the clauses of the agreement. */
export function checkFindings(
  findings: readonly { clauseId: string | null }[],
  known: ReadonlySet<string>,
): Refusal | null {
  const stray = findings.findIndex(({ clauseId }) => clauseId !== null && !known.has(clauseId));
  return stray < 0 ? null : refuseReview('clause-elsewhere', {}, `/findings/${stray}/clauseId`);
}

export interface OutcomeFacts {
  decision: Decision;
  decidedOn: CivilDate;
  newTermTo: CivilDate | null;
}

/** A decision is taken at the meeting or after it; only an extension sets a term, and a longer one (lesson 8). */
export function checkOutcome(
  { decision, decidedOn, newTermTo }: OutcomeFacts,
  { heldOn, termTo }: { heldOn: CivilDate; termTo: CivilDate | null },
  today: CivilDate,
): Refusal | null {
  if (decidedOn < heldOn) return refuseReview('decided-before-held', { decidedOn, heldOn }, '/decidedOn');
  if (decidedOn > today) return refuseReview('decided-in-future', { decidedOn, today }, '/decidedOn');
  if (decision !== 'EXTEND') {
    return newTermTo === null ? null : refuseReview('term-unasked', { decision }, '/newTermTo');
  }
  if (newTermTo === null) return refuseReview('term-missing', {}, '/newTermTo');
  const after = termTo ?? decidedOn;
  return newTermTo > after ? null : refuseReview('term-not-later', { newTermTo, termTo: after }, '/newTermTo');
}
