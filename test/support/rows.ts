import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { plan } from '../../src/core/planner.js';
import { workingCalendar } from '../../src/core/working-calendar.js';

/** Columns as the database names them; what is left out takes its default. */
type Row = Record<string, unknown>;

let counter = 0;

/** Inserts one row and returns its id. Lists and objects go in as JSON, so `text[]` columns are not for this. */
export async function putRow(db: DataSource, table: string, row: Row): Promise<string> {
  const columns = Object.keys(row);
  const places = columns.map((_, i) => `$${i + 1}`);
  const values = Object.values(row).map((value) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
  );
  const [made] = await db.query<{ id: string }[]>(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')}) returning *`,
    values,
  );
  return made!.id;
}

/** The administrator whom openWorld has made. */
export async function memberId(db: DataSource): Promise<string> {
  const [member] = await db.query<{ id: string }[]>(`select id from member order by id limit 1`);
  return member!.id;
}

export function aBody(db: DataSource, name: string, changes: Row = {}): Promise<string> {
  counter += 1;
  const row = {
    code: `B${counter}`,
    name_vi: name,
    system: 'PARTY',
    level: 'DISTRICT',
    search: name.toLowerCase(),
    ...changes,
  };
  return putRow(db, 'body', row);
}

/** In force from 2026-01-01, without term, unless told otherwise. */
export async function anAgreement(db: DataSource, changes: Row = {}): Promise<string> {
  return putRow(db, 'agreement', {
    kind: 'REGULATION',
    title: 'Quy chế phối hợp công tác tuyên truyền',
    signed_on: '2026-01-01',
    in_force_from: '2026-01-01',
    state: 'in_force',
    no_secret_confirmed_by: await memberId(db),
    no_secret_confirmed_at: '2026-01-01T00:00:00Z',
    search: 'quy che phoi hop cong tac tuyen truyen',
    ...changes,
  });
}

/** A commitment of an agreement, led by the bodies given. */
export async function aCommitment(
  db: DataSource,
  agreementId: string,
  leads: readonly string[],
  changes: Row = {},
): Promise<string> {
  const row = { agreement_id: agreementId, ordinal: 1, title: 'Báo cáo kết quả phối hợp', kind: 'REPORT', ...changes };
  const id = await putRow(db, 'commitment', row);
  for (const lead of leads) await putRow(db, 'commitment_body', { commitment_id: id, body_id: lead, role: 'LEAD' });
  return id;
}

/** A clause of the agreement's text, tied to the commitment. */
export async function aClause(
  db: DataSource,
  agreementId: string,
  commitmentId: string,
  changes: Row = {},
): Promise<string> {
  const own = randomUUID();
  const row = {
    id: own,
    lineage_id: own,
    agreement_id: agreementId,
    ordinal: 0,
    kind: 'ARTICLE',
    label: 'Điều 7',
    text: 'Báo cáo định kỳ hằng tháng.',
    ...changes,
  };
  const id = await putRow(db, 'clause', row);
  await putRow(db, 'commitment_clause', { commitment_id: commitmentId, clause_id: id });
  return id;
}

/** Monthly, by the calendar, due on the last day of the month, unless told otherwise; not planned yet. */
export async function aSchedule(db: DataSource, commitmentId: string, changes: Row = {}): Promise<string> {
  return putRow(db, 'schedule', {
    commitment_id: commitmentId,
    frequency: 'MONTHLY',
    window_rule: { kind: 'SHIFTED', startDay: 1, monthOffset: 0 },
    dues: [{ tier: 1, rule: { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 'LAST' } }],
    roll: 'NONE',
    confirmed_by: await memberId(db),
    confirmed_at: '2026-01-01T00:00:00Z',
    ...changes,
  });
}

export async function aReporter(db: DataSource, scheduleId: string, bodyId: string, tier = 1): Promise<void> {
  await putRow(db, 'schedule_reporter', { schedule_id: scheduleId, body_id: bodyId, tier });
}

const JUNE = { from: '2026-06-01', to: '2026-06-30' };

/** The report of a body on June 2026, due on 30 June, under an agreement of its own. */
export async function aDueReport(db: DataSource, bodyId: string, changes: Row = {}): Promise<string> {
  const agreementId = await anAgreement(db, { in_force_from: JUNE.from, term_to: JUNE.to });
  const commitmentId = await aCommitment(db, agreementId, [bodyId]);
  const rule = { frequency: 'MONTHLY', n: null, included: null, milestones: null, anchor: null, dues: [] } as const;
  const { duties } = plan(
    {
      rule: { ...rule, window: { kind: 'SCHEME' }, roll: 'NONE' },
      scheme: null,
      inForceFrom: JUNE.from,
      termEnd: JUNE.to,
      followedSince: null,
    },
    JUNE,
    workingCalendar([], [2026]),
  );
  const duty = duties[0]!;
  return putRow(db, 'occurrence', {
    schedule_id: await aSchedule(db, commitmentId),
    commitment_id: commitmentId,
    agreement_id: agreementId,
    body_id: bodyId,
    period_key: duty.periodKey,
    report_year: duty.reportYear,
    tier: 1,
    window_start: duty.windowStart,
    window_end: duty.windowEnd,
    due_raw: duty.dueRaw,
    due_on: duty.dueOn,
    overdue_from: duty.overdueFrom,
    derivation: duty.derivation,
    ...changes,
  });
}
