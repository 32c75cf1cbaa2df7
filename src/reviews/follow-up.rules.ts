import type { CivilDate } from '../core/civil-date.js';
import { defineLifeCycle } from '../core/life-cycle.js';
import type { Refusal } from '../core/refusal.js';
import { refuseFollowUp } from './review.refusals.js';

/** What a review told a body to do; it goes overdue like a report (design §2). */
export const FOLLOW_UP_LIFE = defineLifeCycle('follow_up', {
  initial: 'open',
  final: ['done', 'cancelled'],
  states: { open: { complete: 'done', cancel: 'cancelled' }, done: {}, cancelled: {} },
});

export function checkFollowUpDue(dueOn: CivilDate, heldOn: CivilDate): Refusal | null {
  return dueOn < heldOn ? refuseFollowUp('due-before-held', { dueOn, heldOn }, '/dueOn') : null;
}

export function checkDone(doneOn: CivilDate, heldOn: CivilDate | null, today: CivilDate): Refusal | null {
  if (doneOn > today) return refuseFollowUp('done-in-future', { doneOn, today }, '/doneOn');
  if (heldOn === null || doneOn >= heldOn) return null;
  return refuseFollowUp('done-before-held', { doneOn, heldOn }, '/doneOn');
}
