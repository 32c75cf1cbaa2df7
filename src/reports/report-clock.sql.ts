/**
 * The split clock of a filed report `o` as a query of one row, as of `$day` and by what `known` (a condition on the
 * submission `s`) lets it see; `edge` is the first instant after the day. The rule is report-clock.rules.ts.
 */
export function splitClockSql(places: { day: string; edge: string; zone: string; known: string }): string {
  const { day, edge, zone, known } = places;
  return `select sum(greatest(0, r.filed_on - coalesce(r.returned_on,
        case when r.round > 1 then null when o.due_on > o.window_end then o.window_end else o.window_start - 1 end)))
      as reporter_days,
    sum(greatest(0, coalesce(r.decided_on, ${day}) - r.filed_on)) as reviewer_days
  from (
    select s.filed_on, s.decided_on, row_number() over w as round, lag(s.decided_on) over w as returned_on
    from (select s.round, s.filed_on,
        case when s.reviewed_at < ${edge} then (s.reviewed_at at time zone ${zone})::date end as decided_on
      from submission s where s.occurrence_id = o.id and s.state <> 'draft' and ${known}) s
    window w as (order by s.round)
  ) r`;
}
