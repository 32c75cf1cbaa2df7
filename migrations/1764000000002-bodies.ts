import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create domain body_system as text check (value in
  ('PARTY', 'GOVERNMENT', 'PEOPLE_COUNCIL', 'MILITARY', 'POLICE', 'FRONT', 'MASS_ORGANISATION', 'OTHER'));
create domain body_level as text check (value in ('CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'UNIT'));
create domain calendar_day_kind as text check (value in ('HOLIDAY', 'MAKE_UP_OFF', 'SWAP_OFF', 'SWAP_WORK'));
create domain roll as text check (value in ('NONE', 'NEXT', 'PREVIOUS'));

-- valid_to is the last day of validity; both ends inclusive, null = not known or not ended
create table body (
  id uuid primary key default uuid_v7(),
  code text not null unique,
  name_vi text not null,
  name_en text,
  abbreviation text,
  system body_system not null,
  level body_level not null,
  parent_id uuid references body (id),
  valid_from date,
  valid_to date,
  search text not null,
  version integer not null default 1,
  constraint body_dates_in_order check (valid_to >= valid_from),
  constraint body_not_its_own_parent check (parent_id <> id)
);
create index body_parent_id_idx on body (parent_id);

create table calendar_year (
  year integer primary key,
  confirmed boolean not null,
  basis text
);

create table calendar_day (
  on_date date primary key,
  kind calendar_day_kind not null,
  name text not null,
  basis text
);

create table reporting_scheme (
  id uuid primary key default uuid_v7(),
  code text not null unique,
  name_vi text not null,
  name_en text not null,
  basis text,
  roll roll not null,
  before_counts_day boolean not null default false,
  windows jsonb not null,
  dues jsonb not null,
  preset boolean not null default false,
  version integer not null default 1
);
`;

const DOWN = `
drop table reporting_scheme, calendar_day, calendar_year, body;
drop domain roll, calendar_day_kind, body_level, body_system;
`;

export class Bodies1764000000002 implements MigrationInterface {
  name = 'Bodies1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
