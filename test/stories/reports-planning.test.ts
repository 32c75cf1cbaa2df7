import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Act } from '../../src/platform/http/act.js';
import { OccurrenceFlags } from '../../src/reports/occurrence.flags.js';
import { OccurrencePlanner, type PlanResult } from '../../src/reports/occurrence.planner.js';
import type { PlanWhere } from '../../src/reports/planning.rows.js';
import { aBody, aClause, aCommitment, anAgreement, aReporter, aSchedule, memberId, putRow } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';

interface Row {
  id: string;
  body_id: string;
  period_key: string;
  tier: number;
  clause_id: string | null;
  state: string;
  due_on: string;
  suspended_on: string | null;
  suspended_because: string | null;
  waived_on: string | null;
  waived_because: string | null;
  overdue_noticed_on: string | null;
}

let world: World;
let act: Act;
let propaganda: string;
let military: string;
let agreement: string;
let commitment: string;

function plan(where: PlanWhere, today: string): Promise<PlanResult> {
  return world.db.transaction((tx) => world.app.get(OccurrencePlanner).planSchedules(tx, act, where, today));
}

function planned(): Promise<Row[]> {
  return world.db.query<Row[]>(`select * from occurrence where agreement_id = $1 order by due_on, tier, id`, [
    agreement,
  ]);
}

async function planningOf(schedule: string): Promise<{ planned_to: string | null; next_plan_on: string | null }> {
  const [row] = await world.db.query<{ planned_to: string | null; next_plan_on: string | null }[]>(
    `select planned_to, next_plan_on from schedule where id = $1`,
    [schedule],
  );
  return row!;
}

beforeAll(async () => {
  world = await openWorld();
  act = {
    actor: { id: await memberId(world.db), name: 'Quản trị' },
    today: '2026-07-02',
    at: '2026-07-02T02:00:00Z',
    requestId: 'story',
    from: null,
    by: 'system' as const,
  };
}, 60_000);
afterAll(() => world.close());

beforeEach(async () => {
  propaganda = await aBody(world.db, 'Ban Tuyên giáo Quận ủy');
  military = await aBody(world.db, 'Ban Chỉ huy Quân sự', { system: 'MILITARY' });
  agreement = await anAgreement(world.db, { term_to: '2026-06-30' });
  commitment = await aCommitment(world.db, agreement, [propaganda]);
});

describe('planning', () => {
  it('makes a report a period for each lead, and nothing when asked again', async () => {
    const clause = await aClause(world.db, agreement, commitment);
    await putRow(world.db, 'commitment_body', { commitment_id: commitment, body_id: military, role: 'LEAD' });
    await aSchedule(world.db, commitment);
    expect(await plan({ agreementId: agreement }, '2026-01-05')).toEqual({ planned: 12, failures: [] });
    expect(await plan({ agreementId: agreement }, '2026-01-05')).toEqual({ planned: 0, failures: [] });
    const rows = await planned();
    expect(rows).toHaveLength(12);
    expect(new Set(rows.map((row) => row.body_id))).toEqual(new Set([propaganda, military]));
    expect(rows[0]).toMatchObject({ period_key: '2026-M01', due_on: '2026-01-31', clause_id: clause, state: 'due' });
  });

  it('leaves alone what is not in force', async () => {
    await aSchedule(world.db, commitment);
    await world.db.query(`update agreement set state = 'signed' where id = $1`, [agreement]);
    expect(await plan({ agreementId: agreement }, '2026-01-05')).toEqual({ planned: 0, failures: [] });
    await world.db.query(`update agreement set state = 'expiring' where id = $1`, [agreement]);
    expect(await plan({ agreementId: agreement }, '2026-01-05')).toMatchObject({ planned: 6 });
  });

  it('asks each tier of those named for it', async () => {
    const schedule = await aSchedule(world.db, commitment, {
      frequency: 'ONCE',
      anchor_on: '2026-03-31',
      dues: [
        { tier: 1, rule: { qualifier: 'BY', anchor: 'FIXED_DATE', day: 15, month: 3 } },
        { tier: 2, rule: { qualifier: 'BY', anchor: 'FIXED_DATE', day: 16, month: 3 } },
      ],
    });
    await aReporter(world.db, schedule, military, 1);
    await aReporter(world.db, schedule, propaganda, 2);
    await plan({ scheduleIds: [schedule] }, '2026-01-05');
    expect((await planned()).map((row) => [row.body_id, row.tier, row.due_on])).toEqual([
      [military, 1, '2026-03-15'],
      [propaganda, 2, '2026-03-16'],
    ]);
  });

  it('is taken up by the night on which the next window enters the horizon, not the night before', async () => {
    await world.db.query(`update agreement set term_to = null where id = $1`, [agreement]);
    const schedule = await aSchedule(world.db, commitment, { starts_on: '2026-07-01' });
    await plan({ scheduleIds: [schedule] }, '2026-07-02');
    const { next_plan_on: night } = await planningOf(schedule);
    // 400 days before 2027-09-01
    expect(night).toBe('2026-07-28');
    expect(await plan({ dueBy: '2026-07-27' }, '2026-07-27')).toMatchObject({ planned: 0 });
    expect(await plan({ dueBy: '2026-07-28' }, '2026-07-28')).toMatchObject({ planned: 1 });
    expect(await plan({ dueBy: '2026-07-28' }, '2026-07-28')).toMatchObject({ planned: 0 });
    await world.app.get(OccurrenceFlags).closeAfterEnd(world.db.manager, agreement, '2026-07-31');
    expect((await planningOf(schedule)).next_plan_on).toBeNull();
  });

  it('lets one bad schedule fail alone, and the night tries it again', async () => {
    const good = await aSchedule(world.db, commitment);
    const bad = await aSchedule(world.db, commitment, {
      dues: [{ tier: 1, rule: { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 31 } }],
    });
    const result = await plan({ agreementId: agreement }, '2026-01-05');
    expect(result).toEqual({
      planned: 6,
      failures: [{ scheduleId: bad, message: 'Ngày không tồn tại: 31/2/2026.' }],
    });
    expect(await planningOf(bad)).toEqual({ planned_to: null, next_plan_on: '2026-01-05' });
    expect((await planningOf(good)).planned_to).toBe('2026-06-30');
    expect((await plan({ dueBy: '2026-01-06' }, '2026-01-06')).failures).toHaveLength(1);
    await world.db.query(`delete from schedule where id = $1`, [bad]);
  });

  it('keeps a report of a body that is gone by the due day waiting for its successor', async () => {
    await world.db.query(`update body set valid_to = '2026-03-30' where id = $1`, [propaganda]);
    await aSchedule(world.db, commitment);
    await plan({ agreementId: agreement }, '2026-01-05');
    const rows = await planned();
    expect(rows.map((row) => row.state)).toEqual(['due', 'due', 'suspended', 'suspended', 'suspended', 'suspended']);
    expect(rows[2]).toMatchObject({ suspended_on: '2026-03-31', suspended_because: 'AWAITING_SUCCESSOR' });
  });

  it('writes in chunks: 12,000 reports of 2,000 bodies in one go', async () => {
    await world.db.query(
      `with made as (insert into body (code, name_vi, system, level, search)
         select 'N' || n, 'Đơn vị ' || n, 'PARTY', 'UNIT', 'don vi ' || n from generate_series(1, 2000) n returning id)
       insert into commitment_body (commitment_id, body_id, role) select $1, id, 'LEAD' from made`,
      [commitment],
    );
    await aSchedule(world.db, commitment);
    expect(await plan({ agreementId: agreement }, '2026-01-05')).toEqual({ planned: 12_006, failures: [] });
  });

  it('by two at once makes each report once', async () => {
    await aSchedule(world.db, commitment);
    await aSchedule(world.db, commitment);
    const both = await Promise.all([
      plan({ agreementId: agreement }, '2026-01-05'),
      plan({ agreementId: agreement }, '2026-01-05'),
    ]);
    expect(both[0].planned + both[1].planned).toBe(12);
    expect(await planned()).toHaveLength(12);
  });
});

describe('the night', () => {
  const flags = (): OccurrenceFlags => world.app.get(OccurrenceFlags);
  beforeEach(async () => {
    await world.db.query(`delete from occurrence`);
    await aSchedule(world.db, commitment);
    await plan({ agreementId: agreement }, '2026-01-05');
  });

  it('notices a late report on the day after its due day, not on the due day, and once', async () => {
    expect(await flags().noticeOverdue(world.db.manager, '2026-01-31')).toBe(0);
    expect(await flags().overdueIds(world.db.manager, '2026-02-01')).toHaveLength(1);
    expect(await flags().noticeOverdue(world.db.manager, '2026-02-01')).toBe(1);
    expect(await flags().noticeOverdue(world.db.manager, '2026-02-01')).toBe(0);
    expect(await flags().noticeOverdue(world.db.manager, '2026-02-02')).toBe(0);
    expect((await planned())[0]).toMatchObject({ overdue_noticed_on: '2026-02-01', state: 'due' });
  });

  it('narrowed to some rows touches no other', async () => {
    const [january] = await planned();
    expect(await flags().noticeOverdue(world.db.manager, '2026-04-01', [january!.id])).toBe(1);
    expect(await flags().noticeOverdue(world.db.manager, '2026-04-01')).toBe(2);
  });

  it('suspends what a dissolved body owes after its last day, from the day after that', async () => {
    await world.db.query(`update body set valid_to = '2026-03-31' where id = $1`, [propaganda]);
    expect(await flags().suspendOrphans(world.db.manager, '2026-03-31')).toBe(0);
    expect(await flags().orphanIds(world.db.manager, '2026-04-01')).toHaveLength(3);
    expect(await flags().suspendOrphans(world.db.manager, '2026-04-01')).toBe(3);
    expect(await flags().suspendOrphans(world.db.manager, '2026-04-01')).toBe(0);
    const rows = await planned();
    expect(rows.map((row) => row.state)).toEqual(['due', 'due', 'due', 'suspended', 'suspended', 'suspended']);
    expect(rows[3]).toMatchObject({ suspended_on: '2026-04-01' });
    expect(await flags().noticeOverdue(world.db.manager, '2026-12-31')).toBe(3);
  });

  it('at the end of an agreement waives the periods cut short, and keeps those that were over or begun', async () => {
    const rows = await planned();
    await putRow(world.db, 'submission', {
      occurrence_id: rows[5]!.id,
      round: 1,
      state: 'draft',
      on_behalf_of: propaganda,
      drafted_by: act.actor.id,
      drafted_at: act.at,
    });
    expect(await flags().closeAfterEnd(world.db.manager, agreement, '2026-03-31')).toBe(2);
    expect(await flags().closeAfterEnd(world.db.manager, agreement, '2026-03-31')).toBe(0);
    const after = await planned();
    expect(after.map((row) => row.state)).toEqual(['due', 'due', 'due', 'waived', 'waived', 'due']);
    expect(after[3]).toMatchObject({ waived_on: '2026-03-31', waived_because: 'AGREEMENT_ENDED' });
    await world.db.query(`delete from submission`);
  });

  it('a day earlier, the end cuts one period more', async () => {
    expect(await flags().closeAfterEnd(world.db.manager, agreement, '2026-03-30')).toBe(4);
  });
});
