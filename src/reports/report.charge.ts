import type { Charge } from '../platform/http/right.js';

/** A report is the business of the body that owes it. */
export const OWED_BY: Charge = { name: 'occurrence', sql: 'select o.body_id from occurrence o where o.id = $1' };

export const FILED_FOR: Charge = {
  name: 'submission',
  sql: `select o.body_id from submission s join occurrence o on o.id = s.occurrence_id where s.id = $1`,
};

export const EVIDENCE_FOR: Charge = {
  name: 'evidence',
  sql: `select o.body_id from evidence e join submission s on s.id = e.submission_id
    join occurrence o on o.id = s.occurrence_id where e.id = $1`,
};

/** The recipient decides on a report; where the agreement names none, any party but the one that owes it. */
const RECIPIENT = `select coalesce(c.recipient_id, p.body_id) as body_id from occurrence o
  join commitment c on c.id = o.commitment_id join party p on p.agreement_id = o.agreement_id
    and (c.recipient_id is not null or p.body_id <> o.body_id or not exists (
      select from party q where q.agreement_id = o.agreement_id and q.body_id <> o.body_id))`;

export const OWED_TO: Charge = { name: 'recipient', sql: `${RECIPIENT} where o.id = $1` };

export const FILED_TO: Charge = {
  name: 'recipient-of-submission',
  sql: `${RECIPIENT} join submission s on s.occurrence_id = o.id where s.id = $1`,
};

export const ASKED_OF: Charge = {
  name: 'recipient-of-extension',
  sql: `${RECIPIENT} join extension e on e.occurrence_id = o.id where e.id = $1`,
};
