import type { CivilDate } from '../core/civil-date.js';

/** An agreement as it would stand from its activation on, for what only looks ahead. */
export interface AsActivated {
  agreementId: string;
  inForceFrom: CivilDate;
  followedSince: CivilDate;
}

/** Agreement `a`: the stored row `stored` with entry into force `$2` and followed since `$3`; nothing is written. */
export const ACTIVATED = `agreement stored cross join lateral jsonb_populate_record(stored,
    jsonb_build_object('in_force_from', $2::date, 'followed_since', $3::date)) a`;
