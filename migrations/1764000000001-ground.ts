import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
-- identifiers that sort by the moment they were made (RFC 9562, version 7); PostgreSQL 15 to 17 have none built in
create function uuid_v7() returns uuid language sql volatile parallel safe as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

create table member (
  id uuid primary key default uuid_v7(),
  login text not null unique,
  full_name text not null,
  password_hash text not null,
  role text not null,
  disabled_at timestamptz
);

create table session (
  token_hash text primary key,
  member_id uuid not null references member (id),
  opened_at timestamptz not null,
  expires_at timestamptz not null
);

create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id uuid not null,
  actor_name text not null,
  request_id text not null,
  what text not null,
  subject_id uuid not null,
  before jsonb,
  after jsonb
);
create index audit_entry_subject_id_idx on audit_entry (subject_id, id);

create table idempotency_key (
  actor_id uuid not null,
  key text not null,
  fingerprint text not null,
  answer jsonb,
  claimed_at timestamptz not null default now(),
  primary key (actor_id, key)
);
create index idempotency_key_claimed_at_idx on idempotency_key (claimed_at);

create table stored_file (
  sha256 text primary key,
  size bigint not null,
  media_type text not null,
  stored_at timestamptz not null
);
`;

const DOWN = `
drop table stored_file, idempotency_key, audit_entry, session, member;
drop function uuid_v7();
`;

export class Ground1764000000001 implements MigrationInterface {
  name = 'Ground1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
