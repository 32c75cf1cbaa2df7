import type { DataSource } from 'typeorm';
import { FileStore } from '../../src/platform/storage/file-store.js';
import { fold } from '../../src/core/vietnamese.js';
import { plan } from '../../src/core/planner.js';
import { workingCalendar } from '../../src/core/working-calendar.js';
import { aBody, aClause, aCommitment, aSchedule, anAgreement, memberId, putRow } from '../support/rows.js';
import type { World } from '../support/world.js';

/** One body's things: its agreement, and what it owes in it. */
export interface Side {
  body: string;
  /** The other party of its agreement. */
  other: string;
  agreement: string;
  document: string;
  clause: string;
  commitment: string;
  schedule: string;
  occurrence: string;
  submission: string;
  draft: string;
  evidence: string;
  extension: string;
  cycle: string;
  review: string;
  followUp: string;
  seat: string;
  holding: string;
  /** A member who sits in the body. */
  member: string;
  /** Of the whole register: the same on every side. */
  scheme: string;
  sweep: string;
}

export type SideName = 'own' | 'partner' | 'foreign';
export type Sides = Record<SideName, Side>;

/** Stands in every text of the foreign side. */
export const MARK = 'VET-NGOAI-PHAM-VI';

const MAY = { from: '2026-05-01', to: '2026-05-31' };

/** May 2026, monthly, due on the last day: derivation and dates as the planner makes them. */
function dutyOfMay(): Record<string, unknown> {
  const { duties } = plan(
    {
      rule: {
        ...{ frequency: 'MONTHLY', n: null, included: null, milestones: null, anchor: null, dues: [] },
        ...{ window: { kind: 'SCHEME' }, roll: 'NONE' },
      },
      scheme: null,
      inForceFrom: MAY.from,
      termEnd: MAY.to,
      followedSince: null,
    },
    MAY,
    workingCalendar([], [2026]),
  );
  const duty = duties[0]!;
  return {
    report_year: duty.reportYear,
    window_start: duty.windowStart,
    window_end: duty.windowEnd,
    due_raw: duty.dueRaw,
    due_on: duty.dueOn,
    overdue_from: duty.overdueFrom,
    derivation: duty.derivation,
  };
}

async function ofAll(db: DataSource): Promise<Pick<Side, 'scheme' | 'sweep'>> {
  const [scheme] = await db.query<[{ id: string }]>(`select id from reporting_scheme where code = 'ND09'`);
  const night = { as_of: '2026-06-01', trigger: 'NIGHT', state: 'done', started_by: 'x', started_at: '2026-06-01' };
  return { scheme: scheme.id, sweep: await putRow(db, 'sweep_run', night) };
}

/** Kept by the product's own store; the bytes say whose they are. */
async function aFile({ app, db }: World, text: string): Promise<string> {
  const act = {
    actor: { id: await memberId(db), name: 'x' },
    today: '2026-06-01',
    at: '2026-06-01T02:00:00Z',
    requestId: 'x',
  };
  const file = { name: 'a.txt', bytes: Buffer.from(text) };
  return (await db.transaction((tx) => app.get(FileStore).keep(tx, act, file))).sha256;
}

/** What one party has in the agreement; the other receives its reports. */
async function aSide(
  world: World,
  agreement: string,
  { body, other, mark }: { body: string; other: string; mark: string },
): Promise<Side> {
  const { db } = world;
  const by = await memberId(db);
  const at = '2026-06-01T02:00:00Z';
  const sha256 = await aFile(world, mark);
  const put = (table: string, row: Record<string, unknown>) => putRow(db, table, row);
  const document = await put('agreement_document', {
    ...{ agreement_id: agreement, kind: 'OTHER', name: `${mark}.txt`, sha256, added_by: by, added_at: at },
  });
  const commitment = await aCommitment(db, agreement, [body], { title: `Cam kết ${mark}`, recipient_id: other });
  const clause = await aClause(db, agreement, commitment, { text: `Điều khoản ${mark}` });
  const schedule = await aSchedule(db, commitment, { text_as_written: `Hằng tháng ${mark}` });
  const duty = {
    ...{ schedule_id: schedule, commitment_id: commitment, agreement_id: agreement, body_id: body, tier: 1 },
    ...dutyOfMay(),
  };
  const day = '2026-06-01';
  const occurrence = await put('occurrence', {
    ...{ ...duty, period_key: '2026-M05', state: 'filed', first_filed_on: day, filed_on: day },
  });
  const later = await put('occurrence', { ...duty, period_key: '2026-M06', state: 'due' });
  const filing = { on_behalf_of: body, round: 1, drafted_by: by, drafted_at: at, done: `Đã làm ${mark}` };
  const submission = await put('submission', {
    ...{ ...filing, occurrence_id: occurrence, state: 'submitted', filed_on: day, submitted_by: by, entered_at: at },
  });
  const draft = await put('submission', { ...filing, occurrence_id: later, state: 'draft' });
  const evidence = await put('evidence', {
    ...{ submission_id: submission, name: `${mark}.txt`, sha256, added_by: by, added_at: at },
  });
  const extension = await put('extension', {
    ...{ occurrence_id: later, asked_to: '2026-07-20', reason: mark, asked_by: by, asked_on: day, asked_at: at },
  });
  const cycle = await put('review_cycle', {
    ...{ agreement_id: agreement, kind: 'INTERIM_REVIEW', frequency: 'YEARLY', window_rule: { kind: 'ANCHOR' } },
    ...{ host_id: body, confirmed_by: by, confirmed_at: at, text_as_written: `Sơ kết ${mark}` },
  });
  const review = await put('review', {
    ...{
      ...dutyOfMay(),
      agreement_id: agreement,
      commitment_id: commitment,
      cycle_id: cycle,
      kind: 'INTERIM_REVIEW',
      host_id: body,
      period_key: '2026',
      state: 'held',
    },
    ...{ held_on: day, held_at_place: mark, minutes_sha256: sha256, minutes_name: `${mark}.txt` },
  });
  const followUp = await put('follow_up', {
    ...{ review_id: review, agreement_id: agreement, title: `Việc ${mark}`, owner_id: body },
    ...{ due_on: '2026-07-10', overdue_from: '2026-07-11' },
  });
  const seat = await put('seat', { body_id: body, name_vi: `Vị trí ${mark}`, role: 'REPORTER' });
  const member = await put('member', { login: `m-${body}`, full_name: `Cán bộ ${mark}`, password_hash: 'x' });
  const holding = await put('seat_holding', { seat_id: seat, member_id: member, from_on: '2026-01-01' });
  return {
    ...{ body, other, agreement, document, clause, commitment, schedule, occurrence, submission, draft, evidence },
    ...{ extension, cycle, review, followUp, seat, holding, member },
    ...(await ofAll(db)),
  };
}

async function betweenTwo(world: World, title: string, bodies: readonly string[]): Promise<string> {
  const changes = { title, activated_on: '2026-01-01', followed_since: '2026-01-01', search: fold(title) };
  const agreement = await anAgreement(world.db, changes);
  for (const [ordinal, body_id] of bodies.entries()) {
    const row = { agreement_id: agreement, body_id, ordinal, role: 'PARTY', name_as_signed: title };
    await putRow(world.db, 'party', row);
  }
  return agreement;
}

/** Own and partner share one agreement and each owes the other reports; the foreign side has one of its own. */
export async function threeSides(world: World): Promise<Sides> {
  const [own, partner, foreign, stranger] = await Promise.all(
    ['Ban Tuyên giáo', 'Ban Chỉ huy', 'Sở Tư pháp', 'Chi cục'].map((name) => aBody(world.db, name)),
  );
  const shared = await betweenTwo(world, 'Quy chế chung', [own!, partner!]);
  const apart = await betweenTwo(world, `Quy chế ${MARK}`, [foreign!, stranger!]);
  return {
    own: await aSide(world, shared, { body: own!, other: partner!, mark: 'bên ta' }),
    partner: await aSide(world, shared, { body: partner!, other: own!, mark: 'bên bạn' }),
    foreign: await aSide(world, apart, { body: foreign!, other: stranger!, mark: MARK }),
  };
}
