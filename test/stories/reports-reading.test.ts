import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventAnswer, OccurrenceAnswer, OccurrenceRow } from '../../src/reports/occurrence.contract.js';
import { OccurrencePlanner } from '../../src/reports/occurrence.planner.js';
import { aBody, aClause, aCommitment, anAgreement, aReporter, aSchedule, memberId } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';

interface Rows {
  items: OccurrenceRow[];
  next: string | null;
}

let world: World;
let district: string;
let ward: string;
let other: string;
let agreement: string;
let commitment: string;

async function list(query: string): Promise<Rows> {
  const { status, body } = await world.call<Rows>('GET', `/occurrences?${query}`);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
}
const keysOf = ({ items }: Rows): string[] => items.map(({ periodKey }) => periodKey);
const post = <T>(path: string, input: object): Promise<Reply<T>> => world.call<T>('POST', path, input);

async function plan(agreementId: string): Promise<void> {
  const act = {
    actor: { id: await memberId(world.db), name: 'x' },
    today: '2026-01-05',
    at: '2026-01-05T02:00:00Z',
    requestId: 'r',
    from: null,
    by: 'system' as const,
  };
  await world.db.transaction((tx) =>
    world.app.get(OccurrencePlanner).planSchedules(tx, act, { agreementId }, '2026-01-05'),
  );
}

/** Ward reports monthly in 2026; the other body reports March alone. */
beforeAll(async () => {
  world = await openWorld();
  district = await aBody(world.db, 'Quận ủy');
  ward = await aBody(world.db, 'Phường 1', { parent_id: district });
  other = await aBody(world.db, 'Ban Chỉ huy Quân sự');
  agreement = await anAgreement(world.db, { term_to: '2026-12-31' });
  commitment = await aCommitment(world.db, agreement, [ward]);
  await aClause(world.db, agreement, commitment);
  await aSchedule(world.db, commitment);
  await plan(agreement);
  const march = await anAgreement(world.db, { in_force_from: '2026-03-01', term_to: '2026-03-31' });
  await aSchedule(world.db, await aCommitment(world.db, march, [other]));
  await plan(march);
}, 60_000);
afterAll(() => world.close());

describe('the list of due reports', () => {
  it('is in order of due day, page by page, each row once', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let pages = 0; pages < 10; pages++) {
      const page = await list(`limit=5${cursor}`);
      seen.push(...page.items.map(({ id, dueOn }) => `${dueOn} ${id}`));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(seen).toHaveLength(13);
    expect(seen).toEqual([...new Set(seen)].sort());
  });

  it('refuses a cursor that it did not give', async () => {
    const forged = Buffer.from('["x","y"]').toString('base64url');
    expect((await world.call('GET', `/occurrences?cursor=${forged}`)).status).toBe(400);
  });

  it('of a body holds those of the bodies below it, and no others', async () => {
    expect((await list(`bodyId=${district}`)).items).toHaveLength(12);
    expect((await list(`bodyId=${ward}&from=2026-03-31&to=2026-04-30`)).items).toHaveLength(2);
    expect(keysOf(await list(`bodyId=${other}`))).toEqual(['2026-M03']);
    const page = await list(`bodyId=${district}&limit=7`);
    expect(keysOf(await list(`bodyId=${district}&limit=7&cursor=${page.next ?? ''}`))).toEqual([
      '2026-M08',
      '2026-M09',
      '2026-M10',
      '2026-M11',
      '2026-M12',
    ]);
  });

  it('can be of one agreement or commitment', async () => {
    expect((await list(`agreementId=${agreement}&state=due`)).items).toHaveLength(12);
    expect((await list(`commitmentId=${commitment}`)).items).toHaveLength(12);
    expect((await list(`commitmentId=${commitment}&state=accepted`)).items).toEqual([]);
  });

  it.each([
    ['2026-06-24', 'in_term'],
    ['2026-06-25', 'due_soon'],
    ['2026-06-29', 'due_soon'],
    ['2026-06-30', 'due_today'],
    ['2026-07-01', 'overdue'],
    ['2026-06-01', 'in_term'],
    ['2026-05-31', 'not_started'],
  ])('as of %s says that the report due on 30 June is %s', async (day, standing) => {
    world.clock.set(day);
    const june = (await list(`bodyId=${ward}`)).items.find(({ periodKey }) => periodKey === '2026-M06');
    expect(june).toMatchObject({ standing, periodVi: 'Tháng 6/2026', bodyName: 'Phường 1' });
    expect(keysOf(await list(`bodyId=${ward}&standing=${standing}`))).toContain('2026-M06');
  });

  it('by standing parts every report into exactly one pile', async () => {
    world.clock.set('2026-06-30');
    const standings = [
      'overdue',
      'due_today',
      'due_soon',
      'in_term',
      'not_started',
      'returned',
      'done_on_time',
      'done_late',
      'suspended',
      'waived',
    ];
    const piles = await Promise.all(standings.map((standing) => list(`standing=${standing}`)));
    expect(piles.map(({ items }) => items.length)).toEqual([6, 1, 0, 0, 6, 0, 0, 0, 0, 0]);
  });
});

describe('one due report', () => {
  it('says why it is due then, and which clause it fulfils', async () => {
    const [first] = (await list(`bodyId=${ward}`)).items;
    const { body } = await world.call<OccurrenceAnswer>('GET', `/occurrences/${first!.id}`);
    expect(body.whyVi).toContain('Tháng 1/2026 (01/01/2026 – 31/01/2026): hạn chậm nhất ngày cuối cùng của tháng');
    expect(body.whyEn).toContain('31 Jan 2026');
    expect(body).toMatchObject({ clause: { label: 'Điều 7' }, submissions: [], missing: [], dueRaw: '2026-01-31' });
    expect(body.derivation).toMatchObject({ on: '2026-01-31' });
  });

  it('of an upper tier shows which body of a lower tier has not filed', async () => {
    const upper = await anAgreement(world.db, { in_force_from: '2026-03-01', term_to: '2026-03-31' });
    const schedule = await aSchedule(world.db, await aCommitment(world.db, upper, []), {
      dues: [1, 2].map((tier) => ({ tier, rule: { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 24 + tier } })),
    });
    await aReporter(world.db, schedule, ward, 1);
    await aReporter(world.db, schedule, other, 1);
    await aReporter(world.db, schedule, district, 2);
    await plan(upper);
    world.clock.set('2026-03-20');
    const { items } = await list(`agreementId=${upper}`);
    const [ofWard, ofDistrict] = [ward, district].map((id) => items.find(({ bodyId }) => bodyId === id));
    const missing = async (): Promise<string[]> => {
      const { body } = await world.call<OccurrenceAnswer>('GET', `/occurrences/${ofDistrict!.id}`);
      return body.missing.map(({ bodyName }) => bodyName);
    };
    expect(await missing()).toEqual(['Phường 1', 'Ban Chỉ huy Quân sự']);
    const { body: draft } = await post<{ id: string }>(`/occurrences/${ofWard!.id}/submissions`, {
      nothingToReport: true,
    });
    expect(await missing()).toHaveLength(2);
    await post(`/submissions/${draft.id}/submission`, {});
    expect(await missing()).toEqual(['Ban Chỉ huy Quân sự']);
  });

  it('that is unknown is not found', async () => {
    const path = '/occurrences/00000000-0000-0000-0000-000000000001';
    expect(await world.call('GET', path)).toMatchObject({ status: 404, body: { code: 'report.unknown' } });
  });
});

describe('an event', () => {
  async function aRunning(changes: object, state = 'in_force'): Promise<string> {
    const running = await anAgreement(world.db, { state, in_force_from: '2026-01-01', term_to: '2026-12-31' });
    return aSchedule(world.db, await aCommitment(world.db, running, [ward, other]), { ...changes });
  }
  const rule = { qualifier: 'WITHIN', anchor: 'EVENT', nDays: 3, dayKind: 'WORKING' };
  const byEvent = { frequency: 'ON_EVENT', dues: [{ tier: 1, rule }] };
  const byRequest = { frequency: 'ON_REQUEST', dues: [] };

  it('sets off a report of every lead, once', async () => {
    world.clock.set('2026-07-02');
    const path = `/schedules/${await aRunning(byEvent)}/events`;
    const made = await post<EventAnswer>(path, { on: '2026-07-02' });
    expect(made.status).toBe(201);
    expect(made.body.occurrences.map(({ bodyId, dueOn, periodVi }) => [bodyId, dueOn, periodVi])).toEqual([
      [ward, '2026-07-07', 'Sự kiện ngày 02/07/2026'],
      [other, '2026-07-07', 'Sự kiện ngày 02/07/2026'],
    ]);
    expect(await post(path, { on: '2026-07-02' })).toMatchObject({ status: 409, body: { code: 'report.event-known' } });
  });

  it('can be of one body that reports, and of no other', async () => {
    const path = `/schedules/${await aRunning(byEvent)}/events`;
    const made = await post<EventAnswer>(path, { on: '2026-07-02', bodyId: other });
    expect(made.body.occurrences.map(({ bodyId }) => bodyId)).toEqual([other]);
    expect(await post(path, { on: '2026-07-02', bodyId: district })).toMatchObject({
      status: 422,
      body: { code: 'report.owes-nothing', detail: 'Cơ quan Quận ủy không phải báo cáo kỳ này.' },
    });
  });

  it('is dated by the schedule, a request by who asks', async () => {
    const [event, request] = [await aRunning(byEvent), await aRunning(byRequest)];
    const on = '2026-07-02';
    expect(await post(`/schedules/${event}/events`, { on, dueOn: on })).toMatchObject({
      body: { code: 'report.due-on-fixed' },
    });
    expect(await post(`/schedules/${request}/events`, { on })).toMatchObject({
      body: { code: 'report.due-on-missing' },
    });
    expect(await post(`/schedules/${request}/events`, { on, dueOn: '2026-07-01' })).toMatchObject({
      status: 422,
      body: { code: 'report.due-before-request' },
    });
    const made = await post<EventAnswer>(`/schedules/${request}/events`, { on, dueOn: on });
    expect(made.body.occurrences[0]).toMatchObject({ dueOn: on, overdueFrom: '2026-07-03' });
  });

  it('lies within the term, both ends included', async () => {
    const path = `/schedules/${await aRunning(byEvent)}/events`;
    for (const on of ['2025-12-31', '2027-01-01']) {
      expect(await post(path, { on })).toMatchObject({ status: 422, body: { code: 'report.event-outside-term' } });
    }
    for (const on of ['2026-01-01', '2026-12-31']) expect((await post(path, { on })).status).toBe(201);
  });

  it('is refused where reports go by period, and before an agreement is in force', async () => {
    const monthly = await aRunning({});
    expect(await post(`/schedules/${monthly}/events`, { on: '2026-07-02' })).toMatchObject({
      status: 409,
      body: { code: 'report.not-by-event' },
    });
    const signed = await aRunning(byEvent, 'signed');
    expect((await post(`/schedules/${signed}/events`, { on: '2026-07-02' })).status).toBe(409);
  });
});
