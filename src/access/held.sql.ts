/** Seats that the member holds on the day, as a JSON list of {role, bodyId}; both are SQL expressions. */
export function heldOn(member: string, day: string): string {
  return `(select coalesce(json_agg(json_build_object('role', held.role, 'bodyId', held.body_id)), '[]')
    from seat_holding h join seat held on held.id = h.seat_id
    where h.member_id = ${member} and h.from_on <= ${day}::date and coalesce(h.to_on, 'infinity') >= ${day}::date
      and coalesce(held.valid_from, '-infinity') <= ${day}::date and coalesce(held.valid_to, 'infinity') >= ${day}::date)`;
}
