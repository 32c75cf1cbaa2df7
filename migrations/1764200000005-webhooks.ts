import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create domain webhook_event as text check (value in ('agreement.activated', 'agreement.ended', 'submission.submitted',
  'submission.accepted', 'submission.returned', 'occurrence.overdue', 'webhook.trial'));

create table webhook (
  id uuid primary key default uuid_v7(),
  body_id uuid not null references body (id),
  url text not null,
  events text[] not null,
  -- signs what is sent, so it cannot be kept as a hash; shown once
  secret text not null,
  registered_by uuid not null references member (id),
  registered_at timestamptz not null,
  registered_on date not null
);
create index webhook_body_id_idx on webhook (body_id);

create table webhook_delivery (
  id uuid primary key default uuid_v7(),
  webhook_id uuid not null references webhook (id) on delete cascade,
  event webhook_event not null,
  subject_id uuid not null,
  agreement_id uuid,
  -- one event of one record is told once; a record that is filed twice has two entries
  cause text not null,
  at timestamptz not null,
  attempts integer not null default 0,
  next_try_at timestamptz,
  last_try_at timestamptz,
  last_status integer,
  last_fault text,
  delivered_at timestamptz,
  given_up_at timestamptz,
  unique (webhook_id, cause)
);
create index webhook_delivery_next_try_at_idx on webhook_delivery (next_try_at) where next_try_at is not null;
create index webhook_delivery_webhook_id_id_idx on webhook_delivery (webhook_id, id);

-- seen by whoever covers the body it belongs to (docs/decisions/0013)
alter table webhook enable row level security;
create policy scoped on webhook to so_phoi_hop_scoped using (body_id = any ((select scope_bodies())::uuid[]));
create policy everything on webhook to so_phoi_hop_everything using (true) with check (true);
alter table webhook_delivery enable row level security;
create policy scoped on webhook_delivery to so_phoi_hop_scoped using (exists (select from webhook w where w.id = webhook_id));
create policy everything on webhook_delivery to so_phoi_hop_everything using (true) with check (true);

-- the outbox is filled in the transaction of the deed: what is told has happened, what has happened is told
create function webhook_event_of(what text) returns text language sql immutable as $$
  select case what
    when 'agreement.begin' then 'agreement.activated'
    when 'agreement.end' then 'agreement.ended'
    when 'agreement.terminate' then 'agreement.ended'
    when 'submission.submitted' then what
    when 'submission.accepted' then what
    when 'submission.returned' then what
  end
$$;

-- runs as its owner: whoever does the deed may not see who listens
create function fill_webhook_outbox() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  insert into webhook_delivery (webhook_id, event, subject_id, agreement_id, cause, at, next_try_at)
  select w.id, webhook_event_of(new.what), new.subject_id, new.agreement_id, 'audit:' || new.id, new.at, new.at
  from webhook w
  where webhook_event_of(new.what) = any (w.events)
    and exists (select from party p where p.agreement_id = new.agreement_id and p.body_id = w.body_id
      and coalesce(p.joined_on, '-infinity') <= (new.at at time zone 'Asia/Ho_Chi_Minh')::date
      and coalesce(p.left_on, 'infinity') >= (new.at at time zone 'Asia/Ho_Chi_Minh')::date);
  return null;
end $$;
create trigger audit_entry_webhooks after insert on audit_entry for each row
  when (webhook_event_of(new.what) is not null and new.agreement_id is not null) execute function fill_webhook_outbox();
`;

const DOWN = `
drop trigger audit_entry_webhooks on audit_entry;
drop function fill_webhook_outbox, webhook_event_of;
drop table webhook_delivery, webhook;
drop domain webhook_event;
`;

export class Webhooks1764200000005 implements MigrationInterface {
  name = 'Webhooks1764200000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
