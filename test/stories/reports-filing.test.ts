import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OccurrenceAnswer } from '../../src/reports/occurrence.contract.js';
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

describe('filing', () => {
  it('on the due day is on time', async () => {
    world.clock.set('2026-06-30');
    const { id } = await filed();
    expect(await seen()).toMatchObject({ standing: 'done_on_time', firstFiledOn: '2026-06-30', state: 'filed' });
    await accept(id);
    expect(await seen()).toMatchObject({ standing: 'done_on_time', acceptedOn: '2026-06-30', state: 'accepted' });
  });

  it('a day after the due day is late', async () => {
    world.clock.set('2026-07-01');
    await filed();
    expect((await seen()).standing).toBe('done_late');
  });

  it('is taken from the first day of the window', async () => {
    world.clock.set('2026-05-31');
    expect(await draft()).toMatchObject({ status: 422, body: { code: 'report.too-early' } });
    world.clock.set('2026-06-01');
    await filed();
    expect((await seen()).standing).toBe('done_on_time');
  });

  it('a draft is not a report', async () => {
    await draft();
    world.clock.set('2026-07-01');
    expect(await seen()).toMatchObject({ standing: 'overdue', submissions: [{ state: 'draft', round: 1 }] });
  });

  it('needs something to say, or that there is nothing to report', async () => {
    const { body: empty } = await draft({});
    expect(await file(empty.id)).toMatchObject({ status: 422, body: { code: 'report.empty', pointer: '/done' } });
    const changed = await call('PATCH', `/submissions/${empty.id}`, { nothingToReport: true }, { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { nothingToReport: true, version: 2 } });
    expect((await file(empty.id)).status).toBe(201);
    expect(await seen()).toMatchObject({ nothingToReport: true, standing: 'done_on_time' });
  });

  it('on paper counts on its postmark, else on its receipt, whenever it is typed in', async () => {
    world.clock.set('2026-07-05');
    const { body: paper } = await draft({ done: 'x', channel: 'PAPER', receivedOn: '2026-07-01' });
    expect(await file(paper.id, { sentOn: '2026-07-06' })).toMatchObject({ body: { code: 'report.in-future' } });
    expect(await file(paper.id, { sentOn: '2026-05-31' })).toMatchObject({ body: { code: 'report.too-early' } });
    expect(await file(paper.id, { sentOn: '2026-06-30' })).toMatchObject({
      status: 201,
      body: { channel: 'PAPER', filedOn: '2026-06-30', receivedOn: '2026-07-01' },
    });
    expect(await seen()).toMatchObject({ standing: 'done_on_time' });
  });

  it('on paper without a day, or electronically with one, is refused', async () => {
    const { body: paper } = await draft({ done: 'x', channel: 'PAPER' });
    expect(await file(paper.id)).toMatchObject({ status: 422, body: { code: 'report.received-on-missing' } });
    await call('DELETE', `/submissions/${paper.id}`);
    expect(await draft({ done: 'x', receivedOn: '2026-06-10' })).toMatchObject({
      status: 422,
      body: { code: 'report.day-on-electronic' },
    });
  });

  it('by a body that owes nothing is refused by name', async () => {
    const other = await aBody(world.db, 'Hội Phụ nữ');
    expect(await draft({ done: 'x', onBehalfOf: other })).toMatchObject({
      status: 422,
      body: {
        code: 'report.owes-nothing',
        pointer: '/onBehalfOf',
        detail: 'Cơ quan Hội Phụ nữ không phải báo cáo kỳ này.',
      },
    });
    const nobody = '00000000-0000-0000-0000-000000000001';
    expect(await draft({ onBehalfOf: nobody })).toMatchObject({ status: 422, body: { code: 'body.not-in-register' } });
  });

  it('keeps one draft open at a time', async () => {
    const both = await Promise.all([draft(), draft()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'report.draft-open' });
  });

  it('twice at once files once', async () => {
    const { body: made } = await draft();
    const both = await Promise.all([file(made.id), file(made.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('with the same Idempotency-Key answers as the first time', async () => {
    const key = { 'idempotency-key': `k-${occurrence}` };
    const first = await call('POST', `/occurrences/${occurrence}/submissions`, { done: 'x' }, key);
    const again = await call('POST', `/occurrences/${occurrence}/submissions`, { done: 'x' }, key);
    expect(again.status).toBe(201);
    expect(again.body.id).toBe(first.body.id);
  });
});

describe('a draft', () => {
  it('is changed only by who names its present version', async () => {
    const { body: made } = await draft({ done: 'một', figures: [{ label: 'Buổi', target: 3, actual: 2.5 }] });
    expect(made.figures).toEqual([{ label: 'Buổi', unit: null, target: 3, actual: 2.5 }]);
    const path = `/submissions/${made.id}`;
    expect((await call('PATCH', path, { done: 'hai' })).status).toBe(428);
    expect(await call('PATCH', path, { done: 'hai', figures: [] }, { 'if-match': '"1"' })).toMatchObject({
      status: 200,
      body: { done: 'hai', figures: [], version: 2 },
    });
    expect((await call('PATCH', path, { done: 'ba' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await call('GET', path)).headers['etag']).toBe('"2"');
  });

  it('is thrown away; what is filed is not', async () => {
    const { body: made } = await draft();
    expect((await call('DELETE', `/submissions/${made.id}`)).status).toBe(204);
    expect((await call('GET', `/submissions/${made.id}`)).status).toBe(404);
    const { id } = await filed();
    for (const method of ['DELETE', 'PATCH']) {
      const answer = await call(method, `/submissions/${id}`, method === 'PATCH' ? { done: 'x' } : undefined, {
        'if-match': '"2"',
      });
      expect(answer).toMatchObject({ status: 409, body: { code: 'life-cycle.forbidden' } });
    }
  });
});

describe('evidence', () => {
  const text = { name: 'bien-ban.txt', bytes: Buffer.from('Biên bản họp ngày 10/6') };
  const add = (id: string, fields: Record<string, string>): Promise<Reply<SubmissionAnswer>> =>
    world.upload<SubmissionAnswer>(`/submissions/${id}/evidence`, fields, text);

  it('is kept with its own date, sent back as a file, and taken off while the report is a draft', async () => {
    const { body: made } = await draft();
    const added = await add(made.id, { datedOn: '2026-06-10', note: 'Biên bản', noSecretConfirmed: 'true' });
    expect(added.status).toBe(201);
    const [one] = added.body.evidence;
    expect(one).toMatchObject({
      name: 'bien-ban.txt',
      datedOn: '2026-06-10',
      note: 'Biên bản',
      mediaType: 'text/plain',
    });
    const content = await call<Buffer>('GET', `/evidence/${one!.id}/content`);
    expect(content.status).toBe(200);
    expect(content.body.equals(text.bytes)).toBe(true);
    await add(made.id, { noSecretConfirmed: 'true' });
    expect((await call('DELETE', `/evidence/${one!.id}`)).status).toBe(204);
    await file(made.id);
    const [kept] = (await seen()).submissions[0]!.evidence;
    expect(await call('DELETE', `/evidence/${kept!.id}`)).toMatchObject({ status: 409 });
    expect(await add(made.id, { noSecretConfirmed: 'true' })).toMatchObject({ status: 409 });
  });

  it('is not of tomorrow, and is confirmed to hold no secret', async () => {
    const { body: made } = await draft();
    expect((await add(made.id, { datedOn: '2026-06-16', noSecretConfirmed: 'true' })).status).toBe(422);
    expect((await add(made.id, { datedOn: '2026-06-15', noSecretConfirmed: 'true' })).status).toBe(201);
    expect(await add(made.id, { noSecretConfirmed: 'false' })).toMatchObject({
      body: { code: 'file.secret-not-excluded' },
    });
    expect((await add(made.id, {})).status).toBe(422);
  });
});
