import type { Charge } from '../platform/http/right.js';

export const OF_SEAT: Charge = { name: 'seat', sql: 'select s.body_id from seat s where s.id = $1' };

/** A seat without a body is one over the whole register, which only such a seat may make. */
export const IN_BODY: Charge = { name: 'seat-body', sent: ({ bodyId = null }) => [bodyId] };

/** Whoever keeps a member covers every seat that the member holds or will hold: nobody takes over a higher one. */
export const OF_MEMBER: Charge = {
  name: 'member',
  every: true,
  sql: `select s.body_id from seat_holding h join seat s on s.id = h.seat_id where h.member_id = $1`,
};
