import type { CivilDate } from '../core/civil-date.js';
import type { Sense } from './compliance.words.js';

/** The day that a summary speaks of, and what it may know. */
export interface Moment {
  readonly day: CivilDate;
  readonly sense: Sense;
  /** That day is today: the register as it stands says all, in both senses. */
  readonly isToday: boolean;
  readonly zone: string;
}

type Given = (value: unknown) => string;

const COLUMNS = [
  'id',
  'duty',
  'agreement_id',
  'commitment_id',
  'kind',
  'body_id',
  'period_key',
  'report_year',
  'due_on',
  'overdue_from',
  'standing',
  'done_on',
  'agreed_due_on',
  'planned_at',
  'suspended_on',
];

function columns(of: string, changed: Record<string, string> = {}): string {
  return COLUMNS.map((name) => (changed[name] === undefined ? `${of}.${name}` : `${changed[name]} as ${name}`)).join();
}

/** Duties as the view `duty` shows them, as of the moment (docs/decisions/0012-summary-as-of.md). $1 is its day. */
export function dutySource(moment: Moment, given: Given): string {
  if (moment.isToday) return 'duty';
  const edge = `(($1::date + 1)::timestamp at time zone ${given(moment.zone)})`;
  // The first picture that was put away after the day is how the duty stood on it.
  const past = `select distinct on (p.id) ${columns('p')} from duty_past p where p.until >= ${edge} order by p.id, p.seq`;
  const untouched = `select ${columns('d')} from duty d
    where d.planned_at < ${edge} and not exists (select from past p where p.id = d.id)`;
  if (moment.sense === 'THEN') {
    return `(with past as materialized (${past})
      select ${columns('p')} from past p where p.planned_at < ${edge} union all ${untouched})`;
  }
  return `(with past as materialized (${past}), touched as materialized (
      select p.*, p.planned_at < ${edge} as known from past p
      union all
      select ${columns('d')}, false from duty d
      where d.planned_at >= ${edge} and not exists (select from past p where p.id = d.id))
    ${untouched} union all ${REPORTS(edge)} union all ${REVIEWS} union all ${FOLLOW_UPS})`;
}

/** Facts count from their own day, whenever they were entered; a decision without one, and every date, from its entry. */
const REPORTS = (edge: string): string => `
  select ${columns('t', {
    standing: `case
      when o.state = 'waived' and (o.waived_on <= $1 or (t.known and t.standing = 'waived')) then 'waived'
      when o.first_filed_on <= $1 and not coalesce(f.returned, false) then 'done'
      when (t.known and t.standing = 'suspended') or (o.state = 'suspended' and o.suspended_on <= $1)
        or exists (select from duty_past s where s.id = t.id and s.until >= ${edge} and s.standing = 'suspended'
          and s.suspended_on <= $1) then 'suspended'
      else 'open' end`,
    done_on: `case when o.first_filed_on <= $1 then o.first_filed_on end`,
  })}
  from touched t join occurrence o on o.id = t.id
  left join lateral (select s.state = 'returned' and s.reviewed_at < ${edge} as returned from submission s
    where s.occurrence_id = o.id and s.state <> 'draft' and s.filed_on <= $1 order by s.round desc limit 1) f on true
  where t.duty = 'REPORT'`;

const REVIEWS = `
  select ${columns('t', {
    standing: `case
      when r.state in ('held', 'concluded') and r.held_on <= $1 then 'done'
      when r.state = 'cancelled' and ((t.known and t.standing = 'cancelled') or a.ended_on <= $1) then 'cancelled'
      when t.known and t.standing = 'suspended' then 'suspended'
      else 'open' end`,
    done_on: `case when r.held_on <= $1 then r.held_on end`,
  })}
  from touched t join review r on r.id = t.id join agreement a on a.id = r.agreement_id where t.duty = 'REVIEW'`;

const FOLLOW_UPS = `
  select ${columns('t', {
    standing: `case
      when f.state = 'done' and f.done_on <= $1 then 'done'
      when f.state = 'cancelled' and t.known and t.standing = 'waived' then 'waived'
      else 'open' end`,
    done_on: `case when f.done_on <= $1 then f.done_on end`,
  })}
  from touched t join follow_up f on f.id = t.id where t.duty = 'FOLLOW_UP'`;
