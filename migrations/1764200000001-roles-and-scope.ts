import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of these belong to one agreement, named by the column. */
const BY_AGREEMENT = [
  ...['agreement_number', 'party', 'witness', 'legal_basis', 'agreement_link', 'agreement_document', 'agreement_step'],
  ...['clause', 'commitment', 'amendment', 'renewal_notice', 'agreement_pause', 'succession_decision'],
  ...['occurrence', 'review_cycle', 'review', 'follow_up', 'duty_past'],
];

/** Rows of these are seen by whoever sees the row they hang on. */
const BY_PARENT: Readonly<Record<string, string>> = {
  commitment_clause: 'exists (select from commitment p where p.id = commitment_id)',
  commitment_body: 'exists (select from commitment p where p.id = commitment_id)',
  schedule: 'exists (select from commitment p where p.id = commitment_id)',
  schedule_reporter: 'exists (select from schedule p where p.id = schedule_id)',
  schedule_revision: 'exists (select from schedule p where p.id = schedule_id)',
  submission: 'exists (select from occurrence p where p.id = occurrence_id)',
  evidence: 'exists (select from submission p where p.id = submission_id)',
  extension: 'exists (select from occurrence p where p.id = occurrence_id)',
  review_outcome: 'exists (select from review p where p.id = review_id)',
  succession_successor: 'exists (select from succession_decision p where p.id = decision_id)',
  due_change:
    'exists (select from occurrence p where p.id = occurrence_id) or exists (select from review p where p.id = review_id)',
};

const SCOPE = '(select scope_agreements())';

const POLICIES: Readonly<Record<string, string>> = {
  agreement: `id = any (${SCOPE}::uuid[])`,
  ...Object.fromEntries(BY_AGREEMENT.map((table) => [table, `agreement_id = any (${SCOPE}::uuid[])`])),
  ...BY_PARENT,
  seat: 'body_id = any ((select scope_bodies())::uuid[])',
  seat_holding: 'exists (select from seat p where p.id = seat_id)',
  audit_entry: `agreement_id = any (${SCOPE}::uuid[]) or (agreement_id is null and actor_id = (select scope_actor()))`,
  idempotency_key: 'actor_id = (select scope_actor())',
  sweep_run: 'false',
  sweep_night: 'false',
};

/** What is new may be written before it can be seen: an agreement has no party yet, an entry is about anything. */
const WRITTEN_BEFORE_SEEN = ['agreement', 'party', 'audit_entry', 'duty_past'];

function policiesOf(table: string, seen: string): string {
  const scoped = WRITTEN_BEFORE_SEEN.includes(table)
    ? `create policy scoped on ${table} to so_phoi_hop_scoped using (${seen});
       create policy written on ${table} for insert to so_phoi_hop_scoped with check (true);`
    : `create policy scoped on ${table} to so_phoi_hop_scoped using (${seen}) with check (${seen});`;
  return `alter table ${table} enable row level security; ${scoped}
    create policy everything on ${table} to so_phoi_hop_everything using (true) with check (true);`;
}

const UP = `
-- The app signs in as a role that owns nothing and takes one of these two for each piece of work. They belong to the
-- whole server: another register on it may have made them.
do $$ declare name text; begin
  foreach name in array array['so_phoi_hop_scoped', 'so_phoi_hop_everything'] loop
    if not exists (select from pg_roles where rolname = name) then execute format('create role %I', name); end if;
  end loop;
end $$;

revoke create on schema public from public;
grant usage on schema public to so_phoi_hop_scoped, so_phoi_hop_everything;
grant select, insert, update, delete on all tables in schema public to so_phoi_hop_scoped, so_phoi_hop_everything;
grant usage on all sequences in schema public to so_phoi_hop_scoped, so_phoi_hop_everything;
revoke insert, update, delete on migration from so_phoi_hop_scoped, so_phoi_hop_everything;
revoke update, delete on audit_entry, duty_past from so_phoi_hop_scoped, so_phoi_hop_everything;
alter default privileges in schema public grant select, insert, update, delete on tables
  to so_phoi_hop_scoped, so_phoi_hop_everything;
alter default privileges in schema public grant usage on sequences to so_phoi_hop_scoped, so_phoi_hop_everything;

-- A seat without a body is one over the whole register.
alter table seat alter column body_id drop not null;
with made as (
  insert into seat (name_vi, name_en, role)
  select 'Quản trị sổ', 'Administrator of the register', 'ADMINISTRATOR' where exists (select from member where role = 'administrator')
  returning id
)
insert into seat_holding (seat_id, member_id, from_on)
select made.id, m.id, '2000-01-01' from made, member m where m.role = 'administrator' order by m.id limit 1;
alter table member drop column role;

create index follow_up_owner_id_idx on follow_up (owner_id);
create index review_cycle_host_id_idx on review_cycle (host_id);

create function bodies_under(roots uuid[]) returns uuid[] language sql stable security definer
  set search_path = public, pg_temp as $$
  with recursive mine (id) as (
    select unnest(roots) union select b.id from body b join mine m on b.parent_id = m.id
  )
  select coalesce(array_agg(id), '{}') from mine
$$;

-- The one rule of who sees what: an agreement is seen from a body that is a party to it or has a duty in it, and from above.
create function scope_bodies() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select bodies_under(nullif(current_setting('app.roots', true), '')::uuid[])
$$;
create function scope_actor() returns uuid language sql stable as $$
  select nullif(current_setting('app.actor', true), '')::uuid
$$;
create function scope_agreements() returns uuid[] language sql stable security definer
  set search_path = public, pg_temp as $$
  with mine as materialized (select unnest(scope_bodies()) as id),
  seen as (
    select p.agreement_id from party p join mine on mine.id = p.body_id
    union
    select c.agreement_id from commitment_body b join mine on mine.id = b.body_id join commitment c on c.id = b.commitment_id
    union
    select c.agreement_id from schedule_reporter r join mine on mine.id = r.body_id
      join schedule s on s.id = r.schedule_id join commitment c on c.id = s.commitment_id
    union
    select y.agreement_id from review_cycle y join mine on mine.id = y.host_id
    union
    select f.agreement_id from follow_up f join mine on mine.id = f.owner_id
  )
  select coalesce(array_agg(agreement_id), '{}') from seen
$$;

-- For what is shown to some of those who see the agreement, such as a draft.
create function scope_covers(body_id uuid) returns boolean language sql stable as $$
  select current_user = 'so_phoi_hop_everything' or body_id = any (scope_bodies())
$$;

-- Bodies of the seats that a member holds or will hold, whoever asks; null: over the whole register.
create function bodies_of_member(member_id uuid) returns table (body_id uuid) language sql stable security definer
  set search_path = public, pg_temp as $$
  select s.body_id from seat_holding h join seat s on s.id = h.seat_id where h.member_id = bodies_of_member.member_id
$$;

-- A member without any seat is anybody's to seat.
create function member_in_scope(member_id uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select coalesce(bool_or(s.body_id = any (scope_bodies())), true)
  from seat_holding h join seat s on s.id = h.seat_id where h.member_id = member_in_scope.member_id
$$;

-- What the tables keep by themselves is kept whoever writes.
alter function keep_duty_past() security definer set search_path = public, pg_temp;
alter function name_audited_agreement() security definer set search_path = public, pg_temp;
alter view duty set (security_invoker = true);

${Object.entries(POLICIES)
  .map(([table, seen]) => policiesOf(table, seen))
  .join('\n')}
`;

const DOWN = `
${Object.keys(POLICIES)
  .map(
    (table) => `alter table ${table} disable row level security;
    drop policy scoped on ${table}; drop policy everything on ${table};
    ${WRITTEN_BEFORE_SEEN.includes(table) ? `drop policy written on ${table};` : ''}`,
  )
  .join('\n')}
alter view duty reset (security_invoker);
alter function name_audited_agreement() security invoker reset search_path;
alter function keep_duty_past() security invoker reset search_path;
drop function member_in_scope, bodies_of_member, scope_covers, scope_agreements, scope_actor, scope_bodies, bodies_under;
drop index review_cycle_host_id_idx;
drop index follow_up_owner_id_idx;
alter table member add column role text not null default 'member';
update member set role = 'administrator' where id in (
  select h.member_id from seat_holding h join seat s on s.id = h.seat_id where s.body_id is null and s.role = 'ADMINISTRATOR');
alter table member alter column role drop default;
delete from seat_holding where seat_id in (select id from seat where body_id is null);
delete from seat where body_id is null;
alter table seat alter column body_id set not null;
alter default privileges in schema public revoke all on tables from so_phoi_hop_scoped, so_phoi_hop_everything;
alter default privileges in schema public revoke all on sequences from so_phoi_hop_scoped, so_phoi_hop_everything;
revoke all on all tables in schema public from so_phoi_hop_scoped, so_phoi_hop_everything;
revoke all on all sequences in schema public from so_phoi_hop_scoped, so_phoi_hop_everything;
revoke usage on schema public from so_phoi_hop_scoped, so_phoi_hop_everything;
`;

export class RolesAndScope1764200000001 implements MigrationInterface {
  name = 'RolesAndScope1764200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
