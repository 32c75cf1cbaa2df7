import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OccurrenceAnswer } from '../../src/reports/occurrence.contract.js';
import { asking } from '../support/asking.js';
import { aBody } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';
import { aFollowedAgreement, reportsOf, reviewsOf, type Followed } from './pauses-cast.js';

let world: World;
let office: Followed;

interface Refused {
  code: string;
  pointer?: string;
  errors?: { code: string; pointer: string }[];
}

const { get } = asking(() => world);
const bring = <T = Record<string, unknown>>(followedSince: string, filings: object[]): Promise<Reply<T>> =>
  world.call<T>('POST', `/agreements/${office.agreement}/history`, { followedSince, filings });
const filing = (periodKey: string, filedOn: string, more: object = {}): object => ({
  commitmentId: office.commitment,
  periodKey,
  filedOn,
  ...more,
});
const reports = () => reportsOf(world, office.agreement);

beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

/** In force since 15 January 2026, followed since 1 July 2026. */
beforeEach(async () => {
  office = await aFollowedAgreement(world, { inForceFrom: '2026-01-15', followedSince: '2026-07-01' });
  world.clock.set('2026-07-02');
  await world.call('POST', '/sweeps', { asOf: '2026-07-02' });
});

describe('history', () => {
  it('an old agreement brings no past along until it is asked for', async () => {
    expect(Object.keys(await reports()).sort()[0]).toBe('2026-M07');
  });

  it('plans the past, records each filing as an accepted, imported one, and leaves the rest overdue', async () => {
    const reply = await bring('2026-03-01', [
      filing('2026-M03', '2026-03-31', { note: 'Báo cáo số 4/BC-BTG' }),
      filing('2026-M04', '2026-05-01', { bodyId: office.lead, nothingToReport: true }),
    ]);
    expect([reply.status, reply.body]).toMatchObject([
      201,
      { occurrences: 4, filings: 2, agreement: { followedSince: '2026-03-01' } },
    ]);
    const all = await reports();
    expect(all['2026-M02']).toBeUndefined();
    expect(all['2026-M03']).toMatchObject({ state: 'accepted', standing: 'done_on_time' });
    expect(all['2026-M04']).toMatchObject({ state: 'accepted', standing: 'done_late' });
    expect(all['2026-M05']).toMatchObject({ state: 'due', standing: 'overdue' });
    const march = await get<OccurrenceAnswer>(`/occurrences/${all['2026-M03']?.id}`);
    expect(march).toMatchObject({
      firstFiledOn: '2026-03-31',
      acceptedOn: '2026-03-31',
      onTimeOriginal: true,
      submissions: [
        { imported: true, state: 'accepted', filedOn: '2026-03-31', done: 'Báo cáo số 4/BC-BTG', reviewedBy: null },
      ],
    });
    expect(march.submissions[0]?.enteredAt).not.toBeNull();
    const [{ count }] = await world.db.query<[{ count: number }]>(
      `select count(*) from audit_entry where what in ('agreement.history-imported', 'submission.imported')
         and subject_id in ($1, $2)`,
      [office.agreement, march.submissions[0]?.id],
    );
    expect(count).toBe(2);
  });

  it('plans past reviews too, so that the meetings that were held can be recorded', async () => {
    await bring('2026-03-01', []);
    expect((await reviewsOf(world, office.agreement))['2026-03-10']).toMatchObject({ standing: 'overdue' });
  });

  it('a report due on the first day followed counts, one due the day before does not', async () => {
    await bring('2026-04-01', []);
    expect((await reports())['2026-M03']).toBeUndefined();
    await bring('2026-03-31', []);
    expect((await reports())['2026-M03']).toBeDefined();
  });

  it('moves the first day back only, and not before entry into force', async () => {
    expect((await bring<Refused>('2026-07-02', [])).body).toMatchObject({
      code: 'history.not-earlier',
      pointer: '/followedSince',
    });
    expect((await bring<Refused>('2026-01-14', [])).body).toMatchObject({ code: 'history.before-in-force' });
    expect((await bring('2026-07-01', [])).status).toBe(201);
    expect((await bring('2026-01-15', [])).status).toBe(201);
    expect((await reports())['2026-M01']).toMatchObject({ windowStart: '2026-01-15' });
  });

  it('takes all or nothing, and shows each wrong row at its place', async () => {
    const stranger = await aFollowedAgreement(world);
    const nobody = await aBody(world.db, 'Hội Phụ nữ');
    world.clock.set('2026-07-02');
    const reply = await bring<Refused>('2026-03-01', [
      filing('2026-M03', '2026-03-31'),
      filing('2026-M03', '2026-03-31'),
      filing('2026-M04', '2026-03-31'),
      filing('2026-M05', '2026-07-03'),
      filing('2026-M02', '2026-02-28'),
      filing('2026-M06', '2026-06-30', { bodyId: nobody }),
      filing('2026-M06', '2026-06-30', { commitmentId: stranger.commitment }),
      filing('2026-M05', '2026-07-02'),
    ]);
    expect([reply.status, reply.body.code]).toEqual([422, 'request.invalid']);
    expect(reply.body.errors?.map(({ code, pointer }) => `${pointer} ${code}`)).toEqual([
      '/filings/1 history.filed-twice',
      '/filings/2/filedOn report.too-early',
      '/filings/3/filedOn report.in-future',
      '/filings/4/periodKey history.no-such-period',
      '/filings/5/periodKey history.no-such-period',
      '/filings/6/commitmentId history.commitment-elsewhere',
      '/filings/7 history.filed-twice',
    ]);
    expect((await reports())['2026-M03']).toBeUndefined();
    expect(await get(`/agreements/${office.agreement}`)).toMatchObject({ followedSince: '2026-07-01' });
  });

  it('takes a filing of the first day of the window and of today', async () => {
    const reply = await bring('2026-03-01', [filing('2026-M05', '2026-05-01'), filing('2026-M06', '2026-07-02')]);
    expect(reply.status).toBe(201);
  });

  it('leaves what the register holds already', async () => {
    await bring('2026-03-01', [filing('2026-M03', '2026-03-31')]);
    const again = await bring<Refused>('2026-03-01', [filing('2026-M03', '2026-03-30')]);
    expect(again.body.errors).toMatchObject([{ code: 'history.has-submission', pointer: '/filings/0' }]);
    const both = await Promise.all([
      bring('2026-03-01', [filing('2026-M04', '2026-04-30')]),
      bring('2026-03-01', [filing('2026-M04', '2026-04-29')]),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('is for an agreement that runs', async () => {
    await world.call('POST', `/agreements/${office.agreement}/pause`, { from: '2026-07-02', reason: 'x' });
    expect(await bring('2026-03-01', [])).toMatchObject({ status: 409, body: { code: 'agreement.not-in-force' } });
  });

  it('is noticed by the next night, once', async () => {
    await bring('2026-03-01', [filing('2026-M03', '2026-03-31')]);
    const sweep = () => world.call<{ counts: Record<string, number> }>('POST', '/sweeps', { asOf: '2026-07-02' });
    expect((await sweep()).body.counts.reportsOverdue).toBe(3);
    expect((await sweep()).body.counts.reportsOverdue).toBe(0);
  });
});
