import { refuseMember } from './access.refusals.js';
import type { Charge } from '../platform/http/right.js';

export const OF_SEAT: Charge = { name: 'seat', sql: 'select s.body_id from seat s where s.id = $1' };

/** A seat without a body is one over the whole register, which only such a seat may make. */
export const IN_BODY: Charge = { name: 'seat-body', sent: ({ bodyId = null }) => [bodyId] };

/**
 * Whoever keeps a member covers every seat that the member holds, held or will hold: nobody takes over a higher one.
 * Others' members do not exist.
 */
export const OF_MEMBER: Charge = {
  name: 'member',
  every: true,
  sql: 'select m.body_id from bodies_of_member($1) m',
  otherwise: () => refuseMember('not-found'),
};
