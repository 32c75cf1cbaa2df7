import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
-- null until the person has chosen one by a one-time link
alter table member alter column password_hash drop not null;

create domain session_carrier as text check (value in ('cookie', 'bearer'));
alter table session drop constraint session_pkey;
alter table session
  add column id uuid primary key default uuid_v7(),
  add column carried_by session_carrier not null default 'bearer',
  add column last_seen_at timestamptz not null default now(),
  add column address text not null default '',
  add column agent text not null default '',
  add constraint session_token_hash_key unique (token_hash);
create index session_member_id_idx on session (member_id);

-- browsers from which a member has signed in before: counted apart from strangers (docs/decisions, sign-in)
create table known_device (
  token_hash text primary key,
  member_id uuid not null references member (id),
  seen_at timestamptz not null
);
create index known_device_member_id_idx on known_device (member_id);

-- attempts by hashed key (login and address, address, login, device); written before the password is looked at
create table sign_in_count (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  held_until timestamptz
);
create index sign_in_count_last_at_idx on sign_in_count (last_at);

-- sealed with the key of the configuration; last_step: no code is taken twice (RFC 6238 §5.2)
create table totp (
  member_id uuid primary key references member (id),
  secret text not null,
  proposed_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);

create table recovery_code (
  member_id uuid not null references member (id),
  code_hash text not null,
  used_at timestamptz,
  primary key (member_id, code_hash)
);

create domain link_purpose as text check (value in ('INVITATION', 'RESET'));
create table one_time_link (
  token_hash text primary key,
  member_id uuid not null references member (id),
  purpose link_purpose not null,
  made_at timestamptz not null,
  made_by uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_link_member_id_idx on one_time_link (member_id);
`;

// A member without a password gets one that nothing matches.
const DOWN = `
drop table one_time_link, recovery_code, totp, sign_in_count, known_device;
drop domain link_purpose;
drop index session_member_id_idx;
alter table session drop constraint session_token_hash_key, drop column id, drop column carried_by,
  drop column last_seen_at, drop column address, drop column agent, add primary key (token_hash);
drop domain session_carrier;
update member set password_hash = '' where password_hash is null;
alter table member alter column password_hash set not null;
`;

export class SignIn1764200000002 implements MigrationInterface {
  name = 'SignIn1764200000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
