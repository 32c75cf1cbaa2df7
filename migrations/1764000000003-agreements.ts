import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create domain agreement_kind as text check (value in
  ('REGULATION', 'PROGRAMME', 'PLAN', 'JOINT_RESOLUTION', 'JOINT_CIRCULAR', 'ACCORD', 'MEMORANDUM', 'TWINNING', 'OTHER'));
create domain agreement_state as text check (value in
  ('draft', 'signed', 'in_force', 'expiring', 'ended', 'replaced', 'terminated'));
create domain term_kind as text check (value in ('FIXED', 'TERM_OF_OFFICE', 'OPEN', 'UNTIL_REPLACED', 'UNKNOWN'));
create domain renewal as text check (value in ('NONE', 'EXPRESS', 'TACIT'));
create domain openness as text check (value in ('PUBLIC', 'INTERNAL'));
create domain party_role as text check (value in ('PARTY', 'STANDING_BODY'));
create domain signing_authority as text check (value in ('DIRECT', 'TM', 'KT', 'TL', 'TUQ', 'Q'));
create domain link_kind as text check (value in ('REPLACES', 'AMENDS', 'UNDER_FRAMEWORK', 'ENCLOSED_BY'));
create domain document_kind as text check (value in ('SIGNED_TEXT', 'CARRIER', 'ANNEX', 'MINUTES', 'OTHER'));

-- term_to is the last day of the term; followed_since the first day whose due dates count here
create table agreement (
  id uuid primary key default uuid_v7(),
  kind agreement_kind not null,
  title text not null,
  signed_on date,
  signed_at_place text,
  ceremony_note text,
  in_force_from date,
  term_kind term_kind not null default 'UNKNOWN',
  term_to date,
  renewal renewal not null default 'NONE',
  openness openness not null default 'PUBLIC',
  scheme_id uuid references reporting_scheme (id),
  followed_since date,
  state agreement_state not null default 'draft',
  activated_on date,
  ended_on date,
  no_secret_confirmed_by uuid not null references member (id),
  no_secret_confirmed_at timestamptz not null,
  search text not null,
  version integer not null default 1,
  constraint agreement_term_in_order check (term_to >= in_force_from),
  constraint agreement_signed_before_in_force check (state = 'draft' or signed_on is not null)
);
create index agreement_state_term_to_idx on agreement (state, term_to);

create table agreement_number (
  id uuid primary key default uuid_v7(),
  agreement_id uuid not null references agreement (id) on delete cascade,
  ordinal integer not null,
  printed text not null,
  issuer_id uuid references body (id),
  seq integer,
  year integer,
  type text,
  orgs text[]
);
create index agreement_number_agreement_id_idx on agreement_number (agreement_id);

create table party (
  id uuid primary key default uuid_v7(),
  agreement_id uuid not null references agreement (id) on delete cascade,
  body_id uuid not null references body (id),
  ordinal integer not null,
  role party_role not null,
  name_as_signed text not null,
  signatory_name text,
  signatory_position text,
  authority signing_authority,
  contact text,
  joined_on date,
  left_on date,
  unique (agreement_id, body_id, role),
  constraint party_dates_in_order check (left_on >= joined_on)
);
create index party_body_id_idx on party (body_id);

create table witness (
  id uuid primary key default uuid_v7(),
  agreement_id uuid not null references agreement (id) on delete cascade,
  ordinal integer not null,
  name text not null,
  position text,
  body_id uuid references body (id)
);
create index witness_agreement_id_idx on witness (agreement_id);

create table legal_basis (
  id uuid primary key default uuid_v7(),
  agreement_id uuid not null references agreement (id) on delete cascade,
  ordinal integer not null,
  text text not null,
  number text,
  dated_on date
);
create index legal_basis_agreement_id_idx on legal_basis (agreement_id);

-- to_text names a document that is not in the register
create table agreement_link (
  id uuid primary key default uuid_v7(),
  agreement_id uuid not null references agreement (id) on delete cascade,
  kind link_kind not null,
  to_agreement_id uuid references agreement (id),
  to_text text,
  constraint agreement_link_names_one check ((to_agreement_id is null) <> (to_text is null))
);
create index agreement_link_agreement_id_idx on agreement_link (agreement_id);
create index agreement_link_to_agreement_id_idx on agreement_link (to_agreement_id);

create table agreement_document (
  id uuid primary key default uuid_v7(),
  agreement_id uuid not null references agreement (id) on delete cascade,
  kind document_kind not null,
  name text not null,
  sha256 text not null,
  dated_on date,
  added_by uuid not null references member (id),
  added_at timestamptz not null
);
create index agreement_document_agreement_id_idx on agreement_document (agreement_id);

-- each change of state is a dated record with an author
create table agreement_step (
  id uuid primary key default uuid_v7(),
  agreement_id uuid not null references agreement (id) on delete cascade,
  verb text not null,
  from_state agreement_state not null,
  to_state agreement_state not null,
  on_date date not null,
  at timestamptz not null,
  by_id uuid not null,
  reason text
);
create index agreement_step_agreement_id_idx on agreement_step (agreement_id);
`;

const DOWN = `
drop table agreement_step, agreement_document, agreement_link, legal_basis, witness, party, agreement_number, agreement;
drop domain document_kind, link_kind, signing_authority, party_role, openness, renewal, term_kind, agreement_state, agreement_kind;
`;

export class Agreements1764000000003 implements MigrationInterface {
  name = 'Agreements1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
