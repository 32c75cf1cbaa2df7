import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { SeatRole } from '../../src/access/seat.entity.js';
import { aBody, aCommitment, aSchedule, anAgreement, putRow } from '../support/rows.js';
import type { World } from '../support/world.js';
import { threeSides, type Side, type Sides } from '../scope/sides.js';

type Row = Record<string, unknown>;

/** Another row like the one there is. */
async function another(db: DataSource, table: string, id: string, changes: Row): Promise<string> {
  const [row] = await db.query<[Row]>(`select to_jsonb(t) - 'id' as row from ${table} t where id = $1`, [id]);
  return putRow(db, table, { ...(row['row'] as Row), ...changes });
}

async function party(db: DataSource, agreementId: string, bodyId: string, ordinal: number): Promise<void> {
  const row = { agreement_id: agreementId, body_id: bodyId, ordinal, role: 'PARTY', name_as_signed: 'Bên ký' };
  await putRow(db, 'party', row);
}

/** Open reports of a side, on both sides of each boundary; today is 2026-07-02, 60 days on is 2026-08-31. */
async function reportsOf(db: DataSource, { occurrence }: Side): Promise<void> {
  const open = {
    state: 'due',
    first_filed_on: null,
    filed_on: null,
    window_start: '2026-01-01',
    window_end: '2026-06-30',
  };
  const days: [string, Row][] = [
    ['today', { due_on: '2026-07-02', overdue_from: '2026-07-03' }],
    ['late', { due_on: '2026-07-01', overdue_from: '2026-07-02' }],
    ['extended', { due_on: '2026-06-10', agreed_due_on: '2026-07-20', overdue_from: '2026-07-21' }],
    ['last-in', { due_on: '2026-08-31', overdue_from: '2026-09-01' }],
    ['first-out', { due_on: '2026-09-01', overdue_from: '2026-09-02' }],
    [
      'opens-today',
      { due_on: '2026-08-01', overdue_from: '2026-08-02', window_start: '2026-07-02', window_end: '2026-07-31' },
    ],
    [
      'opens-tomorrow',
      { due_on: '2026-08-01', overdue_from: '2026-08-02', window_start: '2026-07-03', window_end: '2026-07-31' },
    ],
    ['set-aside', { due_on: '2026-07-01', overdue_from: '2026-07-02', state: 'suspended', suspended_on: '2026-06-01' }],
    ['waived', { due_on: '2026-07-01', overdue_from: '2026-07-02', state: 'waived', waived_on: '2026-06-01' }],
    ['returned', { due_on: '2026-06-01', overdue_from: '2026-07-11', state: 'returned', first_filed_on: '2026-06-01' }],
  ];
  for (const [period_key, changes] of days) {
    const filed = 'first_filed_on' in changes ? { filed_on: changes['first_filed_on'] } : {};
    await another(db, 'occurrence', occurrence, {
      ...open,
      period_key,
      due_raw: changes['due_on'],
      ...changes,
      ...filed,
    });
  }
}

/** Reviews in every state, each of a cycle of its own so that none stands in another's way. */
async function reviewsOf(db: DataSource, { cycle, review }: Side): Promise<void> {
  const days: Row[] = [
    { state: 'due', due_on: '2026-08-31', overdue_from: '2026-09-01' },
    { state: 'due', due_on: '2026-09-01', overdue_from: '2026-09-02' },
    { state: 'planned', due_on: '2026-06-01', overdue_from: '2026-06-02', planned_on: '2026-07-10' },
    { state: 'concluded', due_on: '2026-06-01', overdue_from: '2026-06-02', held_on: '2026-06-01' },
    { state: 'cancelled', due_on: '2026-06-01', overdue_from: '2026-06-02' },
  ];
  for (const changes of days) {
    const cycle_id = await another(db, 'review_cycle', cycle, {});
    const bare = { held_on: null, minutes_sha256: null, minutes_name: null, sides_present: '{}' };
    await another(db, 'review', review, { ...bare, cycle_id, due_raw: changes['due_on'], ...changes });
  }
}

/** Agreements of the two bodies: drafts, terms that end soon or late, and one with a party that is gone. */
async function agreementsOf(db: DataSource, { body, other }: Side): Promise<void> {
  const made: Row[] = [
    { state: 'draft', signed_on: null, in_force_from: null },
    { state: 'signed', in_force_from: '2026-12-01' },
    { term_kind: 'FIXED', term_to: '2026-07-02' },
    { term_kind: 'FIXED', term_to: '2026-09-30', state: 'expiring' },
    { term_kind: 'FIXED', term_to: '2026-10-01' },
    { term_kind: 'FIXED', term_to: '2026-08-01', state: 'paused' },
    { term_kind: 'FIXED', term_to: '2026-07-01', state: 'ended' },
  ];
  for (const changes of made) {
    const id = await anAgreement(db, changes);
    await party(db, id, body, 0);
    await party(db, id, other, 1);
  }
  const gone = await aBody(db, 'Phòng đã giải thể', { parent_id: body, valid_to: '2026-06-30' });
  const left = await anAgreement(db);
  await party(db, left, gone, 0);
  await party(db, left, other, 1);
}

/** What nobody wrote an interval for: a commitment, a schedule, a cycle. */
async function lackingOf(db: DataSource, { agreement, body, cycle }: Side): Promise<void> {
  await aCommitment(db, agreement, [body], { title: 'Chưa rõ kỳ', ordinal: 2 });
  const promised = await aCommitment(db, agreement, [body], { title: 'Định kỳ', ordinal: 3 });
  await aSchedule(db, promised, { frequency: 'UNSPECIFIED', dues: [] });
  await another(db, 'review_cycle', cycle, { frequency: 'UNSPECIFIED', kind: 'MEETING' });
}

/** Everything that may lie on a desk, of one's own body, of the partner and of those one knows nothing of. */
export async function deskCast({ db, ...world }: World): Promise<Sides> {
  const sides = await threeSides({ db, ...world });
  for (const side of Object.values(sides)) {
    await reviewsOf(db, side);
    await lackingOf(db, side);
  }
  for (const side of [sides.own, sides.partner]) await reportsOf(db, side);
  for (const side of [sides.own, sides.foreign]) await agreementsOf(db, side);
  await agreementsOf(db, { ...sides.partner, other: sides.foreign.body });
  const { followUp } = sides.own;
  await another(db, 'follow_up', followUp, { state: 'done', done_on: '2026-06-30' });
  await db.query(`update agreement set activated_on = '2026-01-01' where state not in ('draft', 'signed')`);
  return sides;
}

/** A member with one seat, or none; `bodyId` null: over the whole register. Signed in, as a sign-in would have left it. */
export async function sitting(
  { db }: World,
  role: SeatRole | null,
  bodyId: string | null,
): Promise<Record<string, string>> {
  const login = `ban-${role}-${bodyId}`;
  const member = await putRow(db, 'member', { login, full_name: login, password_hash: 'x' });
  if (role !== null) {
    const seat = await putRow(db, 'seat', { name_vi: login, role, body_id: bodyId });
    await putRow(db, 'seat_holding', { seat_id: seat, member_id: member, from_on: '2026-01-01' });
  }
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest('hex');
  await db.query(
    `insert into session (token_hash, member_id, opened_at, last_seen_at, expires_at) 
     values ($1, $2, '2026-01-01', '9999-12-31', '9999-12-31')`,
    [hash, member],
  );
  return { authorization: `Bearer ${token}` };
}
