import type { CivilDate } from '../core/civil-date.js';
import { refuseActivation } from './lifecycle.refusals.js';

interface ActivationFacts {
  signedOn: CivilDate | null;
  inForceFrom: CivilDate | null;
  followedSince: CivilDate | null;
}

interface Start {
  inForceFrom: CivilDate;
  followedSince: CivilDate;
}

/** In force from the day of signing unless said otherwise; an old agreement brings no past duty along unless asked to (design §3.7). */
export function startOf(facts: ActivationFacts, today: CivilDate): Start {
  const inForceFrom = facts.inForceFrom ?? facts.signedOn ?? today;
  const followedSince = facts.followedSince ?? (inForceFrom > today ? inForceFrom : today);
  if (followedSince < inForceFrom) {
    throw refuseActivation('followed-before-in-force', { followedSince, inForceFrom }, '/followedSince');
  }
  return { inForceFrom, followedSince };
}
