import type { Charge } from '../platform/http/right.js';

/** A review brings the parties together: each may plan it and write down what was found. */
export const OF_REVIEW: Charge = {
  name: 'review',
  sql: 'select p.body_id from review r join party p on p.agreement_id = r.agreement_id where r.id = $1',
};

export const OF_CYCLE: Charge = {
  name: 'review-cycle',
  sql: 'select p.body_id from review_cycle y join party p on p.agreement_id = y.agreement_id where y.id = $1',
};

export const OF_FOLLOW_UP: Charge = {
  name: 'follow-up',
  sql: 'select p.body_id from follow_up f join party p on p.agreement_id = f.agreement_id where f.id = $1',
};

export const OWNED_BY: Charge = { name: 'owner', sql: 'select f.owner_id as body_id from follow_up f where f.id = $1' };
