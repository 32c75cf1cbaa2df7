import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create domain sweep_trigger as text check (value in ('NIGHT', 'PERSON'));
create domain sweep_state as text check (value in ('running', 'done', 'failed'));

create table sweep_run (
  id uuid primary key default uuid_v7(),
  as_of date not null,
  trigger sweep_trigger not null,
  state sweep_state not null,
  started_by text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  counts jsonb not null default '{}',
  failures jsonb not null default '[]'
);
create index sweep_run_started_at_idx on sweep_run (started_at);

-- one row a night: whoever inserts it runs the night, whatever the number of instances
create table sweep_night (
  night date primary key,
  claimed_at timestamptz not null,
  run_id uuid references sweep_run (id)
);

-- whatever falls due, in one shape: reports, reviews and follow-ups. open = neither done nor set aside.
-- done_on is the day of the first filing, of the meeting, or of the deed.
create view duty as
  select o.id, 'REPORT' as duty, o.agreement_id, o.commitment_id, c.kind::text as kind, o.body_id,
    o.period_key, o.report_year, o.due_on, o.overdue_from,
    case when o.state in ('filed', 'accepted') then 'done' when o.state in ('due', 'returned') then 'open'
      else o.state::text end as standing,
    o.first_filed_on as done_on
  from occurrence o join commitment c on c.id = o.commitment_id
  union all
  select r.id, 'REVIEW', r.agreement_id, r.commitment_id, r.kind::text, r.host_id,
    r.period_key, r.report_year, r.due_on, r.overdue_from,
    case when r.state in ('held', 'concluded') then 'done' when r.state in ('due', 'planned') then 'open'
      else r.state::text end,
    r.held_on
  from review r
  union all
  select f.id, 'FOLLOW_UP', f.agreement_id, r.commitment_id, 'FOLLOW_UP', f.owner_id,
    r.period_key, extract(year from f.due_on)::integer, f.due_on, f.overdue_from,
    case f.state::text when 'cancelled' then 'waived' else f.state::text end,
    f.done_on
  from follow_up f join review r on r.id = f.review_id;
`;

const DOWN = `
drop view duty;
drop table sweep_night, sweep_run;
drop domain sweep_state, sweep_trigger;
`;

export class Night1764000000007 implements MigrationInterface {
  name = 'Night1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
