import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Duty } from '../../src/compliance/compliance.words.js';
import { addDays } from '../../src/core/civil-date.js';
import {
  agreementId,
  BODIES,
  bodyId,
  commitmentId,
  cycleId,
  scheduleId,
  TREE,
  uuid,
  type TestDuty,
} from './summary-cast.js';

/** Agreements are numbered from 1; odd ones have no number. Follow-ups hang on one review of their period, which counts nowhere. */
export async function putDuties(db: DataSource, duties: readonly TestDuty[]): Promise<void> {
  const insert = (table: string, rows: readonly object[]): Promise<unknown> =>
    db.query(
      `insert into ${table} (${Object.keys(rows[0] ?? {}).join(', ')})
       select ${Object.keys(rows[0] ?? {}).join(', ')} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  const [{ id: member }] = await db.query<[{ id: string }]>('select id from member limit 1');
  const confirmed = { confirmed_by: member, confirmed_at: '2026-01-01T00:00:00Z' };
  const made = await db.query<unknown[]>('select id from body where id = $1', [bodyId('A')]);
  if (made.length === 0)
    await insert(
      'body',
      BODIES.map((name) => ({
        id: bodyId(name),
        code: name,
        name_vi: `Cơ quan ${name}`,
        name_en: name === 'B' ? 'Body B' : null,
        system: 'PARTY',
        level: 'UNIT',
        parent_id: TREE[name] ? bodyId(TREE[name]) : null,
        search: name,
        version: 1,
      })),
    );
  const agreements = [...new Set(duties.map((duty) => duty.agreement))];
  await insert(
    'agreement',
    agreements.map((n) => ({
      id: agreementId(n),
      kind: 'REGULATION',
      title: `Quy chế ${n}`,
      signed_on: '2022-09-15',
      term_kind: 'OPEN',
      renewal: 'NONE',
      openness: 'PUBLIC',
      state: 'in_force',
      no_secret_confirmed_by: member,
      no_secret_confirmed_at: '2026-01-01T00:00:00Z',
      search: '',
      version: 1,
    })),
  );
  const even = agreements.filter((n) => n % 2 === 0);
  if (even.length > 0)
    await insert(
      'agreement_number',
      even.flatMap((n) =>
        [2, 1].map((ordinal) => ({
          id: uuid(9, `${n}/${ordinal}`),
          agreement_id: agreementId(n),
          ordinal,
          printed: `${n}${ordinal}-QCPH`,
        })),
      ),
    );
  const base = (d: TestDuty) => ({
    id: d.id,
    agreement_id: agreementId(d.agreement),
    due_on: d.dueOn,
    overdue_from: d.overdueFrom,
    state: d.state,
    version: 1,
  });
  const dated = (d: TestDuty) => ({
    commitment_id: commitmentId(d.agreement, d.kind),
    period_key: d.periodKey,
    report_year: d.reportYear,
    window_start: addDays(d.dueOn, -30),
    window_end: d.dueOn,
    due_raw: d.dueOn,
    derivation: {},
  });
  const of = (duty: Duty) => duties.filter((d) => d.duty === duty);
  const kinds = [
    ...new Map(
      duties.filter((d) => d.duty !== 'FOLLOW_UP').map((d) => [commitmentId(d.agreement, d.kind), d]),
    ).values(),
  ];
  if (kinds.length > 0) {
    await insert(
      'commitment',
      kinds.map((d) => ({
        id: commitmentId(d.agreement, d.kind),
        agreement_id: agreementId(d.agreement),
        ordinal: 1,
        title: `Cam kết ${d.kind}`,
        kind: d.kind,
        version: 1,
      })),
    );
    await insert(
      'schedule',
      kinds.map((d) => ({
        id: scheduleId(d.agreement, d.kind),
        commitment_id: commitmentId(d.agreement, d.kind),
        frequency: 'MONTHLY',
        window_rule: {},
        dues: [],
        ...confirmed,
        version: 1,
      })),
    );
  }
  if (of('REPORT').length > 0)
    await insert(
      'occurrence',
      of('REPORT').map((d) => ({
        ...base(d),
        ...dated(d),
        schedule_id: scheduleId(d.agreement, d.kind),
        body_id: bodyId(d.body),
        tier: 1,
        first_filed_on: d.doneOn,
        filed_on: d.doneOn,
        nothing_to_report: false,
      })),
    );
  const cycle = (n: number, kind: string) => ({
    id: cycleId(n, kind),
    agreement_id: agreementId(n),
    kind,
    frequency: 'YEARLY',
    counted_from: 'ANCHOR',
    window_rule: {},
    host_id: bodyId('A'),
    ...confirmed,
    version: 1,
  });
  const meetings = [...new Map(of('REVIEW').map((d) => [cycleId(d.agreement, d.kind), d])).values()];
  if (meetings.length > 0)
    await insert(
      'review_cycle',
      meetings.map((d) => cycle(d.agreement, d.kind)),
    );
  if (of('REVIEW').length > 0)
    await insert(
      'review',
      of('REVIEW').map((d) => ({
        ...base(d),
        ...dated(d),
        cycle_id: cycleId(d.agreement, d.kind),
        kind: d.kind,
        host_id: bodyId(d.body),
        held_on: d.doneOn,
        sides_present: [],
        findings: [],
      })),
    );
  const actions = of('FOLLOW_UP');
  if (actions.length === 0) return;
  // One cycle of its own per agreement, whose reviews are cancelled and due long ago: the tests look at 2024 and later.
  const owners = [...new Set(actions.map((d) => d.agreement))];
  await insert(
    'review_cycle',
    owners.map((n) => ({ ...cycle(n, 'MEETING'), id: uuid(7, n) })),
  );
  const hooks = [...new Map(actions.map((d) => [`${d.agreement} ${d.periodKey}`, d])).entries()];
  await insert(
    'review',
    hooks.map(([key, d]) => ({
      ...base(d),
      ...dated({ ...d, dueOn: '2001-01-01' }),
      commitment_id: null,
      id: uuid(8, hookId(key)),
      due_on: '2001-01-01',
      overdue_from: '2001-01-02',
      cycle_id: uuid(7, d.agreement),
      kind: 'MEETING',
      host_id: bodyId('A'),
      state: 'cancelled',
      sides_present: [],
      findings: [],
    })),
  );
  await insert(
    'follow_up',
    actions.map((d) => ({
      ...base(d),
      review_id: uuid(8, hookId(`${d.agreement} ${d.periodKey}`)),
      title: `Việc ${d.id}`,
      owner_id: bodyId(d.body),
      done_on: d.doneOn,
    })),
  );
}

/** Six characters that differ where the keys differ. */
function hookId(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 6);
}
