import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { putRow } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';
import { aDesk, begin, dues, dutiesOf, planned, post, type Desk, type Preview } from './replanning-cast.js';

const LAST = { tier: 1, rule: { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 'LAST' } };
const TENTH = { dues: [{ tier: 1, rule: { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 10 } }] };

describe('a schedule that has planned reports', () => {
  let world: World;
  let desk: Desk;
  let schedule: string;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-07-02');
    desk = await aDesk(world, { term_to: '2026-12-31' });
    schedule = await planned(world, desk, '2026-01-05');
  });

  const preview = async (change: object): Promise<Preview> => {
    const { status, body } = await post(world, `/schedules/${schedule}/previews`, change);
    expect([status, body.detail]).toEqual([200, undefined]);
    return body;
  };
  const apply = (change: object, token: string): Promise<Reply<Preview>> =>
    post(world, `/schedules/${schedule}/revisions`, { ...change, token });
  const applied = async (change: object): Promise<Preview> => {
    const { status, body } = await apply(change, (await preview(change)).token);
    expect([status, body.detail]).toEqual([201, undefined]);
    return body;
  };
  const periods = (list: readonly { periodKey: string }[]): string[] => list.map(({ periodKey }) => periodKey);

  it('and is not changed keeps them all', async () => {
    expect((await preview({})).counts).toEqual({ kept: 12, moved: 0, added: 0, dropped: 0, untouched: 0 });
  });

  it('moves what is still to come and leaves what is past, begun or reported, each with its reason', async () => {
    const all = await dutiesOf(world, schedule);
    const of = (key: string): string => all.find(({ period_key }) => period_key === key)?.id ?? '';
    await begin(world, of('2026-M06'), true);
    await begin(world, of('2026-M07'), false);
    await world.call('POST', `/occurrences/${of('2026-M09')}/waiver`, { reason: 'Không phát sinh' });
    const told = await preview(TENTH);
    expect(periods(told.moved)).toEqual(['2026-M08', '2026-M10', '2026-M11', '2026-M12']);
    expect(told.moved[0]).toMatchObject({
      bodyName: 'Ủy ban nhân dân phường Hòa Hưng',
      periodVi: 'Tháng 8/2026',
      from: { windowStart: '2026-08-01', windowEnd: '2026-08-31', dueOn: '2026-08-31' },
      to: { windowStart: '2026-08-01', windowEnd: '2026-08-31', dueOn: '2026-08-10' },
    });
    expect(told.untouched.map(({ periodKey, because }) => `${periodKey} ${because ?? ''}`).sort()).toEqual([
      ...['01', '02', '03', '04', '05'].map((month) => `2026-M${month} OVERDUE`),
      '2026-M06 REPORTED',
      '2026-M07 STARTED',
      '2026-M09 WAIVED',
    ]);
    expect(await dutiesOf(world, schedule)).toHaveLength(12);
  });

  it('is then changed exactly so, with its history', async () => {
    const told = await preview(TENTH);
    const reply = await apply({ ...TENTH, reason: 'Sửa theo biên bản' }, told.token);
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ counts: told.counts, revision: 1, schedule: { dues: TENTH.dues }, version: 2 });
    expect(dues(await dutiesOf(world, schedule)).slice(6)).toEqual([
      '2026-M07 2026-07-10',
      '2026-M08 2026-08-10',
      '2026-M09 2026-09-10',
      '2026-M10 2026-10-10',
      '2026-M11 2026-11-10',
      '2026-M12 2026-12-10',
    ]);
    const again = await preview(TENTH);
    expect(again.counts).toMatchObject({ moved: 0, added: 0, dropped: 0 });
    const history = await world.call<{ items: object[] }>('GET', `/schedules/${schedule}/revisions`);
    expect(history.body.items).toMatchObject([
      {
        cause: 'SCHEDULE',
        revision: 1,
        before: { dues: [LAST] },
        after: { dues: TENTH.dues },
        reason: 'Sửa theo biên bản',
        on: '2026-07-02',
      },
    ]);
    const second = await apply(TENTH, told.token);
    expect([second.status, second.body.code]).toEqual([409, 'preview.world-moved']);
  });

  it('that becomes quarterly drops its months, adds its quarters, and invents nothing past', async () => {
    const done = await applied({ frequency: 'QUARTERLY' });
    expect(periods(done.dropped)).toEqual(['07', '08', '09', '10', '11', '12'].map((month) => `2026-M${month}`));
    expect(periods(done.added)).toEqual(['2026-Q3', '2026-Q4']);
    expect(done.untouched).toHaveLength(6);
    expect(dues(await dutiesOf(world, schedule)).slice(6)).toEqual(['2026-Q3 2026-09-30', '2026-Q4 2026-12-31']);
  });

  it('moves nothing into the past', async () => {
    world.clock.set('2026-07-20');
    const told = await preview(TENTH);
    const july = told.untouched.find(({ periodKey }) => periodKey === '2026-M07');
    expect(july?.because).toBe('WOULD_BE_PAST');
    world.clock.set('2026-07-10');
    expect(periods((await preview(TENTH)).moved)).toContain('2026-M07');
  });

  it('gets other reporters the same way, and a changed lead too', async () => {
    const done = await applied({ reporters: [{ bodyId: desk.units[1] }] });
    expect(done.counts).toMatchObject({ added: 6, dropped: 6, untouched: 6 });
    expect((await dutiesOf(world, schedule)).slice(6).every(({ body_id }) => body_id === desk.units[1])).toBe(true);
    await applied({ reporters: [] });
    await putRow(world.db, 'commitment_body', { commitment_id: desk.commitment, body_id: desk.units[2], role: 'LEAD' });
    const told = await preview({});
    expect(told.added.map(({ bodyId }) => bodyId)).toEqual(Array(6).fill(desk.units[2]));
    expect(told.counts).toMatchObject({ moved: 0, dropped: 0 });
  });

  it('that loses its interval waits for one again, and goes on without a past when it gets one', async () => {
    const lost = await applied({ frequency: 'UNSPECIFIED', window: { kind: 'SCHEME' }, dues: [] });
    expect(lost.counts).toMatchObject({ dropped: 6, added: 0 });
    expect(await dutiesOf(world, schedule)).toHaveLength(6);
    const found = await applied({ frequency: 'MONTHLY', dues: [LAST] });
    expect(found.counts).toMatchObject({ added: 6, kept: 6, moved: 0, untouched: 0 });
  });

  it('is still not changed in place', async () => {
    const reply = await world.call('PATCH', `/schedules/${schedule}`, TENTH, { 'if-match': '"1"' });
    expect([reply.status, reply.body['code']]).toEqual([409, 'commitment-schedule.already-planned']);
  });

  it('of two who apply at once one wins', async () => {
    const { token } = await preview(TENTH);
    const replies = await Promise.all([apply(TENTH, token), apply(TENTH, token)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('preview.world-moved');
  });

  it('is refused under a token of another change, when If-Match is stale, and when the rule makes no sense', async () => {
    const { token } = await preview(TENTH);
    const other = await apply({ frequency: 'QUARTERLY' }, token);
    expect([other.status, other.body.code]).toEqual([409, 'preview.world-moved']);
    const stale = await world.call(
      'POST',
      `/schedules/${schedule}/revisions`,
      { ...TENTH, token },
      { 'if-match': '"9"' },
    );
    expect(stale.status).toBe(412);
    const stranger = await post(world, `/schedules/${schedule}/previews`, { reporters: [{ bodyId: schedule }] });
    expect([stranger.status, stranger.body.code]).toEqual([422, 'commitment-schedule.reporter-not-involved']);
    await world.db.query(`update agreement set state = 'ended' where id = $1`, [desk.agreement]);
    const over = await post(world, `/schedules/${schedule}/previews`, TENTH);
    expect([over.status, over.body.code]).toEqual([409, 'agreement.not-in-force']);
  });
});
