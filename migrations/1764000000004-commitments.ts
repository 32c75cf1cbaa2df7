import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create domain clause_kind as text check (value in ('PART', 'CHAPTER', 'SECTION', 'ARTICLE', 'CLAUSE', 'POINT', 'ITEM', 'PARAGRAPH'));
create domain commitment_kind as text check (value in
  ('CONTINUOUS', 'ACTIVITY', 'REPORT', 'INFO_EXCHANGE', 'MEETING', 'INTERIM_REVIEW', 'FINAL_REVIEW', 'INSPECTION',
   'PLAN', 'TRAINING', 'MODEL', 'COMMENDATION', 'DEADLINE'));
create domain commitment_role as text check (value in ('LEAD', 'COORDINATE', 'INFORM'));
create domain frequency as text check (value in
  ('ONCE', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'EVERY_N_MONTHS', 'HALF_YEARLY', 'NINE_MONTHS', 'YEARLY', 'EVERY_N_YEARS',
   'END_OF_TERM', 'ON_EVENT', 'ON_REQUEST', 'CONTINUOUS', 'UNSPECIFIED'));

create table clause (
  id uuid primary key default uuid_v7(),
  agreement_id uuid not null references agreement (id) on delete cascade,
  parent_id uuid references clause (id) on delete cascade,
  ordinal integer not null,
  kind clause_kind not null,
  label text,
  heading text,
  text text not null,
  version integer not null default 1
);
create index clause_agreement_id_ordinal_idx on clause (agreement_id, ordinal);
create index clause_parent_id_idx on clause (parent_id);

create table commitment (
  id uuid primary key default uuid_v7(),
  agreement_id uuid not null references agreement (id) on delete cascade,
  ordinal integer not null,
  title text not null,
  kind commitment_kind not null,
  expected_result text,
  target_quantity numeric,
  target_unit text,
  target_per text,
  recipient_id uuid references body (id),
  active_from date,
  active_to date,
  version integer not null default 1,
  constraint commitment_dates_in_order check (active_to >= active_from)
);
create index commitment_agreement_id_idx on commitment (agreement_id);

create table commitment_clause (
  commitment_id uuid not null references commitment (id) on delete cascade,
  clause_id uuid not null references clause (id),
  primary key (commitment_id, clause_id)
);
create index commitment_clause_clause_id_idx on commitment_clause (clause_id);

create table commitment_body (
  id uuid primary key default uuid_v7(),
  commitment_id uuid not null references commitment (id) on delete cascade,
  body_id uuid not null references body (id),
  role commitment_role not null,
  from_on date,
  to_on date,
  constraint commitment_body_dates_in_order check (to_on >= from_on)
);
create index commitment_body_commitment_id_idx on commitment_body (commitment_id);
create index commitment_body_body_id_idx on commitment_body (body_id);

-- next_plan_on: the night on which the next period enters the horizon; null when nothing more will come
create table schedule (
  id uuid primary key default uuid_v7(),
  commitment_id uuid not null references commitment (id) on delete cascade,
  frequency frequency not null,
  n integer,
  included integer[],
  milestones integer[],
  anchor_on date,
  window_rule jsonb not null,
  dues jsonb not null,
  roll roll,
  scheme_id uuid references reporting_scheme (id),
  starts_on date,
  ends_on date,
  text_as_written text,
  clause_id uuid references clause (id),
  confirmed_by uuid not null references member (id),
  confirmed_at timestamptz not null,
  planned_to date,
  next_plan_on date,
  version integer not null default 1,
  constraint schedule_dates_in_order check (ends_on >= starts_on)
);
create index schedule_commitment_id_idx on schedule (commitment_id);
create index schedule_next_plan_on_idx on schedule (next_plan_on);
create index schedule_unspecified_idx on schedule (commitment_id) where frequency = 'UNSPECIFIED';

-- who reports, tier by tier; no row = the leads of the commitment, all in tier 1
create table schedule_reporter (
  schedule_id uuid not null references schedule (id) on delete cascade,
  body_id uuid not null references body (id),
  tier integer not null,
  primary key (schedule_id, body_id)
);
create index schedule_reporter_body_id_idx on schedule_reporter (body_id);
`;

const DOWN = `
drop table schedule_reporter, schedule, commitment_body, commitment_clause, commitment, clause;
drop domain frequency, commitment_role, commitment_kind, clause_kind;
`;

export class Commitments1764000000004 implements MigrationInterface {
  name = 'Commitments1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
