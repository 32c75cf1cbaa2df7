import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create domain departure_reason as text check (value in ('TRANSFERRED', 'RETIRED', 'END_OF_TERM', 'OTHER'));

-- at the office only
alter table member add column email text, add column phone text;

-- on_date is the last day in office; the number stands for the person once the name is taken off
create table departure (
  id uuid primary key default uuid_v7(),
  member_id uuid not null unique references member (id),
  on_date date not null,
  reason departure_reason not null,
  by_id uuid not null,
  at timestamptz not null,
  number integer unique,
  anonymised_at timestamptz,
  anonymised_by uuid,
  constraint departure_anonymised_whole check ((anonymised_at is null) = (number is null) and (anonymised_at is null) = (anonymised_by is null))
);
`;

const DOWN = `
drop table departure;
alter table member drop column phone, drop column email;
drop domain departure_reason;
`;

export class Persons1764200000006 implements MigrationInterface {
  name = 'Persons1764200000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
