import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create domain occurrence_state as text check (value in ('due', 'filed', 'returned', 'accepted', 'suspended', 'waived'));
create domain submission_state as text check (value in ('draft', 'submitted', 'returned', 'accepted'));
create domain channel as text check (value in ('ELECTRONIC', 'PAPER'));
create domain suspension_reason as text check (value in ('AWAITING_SUCCESSOR', 'AGREEMENT_PAUSED'));

-- due_on: last acceptable day, rolled; overdue_from: first day on which it is late (design section 3.2)
create table occurrence (
  id uuid primary key default uuid_v7(),
  schedule_id uuid not null references schedule (id),
  commitment_id uuid not null references commitment (id),
  agreement_id uuid not null references agreement (id),
  body_id uuid not null references body (id),
  clause_id uuid references clause (id),
  period_key text not null,
  report_year integer not null,
  tier integer not null,
  window_start date not null,
  window_end date not null,
  due_raw date not null,
  due_on date not null,
  overdue_from date not null,
  derivation jsonb not null,
  state occurrence_state not null default 'due',
  first_filed_on date,
  filed_on date,
  nothing_to_report boolean not null default false,
  accepted_on date,
  suspended_on date,
  suspended_because suspension_reason,
  waived_on date,
  waived_because text,
  overdue_noticed_on date,
  version integer not null default 1,
  unique (schedule_id, body_id, period_key),
  constraint occurrence_late_after_due check (overdue_from > due_on),
  constraint occurrence_window_in_order check (window_end >= window_start),
  constraint occurrence_filed_has_date check (state not in ('filed', 'accepted') or first_filed_on is not null)
);
create index occurrence_open_by_body_idx on occurrence (body_id, due_on, id) where state in ('due', 'returned');
create index occurrence_open_by_day_idx on occurrence (due_on, id) where state in ('due', 'returned');
create index occurrence_to_notice_idx on occurrence (overdue_from)
  where state in ('due', 'returned') and overdue_noticed_on is null;
create index occurrence_due_on_idx on occurrence (due_on, id);
create index occurrence_body_id_due_on_idx on occurrence (body_id, due_on, id);
create index occurrence_agreement_id_due_on_idx on occurrence (agreement_id, due_on, id);

-- filed_on is the day that counts (sent electronically, or postmark or receipt of a paper); entered_at is when it was typed in
create table submission (
  id uuid primary key default uuid_v7(),
  occurrence_id uuid not null references occurrence (id),
  round integer not null,
  state submission_state not null,
  on_behalf_of uuid not null references body (id),
  nothing_to_report boolean not null default false,
  done text,
  difficulties text,
  proposals text,
  assessment text,
  figures jsonb not null default '[]',
  channel channel not null default 'ELECTRONIC',
  received_on date,
  filed_on date,
  drafted_by uuid not null references member (id),
  drafted_at timestamptz not null,
  submitted_by uuid references member (id),
  entered_at timestamptz,
  reviewed_by uuid references member (id),
  reviewed_at timestamptz,
  review_comment text,
  resubmit_by date,
  version integer not null default 1,
  unique (occurrence_id, round),
  constraint submission_filed_has_date check (state = 'draft' or filed_on is not null)
);
create unique index submission_one_draft_idx on submission (occurrence_id) where state = 'draft';

create table evidence (
  id uuid primary key default uuid_v7(),
  submission_id uuid not null references submission (id) on delete cascade,
  name text not null,
  sha256 text not null,
  dated_on date,
  note text,
  added_by uuid not null references member (id),
  added_at timestamptz not null
);
create index evidence_submission_id_idx on evidence (submission_id);
`;

const DOWN = `
drop table evidence, submission, occurrence;
drop domain suspension_reason, channel, submission_state, occurrence_state;
`;

export class Reports1764000000005 implements MigrationInterface {
  name = 'Reports1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
