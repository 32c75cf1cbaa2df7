/**
 * What body `b` was called, and whom it stood under, on a day: a former one that lasted to that day or beyond, else one
 * already planned, else today's. Without a day: today's. Joins as `past_name (name_vi, name_en)` and `past_place (parent_id)`.
 */
export function historySql(day: string): string {
  return `left join lateral (${stateSql('body_name', 'name_vi, name_en', 'new_name_vi, new_name_en', 'RENAMED', day)}) past_name on true
    left join lateral (${stateSql('body_parent', 'parent_id', 'new_parent_id', 'TRANSFERRED', day)}) past_place on true`;
}

/** The Vietnamese name of body `b` on a day, as a SQL value. */
export function nameOnSql(day: string): string {
  return `coalesce((select s.name_vi from (${stateSql('body_name', 'name_vi', 'new_name_vi', 'RENAMED', day)}) s), b.name_vi)`;
}

function stateSql(table: string, columns: string, planned: string, kind: string, day: string): string {
  return `(select ${columns}, true as known from ${table} x where x.body_id = b.id and x.to_on >= ${day} order by x.to_on limit 1)
    union all
    (select ${planned}, true from body_event e join body_event_party p on p.event_id = e.id
     where p.body_id = b.id and e.kind = '${kind}' and e.applied_on is null and e.effective_on <= ${day}
     order by e.effective_on desc limit 1)
    limit 1`;
}
