import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { putRow } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';
import { aDesk, begin, dues, dutiesOf, planned, post, type Desk, type Preview } from './replanning-cast.js';
import { addCycle, reviewsOf } from './reviews-cast.js';

const by = (day: number): object => ({ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day });
const OF_SCHEME = { window_rule: { kind: 'SCHEME' }, dues: [], roll: null };
const CHANGE = { dues: { MONTH: [by(22)], HALF_YEAR: [by(22)] } };

describe('a reporting scheme in use', () => {
  let world: World;
  let desk: Desk;
  let scheme: string;
  let ours: string;
  let theirs: string;
  let review: string;
  let codes = 0;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set('2026-07-02');
    codes += 1;
    const made = await world.call<{ id: string }>('POST', '/reporting-schemes', {
      code: `RIENG-${codes}`,
      nameVi: 'Chế độ riêng',
      nameEn: 'Our own',
      roll: 'NONE',
      windows: { MONTH: { startDay: 15, monthOffset: -1 }, HALF_YEAR: { startDay: 15, monthOffset: -1 } },
      dues: { MONTH: [by(25)], HALF_YEAR: [by(25)] },
    });
    scheme = made.body.id;
    desk = await aDesk(world, { term_to: '2026-12-31', scheme_id: scheme });
    ours = await planned(world, desk, '2026-06-01', { ...OF_SCHEME, starts_on: '2026-06-01' });
    const elsewhere = await aDesk(world, { term_to: '2026-12-31' });
    theirs = await planned(world, elsewhere, '2026-06-01', {
      ...OF_SCHEME,
      scheme_id: scheme,
      starts_on: '2026-06-01',
    });
    const cycle = await addCycle(world, desk.agreement, {
      kind: 'INTERIM_REVIEW',
      frequency: 'HALF_YEARLY',
      hostId: desk.units[0],
    });
    expect(cycle.status).toBe(201);
    const [first] = await reviewsOf(world, desk.agreement);
    review = first?.id ?? '';
  });

  const preview = async (change: object): Promise<Preview> => {
    const { status, body } = await post(world, `/reporting-schemes/${scheme}/previews`, change);
    expect([status, body.detail]).toEqual([200, undefined]);
    return body;
  };

  it('is not changed in place: the refusal names the way', async () => {
    const reply = await world.call('PATCH', `/reporting-schemes/${scheme}`, CHANGE, { 'if-match': '"1"' });
    expect([reply.status, reply.body['code']]).toEqual([409, 'scheme.in-use']);
    expect(reply.body['detail']).toContain('revisions');
  });

  it('shows and then moves the duties of its agreements and of schedules that name it, and their reviews', async () => {
    const told = await preview(CHANGE);
    const moved = told.moved.map(({ duty, periodKey, to }) => `${duty} ${periodKey} ${to?.dueOn ?? ''}`);
    const months = ['07', '08', '09', '10', '11', '12'].map((month) => `REPORT 2026-M${month} 2026-${month}-22`);
    expect([...moved].sort()).toEqual([...months, ...months, 'REVIEW 2026-H2 2026-12-22'].sort());
    expect(told.untouched.map(({ periodKey, because }) => `${periodKey} ${because ?? ''}`)).toEqual([
      '2026-M06 OVERDUE',
      '2026-M06 OVERDUE',
    ]);
    const reply = await post(world, `/reporting-schemes/${scheme}/revisions`, { ...CHANGE, token: told.token });
    expect(reply.body).toMatchObject({ counts: told.counts, scheme: { dues: CHANGE.dues }, version: 2 });
    for (const schedule of [ours, theirs]) {
      expect(dues(await dutiesOf(world, schedule))).toEqual([
        '2026-M06 2026-06-25',
        ...['07', '08', '09', '10', '11', '12'].map((month) => `2026-M${month} 2026-${month}-22`),
      ]);
    }
    const held = await world.call<{ dueOn: string; moves: object[] }>('GET', `/reviews/${review}`);
    expect(held.body).toMatchObject({ dueOn: '2026-12-22', moves: [{ because: 'SCHEME' }] });
    expect((await preview(CHANGE)).counts).toMatchObject({ moved: 0, added: 0, dropped: 0 });
    const history = await world.call<{ items: object[] }>('GET', `/reporting-schemes/${scheme}/revisions`);
    expect(history.body.items).toMatchObject([{ cause: 'SCHEME', before: { version: 1 }, after: { version: 2 } }]);
  });

  it('leaves a report begun and a review planned for a day', async () => {
    const [, july] = await dutiesOf(world, ours);
    await begin(world, july?.id ?? '', false);
    await world.db.query(`update review set state = 'planned', planned_on = '2026-12-20' where id = $1`, [review]);
    const told = await preview(CHANGE);
    expect(told.untouched.map(({ because }) => because).sort()).toEqual(['OVERDUE', 'OVERDUE', 'PLANNED', 'STARTED']);
  });

  it('moves only what the scheme moves, though a lead was added meanwhile', async () => {
    await putRow(world.db, 'commitment_body', { commitment_id: desk.commitment, body_id: desk.units[2], role: 'LEAD' });
    expect((await preview(CHANGE)).counts).toMatchObject({ added: 0, dropped: 0, moved: 13 });
  });

  it('is refused when a schedule could no longer be planned, and a preset always', async () => {
    const reply = await post(world, `/reporting-schemes/${scheme}/previews`, {
      dues: { MONTH: [{ qualifier: 'BY', anchor: 'FIXED_DATE', day: 31, month: 6 }] },
    });
    expect(reply.status).toBe(422);
    const { body } = await world.call<{ items: { id: string; code: string }[] }>('GET', '/reporting-schemes');
    const preset = body.items.find(({ code }) => code === 'ND09')?.id ?? '';
    const refused = await post(world, `/reporting-schemes/${preset}/previews`, CHANGE);
    expect([refused.status, refused.body.code]).toEqual([409, 'scheme.preset']);
  });
});
