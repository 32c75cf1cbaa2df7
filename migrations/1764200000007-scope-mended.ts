import type { MigrationInterface, QueryRunner } from 'typeorm';

const BY_AGREEMENT = [
  ...['agreement_number', 'party', 'witness', 'legal_basis', 'agreement_link', 'agreement_document', 'agreement_step'],
  ...['clause', 'commitment', 'amendment', 'renewal_notice', 'agreement_pause', 'succession_decision'],
  ...['occurrence', 'review_cycle', 'review', 'follow_up', 'duty_past'],
];
const UNCHECKED = ['agreement', 'party', 'duty_past', 'audit_entry'];

/** Looked up in a hash made once a statement: a list would be walked for every row of whoever sees thousands. */
const HASHED = 'in (select unnest(scope_agreements()))';
const OWN_ENTRY = 'or (agreement_id is null and actor_id = (select scope_actor()))';

function policies(among: string): string {
  const seen: [string, string][] = [
    ['agreement', `id ${among}`],
    ['audit_entry', `agreement_id ${among} ${OWN_ENTRY}`],
    ...BY_AGREEMENT.map((table): [string, string] => [table, `agreement_id ${among}`]),
  ];
  return seen
    .map(([table, rule]) => {
      const check = UNCHECKED.includes(table) ? '' : `with check (${rule})`;
      return `alter policy scoped on ${table} using (${rule}) ${check};`;
    })
    .join('\n');
}

const UP = `

-- A statement that joins six tables asks six times: the answer is kept for as long as the statement lasts.
alter function scope_agreements() rename to agreements_of_scope;
create function scope_agreements() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  key text := statement_timestamp()::text || coalesce(current_setting('app.roots', true), '');
begin
  if current_setting('app.seen_for', true) is distinct from key then
    perform set_config('app.seen', agreements_of_scope()::text, false), set_config('app.seen_for', key, false);
  end if;
  return current_setting('app.seen')::uuid[];
end $$;

${policies(HASHED)}

-- whoever registered a member may seat and invite them until a seat says whose they are; null: the register itself
alter table member add column registered_by uuid;

create function today_here() returns date language sql stable as $$
  select (register_now() at time zone 'Asia/Ho_Chi_Minh')::date
$$;

-- Whose a member is: the bodies of the seats held now or later; of nobody's now, those held before. Null: the whole
-- register, also for one who never had a seat, except to whoever registered them.
create or replace function bodies_of_member(member_id uuid) returns table (body_id uuid) language sql stable security definer
  set search_path = public, pg_temp as $$
  with held as (
    select s.body_id, coalesce(h.to_on, 'infinity') >= today_here() as open
    from seat_holding h join seat s on s.id = h.seat_id where h.member_id = bodies_of_member.member_id
  )
  select held.body_id from held where held.open or not exists (select from held o where o.open)
  union all
  select null from member m where m.id = bodies_of_member.member_id and not exists (select from held)
    and m.registered_by is distinct from scope_actor()
$$;

create function member_among(member_id uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from bodies_of_member(member_among.member_id) b where b.body_id = any (scope_bodies()))
    or exists (select from member m where m.id = member_among.member_id and m.registered_by = scope_actor()
      and not exists (select from seat_holding h where h.member_id = m.id))
$$;
-- as the caller: only so does it know the role of the work
create or replace function member_in_scope(member_id uuid) returns boolean language sql stable security invoker as $$
  select current_user = 'so_phoi_hop_everything' or member_among(member_in_scope.member_id)
$$;
alter function member_in_scope(uuid) reset search_path;
`;

const DOWN = `
create or replace function member_in_scope(member_id uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select coalesce(bool_or(s.body_id = any (scope_bodies())), true)
  from seat_holding h join seat s on s.id = h.seat_id where h.member_id = member_in_scope.member_id
$$;
${policies('= any ((select agreements_of_scope())::uuid[])')}
drop function scope_agreements;
alter function agreements_of_scope() rename to scope_agreements;
drop function member_among;
create or replace function bodies_of_member(member_id uuid) returns table (body_id uuid) language sql stable security definer
  set search_path = public, pg_temp as $$
  select s.body_id from seat_holding h join seat s on s.id = h.seat_id where h.member_id = bodies_of_member.member_id
$$;
drop function today_here;
alter table member drop column registered_by;
`;

export class ScopeMended1764200000007 implements MigrationInterface {
  name = 'ScopeMended1764200000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
