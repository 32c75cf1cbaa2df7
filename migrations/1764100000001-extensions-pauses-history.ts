import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create domain extension_state as text check (value in ('asked', 'granted', 'refused'));
alter domain agreement_state drop constraint agreement_state_check;
alter domain agreement_state add constraint agreement_state_check check (value in
  ('draft', 'signed', 'in_force', 'expiring', 'paused', 'ended', 'replaced', 'terminated'));

-- the last day granted; due_on keeps the day first set, so that on time can be counted against both
alter table occurrence add column agreed_due_on date;
alter table occurrence add constraint occurrence_late_after_agreed check (overdue_from > agreed_due_on);

-- document: number of the paper by which it was decided
create table extension (
  id uuid primary key default uuid_v7(),
  occurrence_id uuid not null references occurrence (id),
  asked_to date not null,
  reason text not null,
  asked_by uuid not null references member (id),
  asked_on date not null,
  asked_at timestamptz not null,
  state extension_state not null default 'asked',
  decided_by uuid references member (id),
  decided_on date,
  decided_at timestamptz,
  decision_note text,
  granted_to date,
  document text,
  version integer not null default 1,
  constraint extension_decided_has_author check ((state = 'asked') = (decided_by is null)),
  constraint extension_granted_has_day check ((state = 'granted') = (granted_to is not null))
);
create unique index extension_one_asked_idx on extension (occurrence_id) where state = 'asked';
create index extension_occurrence_id_idx on extension (occurrence_id);
create index extension_asked_on_idx on extension (asked_on, id);

-- paused_from: first day without duties; resumed_on: first day with duties again
create table agreement_pause (
  id uuid primary key default uuid_v7(),
  agreement_id uuid not null references agreement (id) on delete cascade,
  paused_from date not null,
  reason text not null,
  document text,
  paused_by uuid not null references member (id),
  paused_at timestamptz not null,
  resumed_on date,
  resumed_by uuid references member (id),
  resumed_at timestamptz,
  constraint agreement_pause_in_order check (resumed_on >= paused_from),
  constraint agreement_pause_resumed_has_author check ((resumed_on is null) = (resumed_by is null))
);
create unique index agreement_pause_one_open_idx on agreement_pause (agreement_id) where resumed_on is null;
create index agreement_pause_agreement_id_idx on agreement_pause (agreement_id);

-- first day of the pause that suspended the review; null when it waits for a successor of its host
alter table review add column paused_on date;

-- entered from the time before the register followed the agreement
alter table submission add column imported boolean not null default false;
`;

const DOWN = `
alter table submission drop column imported;
alter table review drop column paused_on;
drop table agreement_pause, extension;
alter table occurrence drop column agreed_due_on;
delete from agreement_step where 'paused' in (from_state, to_state);
update agreement set state = 'in_force' where state = 'paused';
alter domain agreement_state drop constraint agreement_state_check;
alter domain agreement_state add constraint agreement_state_check check (value in
  ('draft', 'signed', 'in_force', 'expiring', 'ended', 'replaced', 'terminated'));
drop domain extension_state;
`;

export class ExtensionsPausesHistory1764100000001 implements MigrationInterface {
  name = 'ExtensionsPausesHistory1764100000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
