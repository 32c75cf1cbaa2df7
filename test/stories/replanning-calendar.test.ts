import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openWorld, type World } from '../support/world.js';
import { aDesk, begin, dues, dutiesOf, planned, post, type Desk, type Preview } from './replanning-cast.js';
import { addCycle, reviewsOf } from './reviews-cast.js';

const SWAP = {
  days: [{ date: '2026-11-23', kind: 'SWAP_OFF', name: 'Nghỉ hoán đổi', basis: 'Thông báo hoán đổi' }],
};
const TIERS = [17, 20, 23].map((day) => ({ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day }));
const WORKING = {
  frequency: 'YEARLY',
  roll: 'NEXT',
  dues: [
    { tier: 1, rule: { qualifier: 'BY', anchor: 'FIXED_DATE', day: 20, month: 11, nDays: 2, dayKind: 'WORKING' } },
  ],
};

describe('acceptance test 8: 23/11/2026 becomes a day off by swap', () => {
  let world: World;
  let desk: Desk;
  let tiers: string;
  let counted: string;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.db.query(`delete from due_change; delete from evidence; delete from submission; delete from occurrence;
      delete from review; delete from review_cycle; delete from schedule;
      delete from calendar_day where on_date = '2026-11-23'; delete from calendar_year where year = 2027`);
    world.clock.set('2026-10-01');
    const scheme = await world.call<{ id: string; code: string }>('POST', '/reporting-schemes', {
      code: `BCT-${String(process.hrtime.bigint())}`,
      nameVi: 'Ba cấp 17, 20, 23',
      nameEn: 'Three tiers',
      windows: { MONTH: { startDay: 15, monthOffset: -1 } },
      dues: { MONTH: TIERS },
    });
    desk = await aDesk(world, { scheme_id: scheme.body.id });
    const ofScheme = { window_rule: { kind: 'SCHEME' }, dues: [], roll: null };
    tiers = await planned(world, desk, '2026-10-01', ofScheme, [1, 2, 3]);
    counted = await planned(world, desk, '2026-10-01', WORKING);
    await addCycle(world, desk.agreement, {
      kind: 'INTERIM_REVIEW',
      frequency: 'EVERY_N_MONTHS',
      n: 6,
      anchorOn: '2026-05-23',
      hostId: desk.units[0],
    });
  });

  const preview = async (change: object = SWAP): Promise<Preview> => {
    const { status, body } = await post(world, '/calendar-changes/previews', change);
    expect([status, body.detail]).toEqual([200, undefined]);
    return body;
  };
  const apply = async (change: object, token: string) => post(world, '/calendar-changes', { ...change, token });
  const moves = ({ moved }: Preview): string[] =>
    moved
      .map(({ duty, periodKey, from, to }) => `${duty} ${periodKey}: ${from?.dueOn ?? ''} → ${to?.dueOn ?? ''}`)
      .sort();
  const EXPECTED = [
    'REPORT 2026-M11: 2026-11-23 → 2026-11-25',
    'REPORT 2026-Y: 2026-11-25 → 2026-11-26',
    'REVIEW N001: 2026-11-23 → 2026-11-25',
  ];

  it('names each due date that would move and changes nothing yet', async () => {
    const before = [...(await dutiesOf(world, tiers)), ...(await dutiesOf(world, counted))];
    const told = await preview();
    expect(moves(told)).toEqual(EXPECTED);
    expect(told.counts).toEqual({ kept: 0, moved: 3, added: 0, dropped: 0, untouched: 0 });
    const tier3 = told.moved.find(({ periodKey }) => periodKey === '2026-M11');
    expect(tier3).toMatchObject({ bodyName: 'Ban Chỉ huy Quân sự', periodVi: 'Tháng 11/2026', reviewId: null });
    expect(tier3?.whyVi).toContain('23/11/2026 (Nghỉ hoán đổi), 24/11/2026');
    expect([...(await dutiesOf(world, tiers)), ...(await dutiesOf(world, counted))]).toEqual(before);
    expect((await world.call<{ days: object[] }>('GET', '/calendar-days?year=2026')).body.days).toHaveLength(17);
  });

  it('then moves exactly those, with overdue_from, the record and the reason', async () => {
    const { token } = await preview();
    const done = await post(world, '/calendar-changes', { ...SWAP, token, reason: 'Theo thông báo mới' });
    expect(done.status).toBe(201);
    expect(moves(done.body)).toEqual(EXPECTED);
    const november = (await dutiesOf(world, tiers)).filter(({ period_key }) => period_key === '2026-M11');
    expect(november.map(({ due_on, overdue_from, version }) => [due_on, overdue_from, version])).toEqual([
      ['2026-11-17', '2026-11-18', 1],
      ['2026-11-20', '2026-11-21', 1],
      ['2026-11-25', '2026-11-26', 2],
    ]);
    expect(dues(await dutiesOf(world, counted))).toContain('2026-Y 2026-11-26');
    const [review] = await reviewsOf(world, desk.agreement);
    expect(review).toMatchObject({ dueOn: '2026-11-25', overdueFrom: '2026-11-26' });
    const why = await world.call<{ moves: object[]; whyVi: string; whyEn: string }>(
      'GET',
      `/occurrences/${november[2]?.id ?? ''}`,
    );
    expect(why.body.moves).toMatchObject([
      { fromDueOn: '2026-11-23', toDueOn: '2026-11-25', because: 'CALENDAR', on: '2026-10-01' },
    ]);
    expect(why.body.whyVi).toMatch(
      /Ngày 01\/10\/2026, .+ chuyển hạn từ 23\/11\/2026 sang 25\/11\/2026 do thay đổi lịch làm việc \(Theo thông báo mới\)\.$/u,
    );
    const held = await world.call<{ whyEn: string; moves: object[] }>('GET', `/reviews/${review?.id ?? ''}`);
    expect(held.body.whyEn).toContain(
      'moved it from 23 Nov 2026 to 25 Nov 2026 because the working calendar was changed',
    );
    const listed = await world.call<{ items: { id: string }[] }>('GET', '/calendar-changes');
    expect(listed.body.items[0]?.id).toBe(done.body.changeId);
    const [row] = await world.db.query<{ count: number }[]>(
      `select count(*)::integer as count from due_change where change_id = $1`,
      [done.body.changeId],
    );
    expect(row?.count).toBe(3);
    expect((await preview({ days: [{ date: '2026-11-23', kind: null }] })).counts.moved).toBe(3);
    const back = { days: [{ date: '2026-11-23', kind: null }] };
    expect((await apply(back, (await preview(back)).token)).status).toBe(201);
    expect(dues(await dutiesOf(world, counted))).toContain('2026-Y 2026-11-25');
  });

  it('leaves what is begun, reported or already past, and says why', async () => {
    world.clock.set('2026-11-20');
    const november = (await dutiesOf(world, tiers)).filter(({ due_on }) => due_on === '2026-11-23');
    await begin(world, november[0]?.id ?? '', false);
    const [year] = (await dutiesOf(world, counted)).filter(({ due_on }) => due_on === '2026-11-25');
    await begin(world, year?.id ?? '', true);
    const told = await preview();
    expect(moves(told)).toEqual(['REVIEW N001: 2026-11-23 → 2026-11-25']);
    expect(told.untouched.map(({ because }) => because).sort()).toEqual(['REPORTED', 'STARTED']);
    expect(told.untouched.every(({ becauseVi }) => becauseVi)).toBe(true);
  });

  it('still moves a duty on its very day, and no longer the day after', async () => {
    world.clock.set('2026-11-23');
    expect((await preview()).counts).toMatchObject({ moved: 3, untouched: 0 });
    world.clock.set('2026-11-24');
    const late = await preview();
    expect(moves(late)).toEqual(['REPORT 2026-Y: 2026-11-25 → 2026-11-26']);
    expect(late.untouched.map(({ because }) => because)).toEqual(['OVERDUE', 'OVERDUE']);
  });

  it('of two who apply what they previewed one wins, and the other is told that the world has moved', async () => {
    const { token } = await preview();
    const replies = await Promise.all([apply(SWAP, token), apply(SWAP, token)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('preview.world-moved');
  });

  it('is refused when a report was begun since the preview', async () => {
    const { token } = await preview();
    world.clock.set('2026-11-20');
    const [tier3] = (await dutiesOf(world, tiers)).filter(({ due_on }) => due_on === '2026-11-23');
    await begin(world, tier3?.id ?? '', false);
    const reply = await apply(SWAP, token);
    expect([reply.status, reply.body.code]).toEqual([409, 'preview.world-moved']);
    expect(dues(await dutiesOf(world, tiers))).toContain('2026-M11 2026-11-23');
  });

  it('announcing a year moves nothing and takes the warning off the dates that carry it', async () => {
    const confirm = { years: [{ year: 2027, confirmed: true, basis: 'Thông báo 2027' }] };
    const told = await preview(confirm);
    expect(told.counts).toMatchObject({ moved: 0, added: 0, dropped: 0, untouched: 0 });
    expect(told.counts.kept).toBeGreaterThan(10);
    expect((await apply(confirm, told.token)).status).toBe(201);
    const [row] = await world.db.query<{ count: number }[]>(
      `select count(*)::integer as count from occurrence where (derivation ->> 'unconfirmedYear')::boolean and due_on between '2027-01-01' and '2027-12-20'`,
    );
    expect(row?.count).toBe(0);
    expect((await preview(confirm)).counts).toEqual({ kept: 0, moved: 0, added: 0, dropped: 0, untouched: 0 });
  });
});
