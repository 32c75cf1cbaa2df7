import type { Charge } from '../platform/http/right.js';

export const OF_CLAUSE: Charge = {
  name: 'clause',
  sql: 'select p.body_id from clause c join party p on p.agreement_id = c.agreement_id where c.id = $1',
};

export const OF_COMMITMENT: Charge = {
  name: 'commitment',
  sql: 'select p.body_id from commitment c join party p on p.agreement_id = c.agreement_id where c.id = $1',
};

export const OF_SCHEDULE: Charge = {
  name: 'schedule',
  sql: `select p.body_id from schedule s join commitment c on c.id = s.commitment_id
    join party p on p.agreement_id = c.agreement_id where s.id = $1`,
};
