import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
-- a person as an OpenID Connect provider knows them; the subject never changes and is never given to another
create table member_identity (
  id uuid primary key default uuid_v7(),
  member_id uuid not null references member (id),
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null,
  linked_by uuid not null references member (id),
  unique (issuer, subject)
);
create index member_identity_member_id_idx on member_identity (member_id);

-- sign-ins that have gone to the provider and not come back; kept for ten minutes
create table oidc_sign_in (
  browser_hash text primary key,
  state text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index oidc_sign_in_expires_at_idx on oidc_sign_in (expires_at);

create table access_token (
  id uuid primary key default uuid_v7(),
  member_id uuid not null references member (id),
  name text not null,
  token_hash text not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  made_at timestamptz not null,
  expires_on date not null,
  last_used_at timestamptz,
  last_used_from text,
  revoked_at timestamptz,
  revoked_by uuid references member (id)
);
create index access_token_member_id_idx on access_token (member_id);
`;

const DOWN = `
drop table access_token, oidc_sign_in, member_identity;
`;

export class OidcAndTokens1764200000003 implements MigrationInterface {
  name = 'OidcAndTokens1764200000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
