import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create domain intake_source as text check (value in ('DOCX', 'PDF', 'TEXT'));
create domain intake_unread as text check (value in ('scan', 'old-word', 'picture', 'sheet', 'other-kind', 'legacy-font',
  'too-long', 'no-text', 'unreadable'));
create domain proposal_part as text check (value in ('KIND', 'TITLE', 'NUMBER', 'SIGNED_ON', 'PLACE', 'TERM', 'IN_FORCE',
  'LINK', 'PARTY', 'LEGAL_BASIS', 'CLAUSE', 'COMMITMENT', 'REVIEW'));
create domain proposal_state as text check (value in ('PROPOSED', 'ACCEPTED', 'EDITED', 'REJECTED'));
create table intake (
  id uuid primary key default uuid_v7(),
  member_id uuid not null references member (id),
  name text,
  sha256 text,
  source intake_source,
  unread intake_unread,
  lines jsonb not null,
  doubts jsonb not null,
  taken_at timestamptz not null,
  agreement_id uuid references agreement (id) on delete set null,
  version integer not null default 1,
  constraint intake_read_or_not check ((source is null) <> (unread is null))
);
create index on intake (member_id);
create index on intake (agreement_id);
create table intake_proposal (
  id uuid primary key default uuid_v7(),
  intake_id uuid not null references intake (id) on delete cascade,
  ordinal integer not null,
  part proposal_part not null,
  state proposal_state not null,
  decided_at timestamptz,
  content jsonb not null,
  unique (intake_id, ordinal)
);
alter table intake enable row level security;
create policy scoped on intake to so_phoi_hop_scoped
  using (member_id = (select scope_actor())) with check (member_id = (select scope_actor()));
create policy everything on intake to so_phoi_hop_everything using (true) with check (true);
alter table intake_proposal enable row level security;
create policy scoped on intake_proposal to so_phoi_hop_scoped
  using (intake_id in (select id from intake)) with check (intake_id in (select id from intake));
create policy everything on intake_proposal to so_phoi_hop_everything using (true) with check (true);
grant select, insert, update, delete on intake, intake_proposal to so_phoi_hop_scoped, so_phoi_hop_everything;

-- What somebody who leaves had not entered yet goes with them; the agreements that came of it stay.
create function forget_intakes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from intake where member_id = new.member_id;
  return null;
end $$;
create trigger departure_forgets_intakes after insert on departure for each row execute function forget_intakes();
`;

const DOWN = `
drop trigger departure_forgets_intakes on departure;
drop function forget_intakes;
drop table intake_proposal;
drop table intake;
drop domain proposal_state;
drop domain proposal_part;
drop domain intake_unread;
drop domain intake_source;
`;

export class Intakes1764400000001 implements MigrationInterface {
  name = 'Intakes1764400000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
