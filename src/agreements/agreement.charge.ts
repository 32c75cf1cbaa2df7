import type { Charge } from '../platform/http/right.js';

/** The agreement is the business of each of its parties, also of one that has left. */
export const OF_AGREEMENT: Charge = {
  name: 'agreement',
  sql: 'select p.body_id from party p where p.agreement_id = $1',
};

export const OF_DOCUMENT: Charge = {
  name: 'document',
  sql: `select p.body_id from agreement_document d join party p on p.agreement_id = d.agreement_id where d.id = $1`,
};

/** Among the parties named is one of the caller's bodies: nobody enters, or leaves behind, the agreements of others. */
export const PARTIES_SENT: Charge = {
  name: 'parties',
  sent: ({ parties }) =>
    Array.isArray(parties) ? parties.map((party) => (party as { bodyId?: unknown } | null)?.bodyId) : undefined,
};
