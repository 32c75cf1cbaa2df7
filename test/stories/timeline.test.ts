import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryEntry } from '../../src/compliance/history.contract.js';
import type { SummaryAnswer } from '../../src/compliance/summary.contract.js';
import type { Page } from '../../src/platform/http/paging.js';
import { asking } from '../support/asking.js';
import { aBody, aDueReport } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let occurrence: string;
let agreement: string;
let submission: string;
const { post, get } = asking(() => world);
const history = (query: string): Promise<Page<HistoryEntry>> => get(`/history?${query}`);

beforeAll(async () => {
  world = await openWorld();
  world.clock.set('2026-06-10');
  await world.call('GET', '/health/live');
  occurrence = await aDueReport(world.db, await aBody(world.db, 'Ban Tuyên giáo Quận ủy'));
  agreement = (await get<{ agreementId: string }>(`/occurrences/${occurrence}`)).agreementId;
  world.clock.set('2026-07-06');
  const paper = { done: 'Đã tổ chức 3 buổi', channel: 'PAPER', receivedOn: '2026-06-29' };
  submission = (await post<{ id: string }>(`/occurrences/${occurrence}/submissions`, paper)).id;
  await post(`/submissions/${submission}/submission`, {});
  world.clock.set('2026-07-08');
  await post(`/submissions/${submission}/return`, { comment: 'Thiếu số liệu', resubmitBy: '2026-07-10' });
});
afterAll(() => world.close());

describe('the history', () => {
  it('of an agreement holds everything that belongs to it, the latest first, in words and field by field', async () => {
    const { items } = await history(`subjectId=${agreement}`);
    expect(items.map(({ what, whatVi, by }) => [what, whatVi, by])).toEqual([
      ['submission.returned', 'Trả lại báo cáo', items[0]?.by],
      ['submission.submitted', 'Gửi báo cáo', items[0]?.by],
      ['submission.drafted', 'Viết nháp báo cáo', items[0]?.by],
    ]);
    expect(items[0]).toMatchObject({ whatEn: 'Report returned', subjectId: submission, agreementId: agreement });
    expect(items[0]?.at.slice(0, 10)).toBe('2026-07-08');
    expect(items[0]?.changes).toEqual([
      { field: 'state', from: 'submitted', to: 'returned' },
      { field: 'resubmitBy', from: null, to: '2026-07-10' },
      { field: 'reviewComment', from: null, to: 'Thiếu số liệu' },
    ]);
  });

  it('of a due report holds its submissions; a deed or a noun narrows it; of a stranger there is none', async () => {
    expect((await history(`subjectId=${occurrence}`)).items).toHaveLength(3);
    expect((await history(`subjectId=${occurrence}&what=submission.returned`)).items).toHaveLength(1);
    expect((await history(`subjectId=${agreement}&what=submission`)).items).toHaveLength(3);
    expect((await history(`subjectId=${agreement}&what=sub`)).items).toHaveLength(0);
    expect((await history(`subjectId=00000000-0000-7000-8000-000000000000`)).items).toHaveLength(0);
  });

  it('is walked page by page', async () => {
    const first = await history(`subjectId=${agreement}&limit=2`);
    const second = await history(`subjectId=${agreement}&limit=2&cursor=${first.next}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
    const forged = Buffer.from('["x"]').toString('base64url');
    expect((await world.call('GET', `/history?cursor=${forged}`)).body['code']).toBe('request.bad-cursor');
  });
});

describe('the summary of this report', () => {
  const boxes = async (query: string): Promise<string> => {
    const { totals } = await get<SummaryAnswer>(`/summary?${query}`);
    return (['doneOnTime', 'doneLate', 'inTerm', 'overdue'] as const).filter((box) => totals[box] === 1).join();
  };

  it('a paper of 29/06 entered on 06/07 changes what is known now of 05/07 and not what was known on it', async () => {
    expect(await boxes('asOf=2026-07-05&sense=THEN')).toBe('overdue');
    expect(await boxes('asOf=2026-07-05&sense=NOW')).toBe('doneOnTime');
    expect(await boxes('asOf=2026-07-05')).toBe('doneOnTime');
    expect(await boxes('asOf=2026-06-28')).toBe('inTerm');
    for (const sense of ['NOW', 'THEN']) {
      expect(await boxes(`asOf=2026-07-07&sense=${sense}`)).toBe('doneOnTime');
      expect(await boxes(`asOf=2026-07-08&sense=${sense}`)).toBe('inTerm');
    }
  });

  it('was not known before it was planned', async () => {
    expect(await boxes('asOf=2026-06-09&sense=THEN')).toBe('');
    expect(await boxes('asOf=2026-06-09&sense=NOW')).toBe('inTerm');
  });

  it('the rows behind a past figure are those of that day', async () => {
    const rows = await get<Page<{ id: string; daysLate: number }>>(
      '/summary/rows?asOf=2026-07-05&sense=THEN&box=overdue',
    );
    expect(rows.items).toMatchObject([{ id: occurrence, daysLate: 5, doneOn: null }]);
  });

  it('judges by the agreed day and tells the original beside it', async () => {
    const other = await aDueReport(world.db, await aBody(world.db, 'Ban Chỉ huy Quân sự'), {
      agreed_due_on: '2026-07-03',
      overdue_from: '2026-07-04',
      state: 'accepted',
      first_filed_on: '2026-07-02',
    });
    const { agreementId } = await get<{ agreementId: string }>(`/occurrences/${other}`);
    const { totals } = await get<SummaryAnswer>(`/summary?agreementId=${agreementId}`);
    expect(totals).toMatchObject({ doneOnTime: 1, onTimeRate: 100, doneOnTimeOriginal: 0, onTimeRateOriginal: 0 });
  });

  it('compares with the span before', async () => {
    const answer = await get<SummaryAnswer>('/summary?from=2026-07-01&to=2026-07-31&compare=true');
    expect(answer).toMatchObject({ previous: { from: '2026-06-01', to: '2026-06-30' } });
    expect(answer.totals.previousCompletionRate).toBe(50);
    expect(answer.totals.completionRate).toBeNull();
  });

  it.each([
    ['asOf=2026-07-09', 'compliance.as-of-in-future', '/asOf'],
    ['compare=true&from=2026-07-01', 'compliance.compare-needs-span', '/to'],
    ['sense=MAYBE', 'request.invalid', undefined],
  ])('%s is refused', async (query, code, pointer) => {
    const { status, body } = await world.call('GET', `/summary?${query}`);
    expect([status, body['code'], body['pointer']]).toEqual([422, code, pointer]);
  });
});
