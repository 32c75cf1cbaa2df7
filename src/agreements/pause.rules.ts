import type { CivilDate } from '../core/civil-date.js';
import type { Refusal } from '../core/refusal.js';
import { refusePause } from './pause.refusals.js';

interface PauseFacts {
  inForceFrom: CivilDate | null;
  /** Day on which the pause before ended. */
  lastResumedOn: CivilDate | null;
}

/** A pause starts in force, after the pause before, and not tomorrow. */
export function checkPause(
  from: CivilDate,
  { inForceFrom, lastResumedOn }: PauseFacts,
  today: CivilDate,
): Refusal | null {
  if (from > today) return refusePause('pause-in-future', { from, today }, '/from');
  if (inForceFrom !== null && from < inForceFrom) {
    return refusePause('pause-before-in-force', { from, inForceFrom }, '/from');
  }
  if (lastResumedOn === null || from >= lastResumedOn) return null;
  return refusePause('pause-overlaps', { from, resumedOn: lastResumedOn }, '/from');
}

/** `on` is the first day in force again. */
export function checkResumption(on: CivilDate, pausedFrom: CivilDate, today: CivilDate): Refusal | null {
  if (on > today) return refusePause('resumed-in-future', { on, today }, '/on');
  return on < pausedFrom ? refusePause('resumed-before-pause', { on, from: pausedFrom }, '/on') : null;
}
