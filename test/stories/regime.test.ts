import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from '../../src/platform/http/paging.js';
import { CalendarQueries } from '../../src/regime/calendar.queries.js';
import { PRESET_SCHEMES } from '../../src/regime/presets.js';
import { RegimeSeeder } from '../../src/regime/regime.seeder.js';
import { SchemeQueries } from '../../src/regime/scheme.queries.js';
import type { CalendarAnswer } from '../../src/regime/calendar.contract.js';
import type { SchemeAnswer } from '../../src/regime/scheme.contract.js';
import { openWorld, type Reply, type World } from '../support/world.js';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(async () => {
  await world.close();
});

async function year(of: number): Promise<CalendarAnswer> {
  return (await world.call<CalendarAnswer>('GET', `/calendar-days?year=${of}`)).body;
}

async function schemes(): Promise<SchemeAnswer[]> {
  return (await world.call<Page<SchemeAnswer>>('GET', '/reporting-schemes')).body.items;
}

/** Previewed, then applied under its token; a refusal of the preview is handed on. */
async function change(asked: object): Promise<Reply<{ code?: string; pointer?: string; token: string }>> {
  const preview = await world.call<{ token: string }>('POST', '/calendar-changes/previews', asked);
  if (preview.status !== 200) return preview;
  return world.call('POST', '/calendar-changes', { ...asked, token: preview.body.token });
}

const OWN = {
  code: 'QUAN-KHU',
  nameVi: 'Chốt ngày 20, gửi trước ngày 25',
  nameEn: 'Closed on the 20th',
  windows: { MONTH: { startDay: 21, monthOffset: -1 } },
  dues: { MONTH: [{ qualifier: 'BEFORE', anchor: 'PERIOD_LAST_MONTH', day: 25 }] },
};

describe('the office starts with', () => {
  it('the five preset schemes, as the planner takes them', async () => {
    const answered = await schemes();
    expect(answered.map(({ code }) => code)).toEqual(['21-20', 'CALENDAR', 'DEC1', 'ND09', 'OCT1']);
    expect(answered.every(({ preset }) => preset)).toBe(true);
    const byId = await world.app.get(SchemeQueries).byId();
    for (const { id, code } of answered) {
      expect(byId.get(id)).toEqual(PRESET_SCHEMES.find((preset) => preset.code === code));
      expect(await world.app.get(SchemeQueries).schemeOf(id)).toEqual(byId.get(id));
    }
  });

  it('the announced days off of 2025 and 2026, each with its basis', async () => {
    const { days, confirmed } = await year(2026);
    expect(confirmed).toBe(true);
    expect(days).toHaveLength(17);
    expect(days[0]).toEqual({
      date: '2026-01-01',
      kind: 'HOLIDAY',
      name: 'Tết Dương lịch',
      basis: 'Bộ luật Lao động 2019 Điều 112',
    });
    expect((await year(2025)).days).toHaveLength(13);
    expect(await year(2027)).toMatchObject({ confirmed: false, basis: null, days: [] });
  });

  it('the same however often and by however many processes it is seeded', async () => {
    const seeder = world.app.get(RegimeSeeder);
    await world.db.query('delete from calendar_day; delete from calendar_year; delete from reporting_scheme');
    await Promise.all([seeder.seed(), seeder.seed(), seeder.seed(), seeder.seed()]);
    await seeder.seed();
    expect(await schemes()).toHaveLength(5);
    expect((await year(2026)).days).toHaveLength(17);
    expect((await year(2025)).days).toHaveLength(13);
  });

  it('what it deleted stays deleted after the next start', async () => {
    expect((await change({ days: [{ date: '2026-09-01', kind: null }] })).status).toBe(201);
    await world.app.get(RegimeSeeder).seed();
    expect((await year(2026)).days).toHaveLength(16);
    const row = { date: '2026-09-01', kind: 'HOLIDAY', name: 'Quốc khánh (ngày liền kề)' };
    expect((await change({ days: [row] })).status).toBe(201);
  });
});

describe('the working calendar', () => {
  it('takes a swapped day, and the next count passes over it', async () => {
    const after = async () => (await world.call<{ on: string }>('GET', '/working-days?from=2026-11-20&add=2')).body.on;
    expect(await after()).toBe('2026-11-25');
    const swap = { date: '2026-11-23', kind: 'SWAP_OFF', name: 'Nghỉ hoán đổi', basis: 'Thông báo thử' };
    expect((await change({ days: [swap] })).status).toBe(201);
    expect((await year(2026)).days).toContainEqual(swap);
    expect(await after()).toBe('2026-11-26');
    expect((await world.app.get(CalendarQueries).calendar()).isWorkingDay('2026-11-23')).toBe(false);
    expect((await change({ days: [{ date: '2026-11-23', kind: null }] })).status).toBe(201);
    expect(await after()).toBe('2026-11-25');
    const again = await change({ days: [{ date: '2026-11-23', kind: null }] });
    expect(again).toMatchObject({ status: 404, body: { code: 'calendar.no-row', pointer: '/days/0/date' } });
  });

  it('refuses senseless rows and impossible dates, and writes nothing', async () => {
    const rows: [object, string, string | undefined][] = [
      [{ date: '2026-08-24', kind: 'SWAP_WORK', name: 'x', basis: 'y' }, 'calendar.already-worked', '/days/0/kind'],
      [{ date: '2026-08-23', kind: 'SWAP_OFF', name: 'x', basis: 'y' }, 'calendar.already-off', '/days/0/kind'],
      [{ date: '2026-08-24', kind: 'SWAP_OFF', name: 'x' }, 'calendar.basis-needed', '/days/0/basis'],
      [{ date: '2026-08-24', kind: 'HOLIDAY' }, 'calendar.name-needed', '/days/0/name'],
      [{ date: '2026-06-31', kind: 'HOLIDAY', name: 'x' }, 'request.invalid', undefined],
      [{ date: 'homqua', kind: 'HOLIDAY', name: 'x' }, 'request.invalid', undefined],
      [{ date: '2026-08-24', kind: 'SICK', name: 'x' }, 'request.invalid', undefined],
    ];
    const before = await year(2026);
    for (const [row, code, pointer] of rows) {
      for (const path of ['/calendar-changes/previews', '/calendar-changes']) {
        const answer = await world.call('POST', path, {
          days: [row],
          ...(path.endsWith('s/previews') ? {} : { token: 'x' }),
        });
        expect([row, answer.status, answer.body['code'], answer.body['pointer']]).toEqual([row, 422, code, pointer]);
      }
    }
    const day = { date: '2026-08-24', kind: 'HOLIDAY', name: 'x' };
    expect((await change({ days: [day, day] })).body).toMatchObject({
      code: 'calendar.day-twice',
      pointer: '/days/1/date',
    });
    expect((await change({})).body).toMatchObject({ code: 'calendar.nothing-to-change' });
    expect(await year(2026)).toEqual(before);
  });

  it('marks a year announced, and no longer announced', async () => {
    const unannounced = async () =>
      (await world.call<{ unconfirmedYears: number[] }>('GET', '/working-days?from=2026-12-31&add=3')).body
        .unconfirmedYears;
    expect(await unannounced()).toEqual([2027]);
    const announced = { years: [{ year: 2027, confirmed: true, basis: 'Thông báo 2027' }] };
    expect((await change(announced)).status).toBe(201);
    expect(await year(2027)).toMatchObject({ confirmed: true, basis: 'Thông báo 2027' });
    expect(await unannounced()).toEqual([]);
    await change({ years: [{ year: 2027, confirmed: false }] });
    expect(await unannounced()).toEqual([2027]);
    for (const wrong of [1899, 'abc']) {
      expect((await change({ years: [{ year: wrong, confirmed: true }] })).body.code).toBe('request.invalid');
    }
    const twice = { year: 2028, confirmed: true };
    expect((await change({ years: [twice, twice] })).body.code).toBe('calendar.year-twice');
  });

  it('answers for this year when none is named', async () => {
    expect((await world.call<CalendarAnswer>('GET', '/calendar-days')).body.year).toBe(2026);
  });

  it('notes who changed what, before and after', async () => {
    const date = '2026-12-24';
    await change({ days: [{ date, kind: 'HOLIDAY', name: 'Thử' }] });
    await change({ days: [{ date, kind: 'HOLIDAY', name: 'Thử lại' }] });
    await change({ days: [{ date, kind: null }] });
    const entries = await world.db.query<{ what: string; before: object | null; after: object | null }[]>(
      `select what, before, after from audit_entry where subject_id = '00000000-0000-4000-8000-000020261224' order by id`,
    );
    expect(entries).toMatchObject([
      { what: 'calendar-day.set', before: null, after: { name: 'Thử' } },
      { what: 'calendar-day.set', before: { name: 'Thử' }, after: { name: 'Thử lại' } },
      { what: 'calendar-day.removed', before: { name: 'Thử lại' }, after: null },
    ]);
  });
});

describe('a reporting scheme of the office', () => {
  it('is added, read and changed by its version', async () => {
    const added = await world.call<SchemeAnswer>('POST', '/reporting-schemes', OWN);
    expect(added).toMatchObject({
      status: 201,
      body: { ...OWN, basis: null, roll: 'NEXT', beforeCountsDay: false, preset: false, version: 1 },
    });
    const path = `/reporting-schemes/${added.body.id}`;
    const dues = { MONTH: [{ qualifier: 'BY', anchor: 'CUTOFF', nDays: 3, dayKind: 'WORKING' }] };
    const changed = await world.call<SchemeAnswer>('PATCH', path, { dues, roll: 'NONE' }, { 'if-match': '"1"' });
    expect(changed).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { dues, roll: 'NONE', windows: OWN.windows },
    });
    expect((await world.call('GET', path)).body).toEqual(changed.body);
    expect((await world.call('PATCH', path, { roll: 'NEXT' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await world.call('PATCH', path, { roll: 'NEXT' })).status).toBe(428);
  });

  it('is refused under a code that is taken', async () => {
    for (const code of ['ND09', 'QUAN-KHU']) {
      const answer = await world.call('POST', '/reporting-schemes', { ...OWN, code });
      expect(answer).toMatchObject({ status: 409, body: { code: 'scheme.code-taken', pointer: '/code' } });
    }
  });

  it('is refused with a date that does not exist (31/6), at its place, in the words of the reader', async () => {
    const dues = { YEAR: [{ qualifier: 'BY', anchor: 'FIXED_DATE', day: 31, month: 6 }] };
    const body = { ...OWN, code: 'MOI', dues };
    const answer = await world.call('POST', '/reporting-schemes', body, { 'accept-language': 'en' });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'schedule.impossible-date', pointer: '/dues/YEAR/0/day' },
    });
    expect(answer.body['detail']).toContain('day 31 of month 6');
    const spans = [{ from: { month: 1, day: 1 }, to: { month: 6, day: 31 } }];
    const window = await world.call('POST', '/reporting-schemes', {
      ...OWN,
      code: 'MOI',
      windows: { YEAR: { spans } },
    });
    expect(window.body).toMatchObject({ code: 'schedule.impossible-date', pointer: '/windows/YEAR/spans/0/to/day' });
    expect((await schemes()).some(({ code }) => code === 'MOI')).toBe(false);
  });

  it('is refused with period types or fields that do not exist', async () => {
    for (const part of [
      { windows: { DECADE: { startDay: 1 } } },
      { dues: { MONTH: [] } },
      { dues: { MONTH: 'x' } },
      { windows: null },
    ]) {
      const answer = await world.call('POST', '/reporting-schemes', { ...OWN, code: 'MOI', ...part });
      expect([part, answer.status, answer.body['code']]).toEqual([part, 422, 'request.invalid']);
    }
  });

  it('is never a preset changed', async () => {
    const preset = (await schemes()).find(({ code }) => code === 'ND09');
    const answer = await world.call(
      'PATCH',
      `/reporting-schemes/${preset?.id}`,
      { nameVi: 'Khác' },
      { 'if-match': '"1"' },
    );
    expect(answer).toMatchObject({ status: 409, body: { code: 'scheme.preset' } });
    expect((await schemes()).find(({ code }) => code === 'ND09')).toEqual(preset);
  });

  it('that does not exist is not found', async () => {
    const answer = await world.call('GET', '/reporting-schemes/00000000-0000-7000-8000-000000000000');
    expect(answer).toMatchObject({ status: 404, body: { code: 'scheme.unknown' } });
  });
});
