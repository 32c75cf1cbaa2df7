import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ExtensionAnswer, ExtensionRow } from '../../src/reports/extension.contract.js';
import type { OccurrenceAnswer } from '../../src/reports/occurrence.contract.js';
import type { SubmissionAnswer } from '../../src/reports/submission.contract.js';
import { aBody, aDueReport } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';

let world: World;
let body: string;
let occurrence: string;

const call = <T = ExtensionAnswer>(method: string, path: string, input?: unknown, headers = {}): Promise<Reply<T>> =>
  world.call<T>(method, path, input, headers);
const ask = (to: string, reason = 'Chờ số liệu của phường'): Promise<Reply<ExtensionAnswer>> =>
  call('POST', `/occurrences/${occurrence}/extensions`, { to, reason });
const grant = (id: string, input: object = {}): Promise<Reply<ExtensionAnswer>> =>
  call('POST', `/extensions/${id}/grant`, input);
const refuse = (id: string): Promise<Reply<ExtensionAnswer>> =>
  call('POST', `/extensions/${id}/refusal`, { note: 'Đã gia hạn một lần' });
const seen = async (): Promise<OccurrenceAnswer> =>
  (await call<OccurrenceAnswer>('GET', `/occurrences/${occurrence}`)).body;
/** Whether the night of that day notices the report to be late. */
const sweep = async (asOf: string): Promise<boolean> => {
  world.clock.set(asOf);
  expect((await world.call('POST', '/sweeps', { asOf })).status).toBe(201);
  return (await seen()).overdueNoticedOn === asOf;
};

async function filed(): Promise<SubmissionAnswer> {
  const { body: made } = await call<SubmissionAnswer>('POST', `/occurrences/${occurrence}/submissions`, { done: 'x' });
  const { status, body: answer } = await call<SubmissionAnswer>('POST', `/submissions/${made.id}/submission`, {});
  expect(status).toBe(201);
  return answer;
}

async function granted(to: string): Promise<void> {
  const { body: asked } = await ask(to);
  expect((await grant(asked.id, { note: 'Đồng ý', document: '12/CV-BTG' })).status).toBe(201);
}

beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

/** Due on 30 June 2026. */
beforeEach(async () => {
  world.clock.set('2026-06-25');
  body = await aBody(world.db, 'Ban Tuyên giáo Quận ủy');
  occurrence = await aDueReport(world.db, body);
});

describe('an extension', () => {
  it('is asked with a reason, granted, and keeps the original date beside the agreed one', async () => {
    const { status, body: asked } = await ask('2026-07-10');
    expect({ status, asked }).toMatchObject({
      status: 201,
      asked: { state: 'asked', askedTo: '2026-07-10', askedOn: '2026-06-25', grantedTo: null, warnings: [] },
    });
    expect(await seen()).toMatchObject({ dueOn: '2026-06-30', agreedDueOn: null, overdueFrom: '2026-07-01' });
    world.clock.set('2026-06-26');
    expect(await grant(asked.id, { document: '12/CV-BTG' })).toMatchObject({
      status: 201,
      body: { state: 'granted', grantedTo: '2026-07-10', decidedOn: '2026-06-26', document: '12/CV-BTG' },
    });
    expect(await seen()).toMatchObject({
      dueOn: '2026-06-30',
      agreedDueOn: '2026-07-10',
      overdueFrom: '2026-07-11',
      onTimeOriginal: null,
      onTimeAgreed: null,
      extensions: [{ id: asked.id, state: 'granted', reason: 'Chờ số liệu của phường' }],
    });
  });

  it('is part of "why this date?" in both languages', async () => {
    await granted('2026-07-10');
    const { whyVi, whyEn, extensions } = await seen();
    const by = extensions[0]?.decidedBy ?? '?';
    expect(whyVi).toContain(
      `Được gia hạn đến 10/07/2026 theo quyết định của ${by} ngày 25/06/2026 (12/CV-BTG), lý do: Chờ số liệu của phường.`,
    );
    expect(whyEn).toContain(`Extended to 10 Jul 2026 by decision of ${by} on 25 Jun 2026 (12/CV-BTG), reason:`);
  });

  it('on time is counted against both dates: original day, agreed day, and the day after', async () => {
    const filedOn = async (day: string): Promise<OccurrenceAnswer> => {
      world.clock.set('2026-06-25');
      occurrence = await aDueReport(world.db, await aBody(world.db, `Đơn vị nộp ${day}`));
      await granted('2026-07-10');
      world.clock.set(day);
      await filed();
      return seen();
    };
    expect(await filedOn('2026-06-30')).toMatchObject({
      onTimeOriginal: true,
      onTimeAgreed: true,
      standing: 'done_on_time',
    });
    expect(await filedOn('2026-07-01')).toMatchObject({ onTimeOriginal: false, onTimeAgreed: true });
    expect(await filedOn('2026-07-10')).toMatchObject({
      onTimeOriginal: false,
      onTimeAgreed: true,
      standing: 'done_on_time',
    });
    expect(await filedOn('2026-07-11')).toMatchObject({
      onTimeOriginal: false,
      onTimeAgreed: false,
      standing: 'done_late',
    });
  });

  it('moves the standing and the night to the agreed day', async () => {
    await granted('2026-07-10');
    const days = {
      '2026-06-30': 'in_term',
      '2026-07-01': 'in_term',
      '2026-07-09': 'due_soon',
      '2026-07-10': 'due_today',
    };
    for (const [day, standing] of Object.entries(days)) {
      expect([day, await sweep(day), (await seen()).standing]).toEqual([day, false, standing]);
    }
    const today = await world.call<{ items: { id: string }[] }>(
      'GET',
      `/occurrences?bodyId=${body}&standing=due_today`,
    );
    expect(today.body.items).toMatchObject([{ id: occurrence }]);
    expect(await sweep('2026-07-11')).toBe(true);
    expect(await seen()).toMatchObject({ standing: 'overdue', overdueNoticedOn: '2026-07-11' });
  });

  it('may be granted after the date has passed: no longer overdue, and the alert is armed again', async () => {
    expect(await sweep('2026-07-01')).toBe(true);
    const { body: asked } = await ask('2026-07-03');
    await grant(asked.id);
    expect(await seen()).toMatchObject({ standing: 'due_soon', overdueNoticedOn: null, overdueFrom: '2026-07-04' });
    expect(await sweep('2026-07-03')).toBe(false);
    expect(await sweep('2026-07-04')).toBe(true);
  });

  it('that is refused moves nothing, and the night flags on the original day', async () => {
    const { body: asked } = await ask('2026-07-10');
    expect(await refuse(asked.id)).toMatchObject({ status: 201, body: { state: 'refused', grantedTo: null } });
    expect(await seen()).toMatchObject({ agreedDueOn: null, overdueFrom: '2026-07-01' });
    expect((await seen()).whyVi).not.toContain('gia hạn');
    expect(await sweep('2026-06-30')).toBe(false);
    expect(await sweep('2026-07-01')).toBe(true);
    expect((await ask('2026-07-05')).status).toBe(201);
  });

  it('goes to a day after the present one that has not passed', async () => {
    const refused = async (to: string): Promise<unknown> => (await ask(to)).body;
    expect(await refused('2026-06-30')).toMatchObject({ code: 'extension.not-later', pointer: '/to' });
    world.clock.set('2026-07-05');
    expect(await refused('2026-07-04')).toMatchObject({ code: 'extension.in-past', pointer: '/to' });
    await granted('2026-07-05');
    expect(await refused('2026-07-05')).toMatchObject({ code: 'extension.not-later' });
    await granted('2026-07-06');
    expect(await seen()).toMatchObject({ dueOn: '2026-06-30', agreedDueOn: '2026-07-06' });
    expect((await seen()).extensions).toHaveLength(2);
  });

  it('may be granted to another day than asked, within the same bounds', async () => {
    const { body: asked } = await ask('2026-07-10');
    expect(await grant(asked.id, { to: '2026-06-30' })).toMatchObject({ status: 422 });
    world.clock.set('2026-07-11');
    expect(await grant(asked.id)).toMatchObject({ status: 422, body: { code: 'extension.in-past' } });
    expect(await grant(asked.id, { to: '2026-07-11' })).toMatchObject({ body: { grantedTo: '2026-07-11' } });
  });

  it('to a day off is kept as chosen, with a warning', async () => {
    expect(await ask('2026-07-11')).toMatchObject({ body: { warnings: ['not-a-working-day'] } });
    const { items } = (await call<{ items: ExtensionRow[] }>('GET', `/extensions?state=asked&bodyId=${body}`)).body;
    await grant(items[0]!.id);
    expect(await seen()).toMatchObject({
      agreedDueOn: '2026-07-11',
      overdueFrom: '2026-07-12',
      extensions: [{ warnings: ['not-a-working-day'] }],
    });
  });

  it('is asked once at a time, and only while the report is owed', async () => {
    const both = await Promise.all([ask('2026-07-10'), ask('2026-07-11')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'extension.asked-already' });
    await refuse(both.find(({ status }) => status === 201)!.body.id);
    await filed();
    expect(await ask('2026-07-10')).toMatchObject({ status: 409, body: { code: 'extension.not-open' } });
  });

  it('granted twice at once, or granted and refused, is decided once', async () => {
    const { body: asked } = await ask('2026-07-10');
    const all = await Promise.all([
      grant(asked.id, { to: '2026-07-05' }),
      grant(asked.id, { to: '2026-07-06' }),
      refuse(asked.id),
    ]);
    expect(all.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(all.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'life-cycle.forbidden' });
    const won = all.find(({ status }) => status === 201)!.body;
    expect((await seen()).agreedDueOn).toBe(won.grantedTo);
  });

  it('asked in time and granted after the filing makes the filing timely: a slow decision makes nobody late', async () => {
    const { body: asked } = await ask('2026-07-10');
    world.clock.set('2026-07-08');
    await filed();
    world.clock.set('2026-07-20');
    expect((await grant(asked.id)).status).toBe(201);
    expect(await seen()).toMatchObject({ standing: 'done_on_time', onTimeOriginal: false, onTimeAgreed: true });
  });

  it('gives the clock of a return the agreed day, and keeps a later day to send it again', async () => {
    await granted('2026-07-10');
    world.clock.set('2026-07-09');
    const { id } = await filed();
    await call('POST', `/submissions/${id}/return`, { comment: 'Thiếu', resubmitBy: '2026-07-09' });
    expect((await seen()).overdueFrom).toBe('2026-07-11');
    const second = await filed();
    await call('POST', `/submissions/${second.id}/return`, { comment: 'Thiếu', resubmitBy: '2026-07-20' });
    expect((await seen()).overdueFrom).toBe('2026-07-21');
    await granted('2026-07-15');
    expect(await seen()).toMatchObject({ agreedDueOn: '2026-07-15', overdueFrom: '2026-07-21', state: 'returned' });
  });

  it('is not granted on a report that was waived', async () => {
    const { body: asked } = await ask('2026-07-10');
    await call('POST', `/occurrences/${occurrence}/waiver`, { reason: 'Thiên tai' });
    expect(await grant(asked.id)).toMatchObject({ status: 409, body: { code: 'extension.set-aside' } });
    expect((await refuse(asked.id)).status).toBe(201);
  });

  it('waits in a list, the earliest asked first, page by page', async () => {
    const { body: first } = await ask('2026-07-10');
    world.clock.set('2026-06-26');
    occurrence = await aDueReport(world.db, body);
    const { body: second } = await ask('2026-07-10');
    const path = `/extensions?state=asked&bodyId=${body}&limit=1`;
    const one = (await call<{ items: ExtensionRow[]; next: string }>('GET', path)).body;
    expect(one.items).toMatchObject([{ id: first.id, periodVi: 'Tháng 6/2026', bodyName: 'Ban Tuyên giáo Quận ủy' }]);
    const two = (await call<{ items: ExtensionRow[]; next: null }>('GET', `${path}&cursor=${one.next}`)).body;
    expect([two.items.map(({ id }) => id), two.next]).toEqual([[second.id], null]);
    await grant(first.id);
    const left = (await call<{ items: ExtensionRow[] }>('GET', `/extensions?state=asked&bodyId=${body}`)).body;
    expect(left.items.map(({ id }) => id)).toEqual([second.id]);
  });
});
