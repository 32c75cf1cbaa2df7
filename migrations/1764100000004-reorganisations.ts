import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create domain body_event_kind as text check (value in ('RENAMED', 'MERGED', 'SPLIT', 'DISSOLVED', 'TRANSFERRED'));
create domain body_event_side as text check (value in ('PREDECESSOR', 'SUCCESSOR'));
create domain succession_kind as text check (value in ('CONTINUED_BY', 'REPLACED_BY', 'TERMINATED', 'SUSPENDED'));
create domain seat_role as text check (value in ('REGISTRAR', 'REPORTER', 'REVIEWER', 'OFFICIAL', 'ADMINISTRATOR'));

-- effective_on is the first day of the new state; applied_on the day on which a new name or parent was taken over
create table body_event (
  id uuid primary key default uuid_v7(),
  kind body_event_kind not null,
  effective_on date not null,
  basis_number text,
  basis_dated_on date,
  basis_issuer text,
  basis_title text,
  note text,
  new_name_vi text,
  new_name_en text,
  new_parent_id uuid references body (id),
  applied_on date,
  by_id uuid not null,
  at timestamptz not null
);
create index body_event_to_apply_idx on body_event (effective_on) where applied_on is null;

create table body_event_party (
  event_id uuid not null references body_event (id),
  body_id uuid not null references body (id),
  side body_event_side not null,
  primary key (event_id, body_id)
);
create index body_event_party_body_id_idx on body_event_party (body_id);

-- former names and former places in the tree; what holds today stands in body
create table body_name (
  id uuid primary key default uuid_v7(),
  body_id uuid not null references body (id),
  name_vi text not null,
  name_en text,
  from_on date,
  to_on date not null,
  unique (body_id, to_on),
  constraint body_name_dates_in_order check (to_on >= from_on)
);
create table body_parent (
  id uuid primary key default uuid_v7(),
  body_id uuid not null references body (id),
  parent_id uuid references body (id),
  from_on date,
  to_on date not null,
  unique (body_id, to_on),
  constraint body_parent_dates_in_order check (to_on >= from_on)
);

alter table schedule_reporter add column from_on date;
alter table schedule_reporter add column to_on date;

create table succession_decision (
  id uuid primary key default uuid_v7(),
  agreement_id uuid not null references agreement (id) on delete cascade,
  commitment_id uuid references commitment (id) on delete cascade,
  body_id uuid not null references body (id),
  decision succession_kind not null,
  from_on date not null,
  replaced_by_id uuid references agreement (id),
  basis text,
  note text,
  decided_on date not null,
  decided_by uuid not null references member (id),
  at timestamptz not null
);
create index succession_decision_body_id_idx on succession_decision (body_id);
-- one last word on a body's place in an agreement, or in one of its commitments
create unique index succession_decision_agreement_idx on succession_decision (agreement_id, body_id)
  where commitment_id is null and decision <> 'SUSPENDED';
create unique index succession_decision_commitment_idx on succession_decision (agreement_id, body_id, commitment_id)
  where commitment_id is not null and decision <> 'SUSPENDED';

create table succession_successor (
  decision_id uuid not null references succession_decision (id) on delete cascade,
  body_id uuid not null references body (id),
  ordinal integer not null,
  primary key (decision_id, body_id)
);
create index succession_successor_body_id_idx on succession_successor (body_id);

create table seat (
  id uuid primary key default uuid_v7(),
  body_id uuid not null references body (id),
  name_vi text not null,
  name_en text,
  role seat_role not null,
  valid_from date,
  valid_to date,
  version integer not null default 1,
  constraint seat_dates_in_order check (valid_to >= valid_from)
);
create index seat_body_id_idx on seat (body_id);

-- both ends inclusive; that two do not overlap is checked under the lock of the seat
create table seat_holding (
  id uuid primary key default uuid_v7(),
  seat_id uuid not null references seat (id),
  member_id uuid not null references member (id),
  from_on date not null,
  to_on date,
  constraint seat_holding_dates_in_order check (to_on >= from_on)
);
create index seat_holding_seat_id_from_on_idx on seat_holding (seat_id, from_on);
create index seat_holding_member_id_idx on seat_holding (member_id);
`;

const DOWN = `
drop table seat_holding, seat, succession_successor, succession_decision;
alter table schedule_reporter drop column to_on;
alter table schedule_reporter drop column from_on;
drop table body_parent, body_name, body_event_party, body_event;
drop domain seat_role, succession_kind, body_event_side, body_event_kind;
`;

export class Reorganisations1764100000004 implements MigrationInterface {
  name = 'Reorganisations1764100000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
