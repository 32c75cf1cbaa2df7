import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create domain credential as text check (value in ('session', 'token', 'sign-in', 'system'));
-- null: noted before these were kept
alter table audit_entry add column from_address text, add column by_credential credential;
create index audit_entry_actor_id_idx on audit_entry (actor_id, id);
create index audit_entry_at_idx on audit_entry using brin (at);

-- the chain over the entries in the order in which they were committed (docs/decisions/0014). No foreign key: an entry
-- that is gone is a fault to be named, and the check would cost more than the link.
create table audit_link (
  seq bigint primary key,
  entry_id bigint not null unique,
  previous bytea not null check (octet_length(previous) = 32),
  hash bytea not null check (octet_length(hash) = 32)
);

-- heads of the chain as they were noted by the night, so that a cut tail is found
create table audit_head (
  request_id text primary key,
  noted_at timestamptz not null,
  seq bigint not null,
  hash bytea not null
);

-- every value as text, in a JSON array, so that no two entries read alike and no setting of the session matters;
-- src/platform/audit/chain.rules.ts says the same
create function audit_hash(previous bytea, e audit_entry) returns bytea language sql stable as $$
  select sha256(previous || convert_to(json_build_array(e.id::text, (extract(epoch from e.at) * 1000000)::bigint::text,
    e.actor_id::text, e.actor_name, e.from_address, e.by_credential::text, e.request_id, e.what,
    e.subject_id::text, e.agreement_id::text, e.before::text, e.after::text)::text, 'UTF8'))
$$;

-- Whoever holds the lock sees every link made before and, of the entries without a link, only its own: the others are
-- linked before they can be seen. Each statement looks anew, so READ COMMITTED is needed.
create function link_audit_entries(first bigint) returns void language plpgsql as $$
declare
  head_seq bigint;
  head_hash bytea;
  entry audit_entry;
begin
  if current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
    raise exception 'audit entries are written at READ COMMITTED only' using errcode = 'feature_not_supported';
  end if;
  perform pg_advisory_xact_lock(7402028);
  select seq, hash into head_seq, head_hash from audit_link order by seq desc limit 1;
  if not found then
    head_seq := 0;
    head_hash := decode(repeat('00', 32), 'hex');
  end if;
  for entry in
    select * from audit_entry e
    where e.id >= first and (select l.seq from audit_link l where l.entry_id = e.id) is null order by e.id
  loop
    insert into audit_link (seq, entry_id, previous, hash)
      values (head_seq + 1, entry.id, head_hash, audit_hash(head_hash, entry)) returning seq, hash into head_seq, head_hash;
  end loop;
end $$;

-- with the right of the tables' owner, so that whoever writes entries needs none on the links
create function chain_audit_entry() returns trigger language plpgsql
  security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- the first firing of a transaction links all its entries
  if not exists (select from audit_link where entry_id = new.id) then perform link_audit_entries(new.id); end if;
  return null;
end $$;

revoke execute on function link_audit_entries from public;

-- the app may read the chain and note its head, under the scope of everything alone; it writes no link by itself
alter table audit_link enable row level security;
alter table audit_head enable row level security;
create policy everything on audit_link to so_phoi_hop_everything using (true);
create policy everything on audit_head to so_phoi_hop_everything using (true) with check (true);
revoke all on audit_link, audit_head from so_phoi_hop_scoped, so_phoi_hop_everything;
grant select on audit_link, audit_head to so_phoi_hop_everything;
grant insert on audit_head to so_phoi_hop_everything;
revoke update, delete, truncate on audit_entry from so_phoi_hop_scoped, so_phoi_hop_everything;

select link_audit_entries(0);

-- at commit, so that the lock on the chain is held for no longer than that and never before a lock on a row
create constraint trigger audit_entry_chain after insert on audit_entry deferrable initially deferred
  for each row execute function chain_audit_entry();
create trigger audit_entry_stays before update or delete or truncate on audit_entry
  for each statement execute function refuse_rewriting();
create trigger audit_link_stays before update or delete or truncate on audit_link
  for each statement execute function refuse_rewriting();
create trigger audit_head_stays before update or delete or truncate on audit_head
  for each statement execute function refuse_rewriting();
`;

const DOWN = `
drop trigger audit_entry_chain on audit_entry;
drop trigger audit_entry_stays on audit_entry;
drop table audit_head, audit_link;
drop function chain_audit_entry, link_audit_entries, audit_hash;
drop index audit_entry_actor_id_idx, audit_entry_at_idx;
alter table audit_entry drop column from_address, drop column by_credential;
drop domain credential;
`;

export class AuditChain1764200000004 implements MigrationInterface {
  name = 'AuditChain1764200000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
