import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As src/core/vietnamese.ts folded text when this was written. */
const FOLDED = `lower(regexp_replace(translate(regexp_replace(normalize(names.text, NFD), '[\\u0300-\\u036f]', '', 'g'),
  'Đđ–—', 'dd--'), '\\s+', ' ', 'g'))`;

const UP = `
create domain view_page as text check (value in ('agreements', 'occurrences', 'reviews', 'summary'));
create table saved_view (
  id uuid primary key default uuid_v7(),
  member_id uuid not null references member (id),
  page view_page not null,
  name text not null,
  query text not null,
  columns text[],
  version integer not null default 1,
  unique (member_id, page, name)
);
alter table saved_view enable row level security;
create policy scoped on saved_view to so_phoi_hop_scoped
  using (member_id = (select scope_actor())) with check (member_id = (select scope_actor()));
create policy everything on saved_view to so_phoi_hop_everything using (true) with check (true);
grant select, insert, update, delete on saved_view to so_phoi_hop_scoped, so_phoi_hop_everything;

-- Who records a departure does not see the views of the one who leaves: the database takes them away.
create function forget_views() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from saved_view where member_id = new.member_id;
  return null;
end $$;
create trigger departure_forgets_views after insert on departure for each row execute function forget_views();

-- The names of the parties as signed are searched too.
update agreement a set search = a.search || ' | ' || ${FOLDED}
from (select agreement_id, string_agg(name_as_signed, ' | ' order by ordinal) as text from party group by 1) names
where names.agreement_id = a.id;
`;

/** What is searched keeps the names: no more is found by them than is there. */
const DOWN = `
drop trigger departure_forgets_views on departure;
drop function forget_views;
drop table saved_view;
drop domain view_page;
`;

export class ViewsAndSearch1764300000012 implements MigrationInterface {
  name = 'ViewsAndSearch1764300000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
