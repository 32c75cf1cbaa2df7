import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from '../../src/platform/http/paging.js';
import type { SchemeDates } from '../../src/regime/scheme-dates.contract.js';
import type { SchemeAnswer } from '../../src/regime/scheme.contract.js';
import { asking } from '../support/asking.js';
import { openWorld, type World } from '../support/world.js';

describe('what a reporting scheme comes to in a year', () => {
  let world: World;
  const ids = new Map<string, string>();
  const { get, post } = asking(() => world);
  beforeAll(async () => {
    world = await openWorld();
    world.clock.set('2026-07-02');
    for (const { code, id } of (await get<Page<SchemeAnswer>>('/reporting-schemes')).items) ids.set(code, id);
  });
  afterAll(() => world.close());

  const dates = (code: string, query = ''): Promise<SchemeDates> =>
    get<SchemeDates>(`/reporting-schemes/${ids.get(code)}/dates${query}`);

  it('is this year when none is asked for, in windows that follow each other', async () => {
    const { year, items } = await dates('ND09');
    expect(year).toBe(2026);
    const quarters = items.filter(({ type, tier }) => type === 'QUARTER' && tier === 1);
    expect(quarters.map(({ periodKey, windowStart, windowEnd }) => [periodKey, windowStart, windowEnd])).toEqual([
      ['2026-Q1', '2025-12-15', '2026-03-14'],
      ['2026-Q2', '2026-03-15', '2026-06-14'],
      ['2026-Q3', '2026-06-15', '2026-09-14'],
      ['2026-Q4', '2026-09-15', '2026-12-14'],
    ]);
    expect(quarters[2]?.periodVi).toBe('Quý III/2026');
    for (const { dueRaw, dueOn, whyVi, whyEn } of items) {
      expect(dueOn >= dueRaw).toBe(true);
      expect([whyVi, whyEn]).not.toContain('');
    }
  });

  it('is another year when asked for, and of weeks the first four', async () => {
    const quarters = (await dates('ND09', '?year=2027')).items.filter(({ type }) => type === 'QUARTER');
    expect(quarters.map(({ periodKey }) => periodKey)).toEqual(['2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4']);
    const own = await post<SchemeAnswer>('/reporting-schemes', {
      ...{ code: 'TUAN', nameVi: 'Báo cáo tuần', nameEn: 'Weekly', windows: {} },
      dues: { WEEK: [{ qualifier: 'BY', anchor: 'WEEKDAY', weekday: 5 }] },
    });
    ids.set('TUAN', own.id);
    const { items, rules } = await dates('TUAN');
    expect(items.filter(({ type }) => type === 'WEEK')).toHaveLength(4);
    expect(rules).toMatchObject([{ type: 'WEEK', tier: 1 }]);
    expect(rules[0]?.ruleVi).toMatch(/thứ sáu/i);
  });

  it('rolls off the days on which nobody works, and says so', async () => {
    const own = await post<SchemeAnswer>('/reporting-schemes', {
      ...{ code: 'CUOI-TUAN', nameVi: 'Ngày 16', nameEn: 'The 16th', windows: {}, roll: 'NEXT' },
      dues: { MONTH: [{ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 16 }] },
    });
    ids.set('CUOI-TUAN', own.id);
    const may = (await dates('CUOI-TUAN')).items.find(({ periodKey }) => periodKey === '2026-M05');
    expect(may).toMatchObject({ dueRaw: '2026-05-16', dueOn: '2026-05-18' });
  });

  it('refuses a year that no calendar has, and a scheme that is none', async () => {
    const far = await world.call('GET', `/reporting-schemes/${ids.get('ND09')}/dates?year=1899`);
    expect([far.status, far.body['code']]).toEqual([422, 'request.invalid']);
    const none = await world.call('GET', '/reporting-schemes/00000000-0000-7000-8000-000000000000/dates');
    expect(none.status).toBe(404);
  });
});
