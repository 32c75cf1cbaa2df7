import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create domain move_cause as text check (value in ('SCHEDULE', 'SCHEME', 'CALENDAR'));

-- what a schedule said before and after each revision
create table schedule_revision (
  id uuid primary key default uuid_v7(),
  schedule_id uuid not null references schedule (id) on delete cascade,
  revision integer not null,
  before jsonb not null,
  after jsonb not null,
  reason text,
  counts jsonb not null,
  by_id uuid not null references member (id),
  on_date date not null,
  at timestamptz not null,
  unique (schedule_id, revision)
);

-- a change of the rules that many schedules rest on: scheme_id null = the working calendar
create table regime_change (
  id uuid primary key default uuid_v7(),
  cause move_cause not null,
  scheme_id uuid references reporting_scheme (id),
  before jsonb not null,
  after jsonb not null,
  reason text,
  counts jsonb not null,
  by_id uuid not null references member (id),
  on_date date not null,
  at timestamptz not null,
  constraint regime_change_names_scheme check ((cause = 'SCHEME') = (scheme_id is not null))
);
create index regime_change_scheme_id_idx on regime_change (scheme_id);

-- each move of a due date; change_id names the schedule_revision or the regime_change. A duty dropped later leaves its row here.
create table due_change (
  id uuid primary key default uuid_v7(),
  occurrence_id uuid references occurrence (id) on delete set null,
  review_id uuid references review (id) on delete set null,
  from_due_on date not null,
  to_due_on date not null,
  from_overdue_from date not null,
  to_overdue_from date not null,
  because move_cause not null,
  change_id uuid not null,
  reason text,
  by_id uuid not null references member (id),
  on_date date not null,
  at timestamptz not null
);
create index due_change_occurrence_id_idx on due_change (occurrence_id);
create index due_change_review_id_idx on due_change (review_id);
create index due_change_change_id_idx on due_change (change_id);
`;

const DOWN = `
drop table due_change, regime_change, schedule_revision;
drop domain move_cause;
`;

export class Replanning1764100000002 implements MigrationInterface {
  name = 'Replanning1764100000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
