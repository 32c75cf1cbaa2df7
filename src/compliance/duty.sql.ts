import { subtreeSql } from '../bodies/body.queries.js';
import { splitClockSql } from '../reports/report-clock.sql.js';
import { dutySource, type Moment } from './duty-as-of.sql.js';
import type { Asked, Grouping } from './summary.contract.js';

/** Bodies with the row they are counted in: each root with all below it; under a body, itself alone and each child with all below. */
function treeSql(under: string | null): string {
  const start =
    under === null
      ? `select id, id as top, true as deep from body where parent_id is null`
      : `select id, id, id <> ${under}::uuid from body where id = ${under}::uuid or parent_id = ${under}::uuid`;
  return `with recursive tree (id, top, deep) as (
    ${start}
    union select b.id, t.top, true from body b join tree t on b.parent_id = t.id and t.deep
  ) select id, top from tree`;
}

const KEYS: Record<Grouping, string> = {
  body: 't.top::text',
  agreement: 'd.agreement_id::text',
  kind: 'd.kind',
  period: `d.report_year || ':' || d.period_key`,
};

/** Due today is in term; late begins on overdue_from, the stored first late day (design §3.2). */
const BOX = `case
  when d.standing = 'done' and d.done_on <= d.agreed_due_on then 'doneOnTime'
  when d.standing = 'done' and d.done_on > d.agreed_due_on then 'doneLate'
  when d.standing = 'open' and $1::date < d.overdue_from then 'inTerm'
  when d.standing = 'open' then 'overdue'
  when d.standing = 'suspended' then 'suspended'
  when d.standing in ('waived', 'cancelled') then 'waived' end`;

/**
 * The duties asked for as a query, each with the key of its row and its box. Both the figures and the rows behind them
 * are read from it, so that they cannot differ. $1 is the day of the moment.
 */
export function dutiesSql(asked: Asked, moment: Moment, clock = false): { sql: string; values: unknown[] } {
  const { by = 'body', from, to, bodyId, agreementId, kind, duty = ['REPORT'] } = asked;
  const values: unknown[] = [moment.day];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const tree =
    by === 'body' ? `join (${treeSql(bodyId === undefined ? null : given(bodyId))}) t on t.id = d.body_id` : '';
  const conditions = [
    `d.duty = any(${given(duty)})`,
    ...(from === undefined ? [] : [`d.due_on >= ${given(from)}`]),
    ...(to === undefined ? [] : [`d.due_on <= ${given(to)}`]),
    ...(bodyId === undefined || by === 'body' ? [] : [`d.body_id in (${subtreeSql(given(bodyId))})`]),
    ...(agreementId === undefined ? [] : [`d.agreement_id = ${given(agreementId)}`]),
    ...(kind === undefined ? [] : [`d.kind = ${given(kind)}`]),
  ];
  const sql = `select d.*, ${KEYS[by]} as key, ${BOX} as box,
      d.standing in ('done', 'open') as counted, d.standing = 'open' and d.agreed_due_on = $1::date as due_today,
      d.standing = 'done' and d.done_on <= d.due_on as on_time_original
      ${clock ? ', k.reporter_days, k.reviewer_days' : ''}
    from ${dutySource(moment, given)} d ${clock ? clockJoin(moment, given(moment.zone)) : ''} ${tree} where ${conditions.join(' and ')}`;
  return { sql, values };
}

/** Only of what is in: whose days an open report will have been is not settled. */
function clockJoin({ sense }: Moment, zone: string): string {
  const edge = `(($1::date + 1)::timestamp at time zone ${zone})`;
  const known = sense === 'THEN' ? `s.entered_at < ${edge}` : 's.filed_on <= $1';
  return `left join lateral (
    select k.* from occurrence o cross join lateral (${splitClockSql({ day: '$1::date', edge, zone, known })}) k
    where o.id = d.id) k on d.duty = 'REPORT' and d.standing = 'done'`;
}
