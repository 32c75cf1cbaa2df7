import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OccurrenceAnswer } from '../../src/reports/occurrence.contract.js';
import { OccurrenceFlags } from '../../src/reports/occurrence.flags.js';
import type { SubmissionAnswer } from '../../src/reports/submission.contract.js';
import { aBody, aDueReport } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';

let world: World;
let occurrence: string;

const call = <T = SubmissionAnswer>(method: string, path: string, input?: unknown, headers = {}): Promise<Reply<T>> =>
  world.call<T>(method, path, input, headers);
const draft = (input: object = { done: 'Đã tổ chức 3 buổi' }): Promise<Reply<SubmissionAnswer>> =>
  call('POST', `/occurrences/${occurrence}/submissions`, input);
const file = (id: string, input: object = {}): Promise<Reply<SubmissionAnswer>> =>
  call('POST', `/submissions/${id}/submission`, input);
const sendBack = (id: string, input: object = { comment: 'Thiếu số liệu' }): Promise<Reply<SubmissionAnswer>> =>
  call('POST', `/submissions/${id}/return`, input);
const accept = (id: string): Promise<Reply<SubmissionAnswer>> => call('POST', `/submissions/${id}/acceptance`, {});
const seen = async (): Promise<OccurrenceAnswer> =>
  (await call<OccurrenceAnswer>('GET', `/occurrences/${occurrence}`)).body;

/** Drafts and files, on the day set. */
async function filed(input?: object, on: object = {}): Promise<SubmissionAnswer> {
  const { body: made } = await draft(input);
  const { status, body: answer } = await file(made.id, on);
  expect({ status, answer }).toMatchObject({ status: 201, answer: { state: 'submitted' } });
  return answer;
}

beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

beforeEach(async () => {
  world.clock.set('2026-06-15');
  occurrence = await aDueReport(world.db, await aBody(world.db, 'Ban Tuyên giáo Quận ủy'));
});

describe('a return', () => {
  it('of a report filed in time gives five working days and keeps the first day', async () => {
    world.clock.set('2026-06-30');
    const { id } = await filed();
    world.clock.set('2026-07-02');
    expect(await sendBack(id)).toMatchObject({ status: 201, body: { state: 'returned', resubmitBy: '2026-07-09' } });
    expect(await seen()).toMatchObject({
      state: 'returned',
      standing: 'returned',
      dueOn: '2026-06-30',
      overdueFrom: '2026-07-10',
    });
    world.clock.set('2026-07-09');
    expect((await seen()).standing).toBe('returned');
    world.clock.set('2026-07-10');
    expect((await seen()).standing).toBe('overdue');
    const again = await filed({ done: 'Đã bổ sung số liệu' });
    expect(again.round).toBe(2);
    expect((await accept(again.id)).status).toBe(201);
    expect(await seen()).toMatchObject({
      standing: 'done_on_time',
      firstFiledOn: '2026-06-30',
      filedOn: '2026-07-10',
      submissions: [
        { round: 1, state: 'returned', reviewComment: 'Thiếu số liệu' },
        { round: 2, state: 'accepted' },
      ],
    });
  });

  it('of a report filed late gives no new clock', async () => {
    world.clock.set('2026-07-01');
    const { id } = await filed();
    await sendBack(id);
    expect(await seen()).toMatchObject({ overdueFrom: '2026-07-01', standing: 'overdue' });
  });

  it('arms the notice again', async () => {
    world.clock.set('2026-06-30');
    const { id } = await filed();
    world.clock.set('2026-07-01');
    await sendBack(id, { comment: 'Thiếu', resubmitBy: '2026-07-01' });
    const flags = world.app.get(OccurrenceFlags);
    expect(await flags.noticeOverdue(world.db.manager, '2026-07-01', [occurrence])).toBe(0);
    expect(await flags.noticeOverdue(world.db.manager, '2026-07-02', [occurrence])).toBe(1);
    world.clock.set('2026-07-02');
    await sendBack((await filed()).id);
    expect(await seen()).toMatchObject({ overdueNoticedOn: null, overdueFrom: '2026-07-10' });
  });

  it('needs a comment and a day that is not past', async () => {
    const { id } = await filed();
    expect((await sendBack(id, {})).status).toBe(422);
    expect(await sendBack(id, { comment: 'x', resubmitBy: '2026-06-14' })).toMatchObject({
      body: { code: 'report.resubmit-in-past' },
    });
    expect((await sendBack(id, { comment: 'x', resubmitBy: '2026-06-15' })).status).toBe(201);
  });

  it('and an acceptance of one submission cannot both win', async () => {
    const { id } = await filed();
    const both = await Promise.all([accept(id), sendBack(id), accept(id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(both.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'life-cycle.forbidden' });
    const [{ count }] = await world.db.query<[{ count: number }]>(
      `select count(*) from audit_entry where subject_id = $1 and what in ('submission.accepted', 'submission.returned')`,
      [id],
    );
    expect(count).toBe(1);
  });
});

describe('a waiver', () => {
  const waive = (): Promise<Reply<OccurrenceAnswer>> =>
    call<OccurrenceAnswer>('POST', `/occurrences/${occurrence}/waiver`, { reason: 'Thiên tai' });

  it('takes the report off what is owed, with its reason, and no report is taken after it', async () => {
    expect(await waive()).toMatchObject({
      status: 201,
      body: { state: 'waived', standing: 'waived', waivedOn: '2026-06-15', waivedBecause: 'Thiên tai', version: 2 },
    });
    expect(await draft()).toMatchObject({ status: 409, body: { code: 'life-cycle.forbidden' } });
    expect((await waive()).status).toBe(409);
  });

  it('comes too late for a report that was filed', async () => {
    await filed();
    expect((await waive()).status).toBe(409);
  });
});
