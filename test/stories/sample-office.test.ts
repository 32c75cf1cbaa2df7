import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SampleOffice } from '../../src/sample/sample-office.js';
import { asking } from '../support/asking.js';
import { openWorld, type World } from '../support/world.js';

interface Due {
  dueOn: string;
  windowStart: string;
  windowEnd: string;
  periodVi: string;
  standing: string;
  commitmentTitle: string;
}

describe('the sample office', () => {
  let world: World;
  const { get } = asking(() => world);
  beforeAll(async () => {
    world = await openWorld();
    world.clock.set('2026-11-24');
    await world.app.get(SampleOffice).loadIfNew();
  });
  afterAll(() => world.close());

  const dues = async (): Promise<Due[]> => (await get<{ items: Due[] }>('/occurrences?limit=200')).items;

  it('loads once', async () => {
    const before = await dues();
    expect(await world.app.get(SampleOffice).loadIfNew()).toBe(false);
    expect(await dues()).toEqual(before);
  });

  it('shows every state on the desk', async () => {
    const standings = new Set((await dues()).map(({ standing }) => standing));
    for (const standing of ['done_on_time', 'done_late', 'in_term', 'due_soon', 'due_today', 'overdue', 'suspended']) {
      expect([...standings]).toContain(standing);
    }
  });

  it.each([
    ['Năm 2022', '2022-09-15', '2022-12-14', '2022-12-14', 'done_on_time'],
    ['6 tháng đầu năm 2023', '2022-12-15', '2023-06-14', '2023-06-14', 'done_late'],
    ['Năm 2023', '2022-12-15', '2023-12-14', '2023-12-14', 'done_on_time'],
    ['6 tháng đầu năm 2024', '2023-12-15', '2024-06-14', '2024-06-14', 'done_on_time'],
    ['Năm 2024', '2023-12-15', '2024-12-14', '2024-12-14', 'done_on_time'],
    ['6 tháng đầu năm 2025', '2024-12-15', '2025-06-14', '2025-06-14', 'done_on_time'],
    ['Năm 2025', '2024-12-15', '2025-12-14', '2025-12-14', 'suspended'],
  ])('has table D5 of the domain, row %s', async (period, windowStart, windowEnd, dueOn, standing) => {
    const found = (await dues()).filter(
      ({ periodVi, commitmentTitle }) =>
        periodVi === period && commitmentTitle === 'Báo cáo kết quả phối hợp 6 tháng và năm',
    );
    expect(found).toMatchObject([{ windowStart, windowEnd, dueOn, standing }]);
  });

  it('has the two agreements of the source article, with nothing but promises, waiting for their intervals', async () => {
    const { items } = await get<{ items: { title: string; numbers: string[]; termTo: null; signedOn: string }[] }>(
      '/agreements?signedFrom=2022-09-15&signedTo=2022-09-15',
    );
    const founding = items.filter(({ numbers }) => numbers.length === 0);
    expect(founding.map(({ termTo }) => termTo)).toEqual([null, null]);
    const waiting = await get<{ items: { agreementTitle: string; commitmentTitle: string }[] }>('/needs-interval');
    const titles = waiting.items.map(({ commitmentTitle }) => commitmentTitle);
    expect(titles).toContain('Sơ kết, tổng kết chương trình phối hợp');
    expect(titles).toContain('Kiểm tra, giám sát, đánh giá');
  });

  it('shows an overdue review, one that waits for its outcome, and a late follow-up', async () => {
    const { items } = await get<{ items: { standing: string }[] }>('/reviews?limit=100');
    const standings = items.map(({ standing }) => standing);
    expect(standings).toEqual(expect.arrayContaining(['overdue', 'held', 'concluded', 'upcoming']));
    const late = await get<{ items: unknown[] }>('/follow-ups?standing=overdue');
    expect(late.items).toHaveLength(1);
  });

  it('adds up, however it is grouped', async () => {
    const totals = await Promise.all(
      ['body', 'agreement', 'kind', 'period'].map((by) =>
        get<{ totals: Record<string, number> }>(`/summary?by=${by}&duty=REPORT,REVIEW,FOLLOW_UP`),
      ),
    );
    const [first, ...others] = totals.map((answer) => answer.totals);
    for (const other of others) expect(other).toEqual(first);
  });
});
