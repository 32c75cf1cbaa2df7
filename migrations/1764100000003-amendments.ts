import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create domain day_kind as text check (value in ('CALENDAR', 'WORKING'));

-- one document that changes an agreement from a day; deeds names what it ended and started
create table amendment (
  id uuid primary key default uuid_v7(),
  agreement_id uuid not null references agreement (id),
  document_agreement_id uuid references agreement (id),
  document_text text,
  effective_from date not null,
  note text,
  deeds jsonb not null,
  by_id uuid not null references member (id),
  at timestamptz not null,
  constraint amendment_names_one_document check ((document_agreement_id is null) <> (document_text is null))
);
create index amendment_agreement_id_idx on amendment (agreement_id);

-- versions of one clause share lineage_id, the id of the first; effective_from null = from entry into force,
-- effective_to = last day, inclusive
alter table clause add column lineage_id uuid references clause (id), add column effective_from date,
  add column effective_to date, add column started_by uuid references amendment (id),
  add column ended_by uuid references amendment (id);
update clause set lineage_id = id;
alter table clause alter column lineage_id set not null,
  add constraint clause_dates_in_order check (effective_to >= effective_from);
create index clause_lineage_id_idx on clause (lineage_id);
create unique index clause_one_open_version_idx on clause (lineage_id) where effective_to is null;

alter table commitment add column replaces_id uuid references commitment (id) on delete set null;
alter table schedule add column replaces_id uuid references schedule (id) on delete set null,
  add column effective_from date;

-- first_term_to: the term end that tacit renewals are counted from; null until the first
alter table agreement add column renewal_months integer, add column notice_days integer,
  add column notice_day_kind day_kind not null default 'CALENDAR', add column first_term_to date,
  add constraint agreement_renewal_months_positive check (renewal_months > 0),
  add constraint agreement_notice_days_not_negative check (notice_days >= 0);

-- a party will not go on after the term that ends on term_to
create table renewal_notice (
  id uuid primary key default uuid_v7(),
  agreement_id uuid not null references agreement (id) on delete cascade,
  term_to date not null,
  given_on date not null,
  body_id uuid not null references body (id),
  document text not null,
  by_id uuid not null references member (id),
  at timestamptz not null,
  unique (agreement_id, term_to)
);

alter table agreement_step add column document text, add column basis text;
`;

const DOWN = `
alter table agreement_step drop column basis, drop column document;
drop table renewal_notice;
alter table agreement drop column first_term_to, drop column notice_day_kind, drop column notice_days,
  drop column renewal_months;
alter table schedule drop column effective_from, drop column replaces_id;
alter table commitment drop column replaces_id;
alter table clause drop column ended_by, drop column started_by, drop column effective_to,
  drop column effective_from, drop column lineage_id;
drop table amendment;
drop domain day_kind;
`;

export class Amendments1764100000003 implements MigrationInterface {
  name = 'Amendments1764100000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
