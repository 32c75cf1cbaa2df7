import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create domain review_kind as text check (value in ('INTERIM_REVIEW', 'FINAL_REVIEW', 'MEETING', 'INSPECTION'));
create domain counted_from as text check (value in ('ANCHOR', 'LAST_HELD'));
create domain review_state as text check (value in ('due', 'planned', 'held', 'concluded', 'suspended', 'cancelled'));
create domain decision as text check (value in ('CONTINUE', 'EXTEND', 'AMEND', 'END', 'REPLACE'));
create domain follow_up_state as text check (value in ('open', 'done', 'cancelled'));

create table review_cycle (
  id uuid primary key default uuid_v7(),
  agreement_id uuid not null references agreement (id) on delete cascade,
  commitment_id uuid references commitment (id) on delete cascade,
  kind review_kind not null,
  frequency frequency not null,
  n integer,
  included integer[],
  milestones integer[],
  counted_from counted_from not null default 'ANCHOR',
  anchor_on date,
  window_rule jsonb not null,
  due jsonb,
  roll roll,
  host_id uuid not null references body (id),
  text_as_written text,
  clause_id uuid references clause (id),
  confirmed_by uuid not null references member (id),
  confirmed_at timestamptz not null,
  planned_to date,
  next_plan_on date,
  closed_on date,
  version integer not null default 1
);
create index review_cycle_agreement_id_idx on review_cycle (agreement_id);
create index review_cycle_next_plan_on_idx on review_cycle (next_plan_on);

create table review (
  id uuid primary key default uuid_v7(),
  cycle_id uuid not null references review_cycle (id),
  agreement_id uuid not null references agreement (id),
  commitment_id uuid references commitment (id),
  kind review_kind not null,
  host_id uuid not null references body (id),
  period_key text not null,
  report_year integer not null,
  window_start date not null,
  window_end date not null,
  due_raw date not null,
  due_on date not null,
  overdue_from date not null,
  derivation jsonb not null,
  state review_state not null default 'due',
  planned_on date,
  planned_place text,
  held_on date,
  held_at_place text,
  chair text,
  sides_present uuid[] not null default '{}',
  findings jsonb not null default '[]',
  conclusion text,
  minutes_sha256 text,
  minutes_name text,
  overdue_noticed_on date,
  version integer not null default 1,
  unique (cycle_id, period_key),
  constraint review_late_after_due check (overdue_from > due_on),
  constraint review_held_has_date check (state not in ('held', 'concluded') or held_on is not null)
);
create index review_open_by_day_idx on review (due_on, id) where state in ('due', 'planned');
create index review_to_notice_idx on review (overdue_from) where state in ('due', 'planned') and overdue_noticed_on is null;
create index review_agreement_id_due_on_idx on review (agreement_id, due_on, id);
create index review_host_id_due_on_idx on review (host_id, due_on, id);

create table review_outcome (
  review_id uuid primary key references review (id),
  decision decision not null,
  decided_on date not null,
  decided_by uuid not null references member (id),
  note text,
  new_term_to date,
  opened_agreement_id uuid references agreement (id)
);

create table follow_up (
  id uuid primary key default uuid_v7(),
  review_id uuid not null references review (id),
  agreement_id uuid not null references agreement (id),
  title text not null,
  owner_id uuid not null references body (id),
  due_on date not null,
  overdue_from date not null,
  state follow_up_state not null default 'open',
  done_on date,
  done_note text,
  overdue_noticed_on date,
  version integer not null default 1,
  constraint follow_up_late_after_due check (overdue_from > due_on),
  constraint follow_up_done_has_date check (state <> 'done' or done_on is not null)
);
create index follow_up_review_id_idx on follow_up (review_id);
create index follow_up_open_by_owner_idx on follow_up (owner_id, due_on, id) where state = 'open';
create index follow_up_to_notice_idx on follow_up (overdue_from) where state = 'open' and overdue_noticed_on is null;
create index follow_up_agreement_id_due_on_idx on follow_up (agreement_id, due_on, id);
`;

const DOWN = `
drop table follow_up, review_outcome, review, review_cycle;
drop domain follow_up_state, decision, review_state, counted_from, review_kind;
`;

export class Reviews1764000000006 implements MigrationInterface {
  name = 'Reviews1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
