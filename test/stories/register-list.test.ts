import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreementCounts } from '../../src/agreements/agreement.answers.js';
import type { DueDaysAnswer } from '../../src/compliance/due-days.contract.js';
import type { RegisterRow } from '../../src/compliance/register.contract.js';
import type { Page } from '../../src/platform/http/paging.js';
import { callersOver } from '../scope/callers.js';
import { MARK, type Sides } from '../scope/sides.js';
import { aBody, anAgreement, putRow } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';
import { deskCast } from './desk-cast.js';

let world: World;
let sides: Sides;
let headers: Record<string, string>;
beforeAll(async () => {
  world = await openWorld();
  sides = await deskCast(world);
  headers = (await callersOver(world, sides.own.body)).find(({ letter, whole }) => letter === 'O' && !whole)!.headers;
}, 60_000);
afterAll(() => world.close());

const get = async <T>(path: string, as: Record<string, string> = {}): Promise<T> => {
  const { status, body } = await world.call<T>('GET', path, undefined, as);
  expect([path, status]).toEqual([path, 200]);
  return body;
};
const ids = (page: Page<{ id: string }>): string[] => page.items.map(({ id }) => id);

async function everyPage(query: string): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page<RegisterRow> = await get(
      `/agreements?limit=3&${query}${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}

describe('the list of the register', () => {
  it.each([
    ['signedOn', 'asc'],
    ['signedOn', 'desc'],
    ['termTo', 'asc'],
    ['termTo', 'desc'],
    ['title', 'asc'],
    ['title', 'desc'],
  ] as const)('is sorted by %s %s over all pages, what is not known last', async (sort, order) => {
    const rows = await everyPage(`sort=${sort}&order=${order}`);
    const all = await get<Page<RegisterRow>>(`/agreements?limit=200&sort=${sort}&order=${order}`);
    expect(rows).toEqual(all.items);
    const keys = rows.map((row) => row[sort]);
    const known = keys.filter((key) => key !== null);
    expect(keys.slice(0, known.length)).toEqual(known);
    if (sort === 'title') return;
    expect(known).toEqual([...known].sort((a, b) => (order === 'asc' ? 1 : -1) * (a < b ? -1 : a > b ? 1 : 0)));
  });

  it('sorts titles without regard to accents', async () => {
    const titles = ['Đề án A', 'dạ hội', 'Dê núi', 'DẠ vũ'];
    for (const title of titles) {
      await world.call('POST', '/agreements', {
        ...{ kind: 'TWINNING', title, noSecretConfirmed: true },
        parties: [{ bodyId: sides.own.body }, { bodyId: sides.own.other }],
      });
    }
    const page = await get<Page<RegisterRow>>('/agreements?kind=TWINNING&sort=title');
    expect(page.items.map(({ title }) => title)).toEqual(['dạ hội', 'DẠ vũ', 'Đề án A', 'Dê núi']);
    await world.db.query(`delete from agreement where kind = 'TWINNING'`);
  });

  it('finds the name of a party, as signed and as it is called, whatever the tone placement or form', async () => {
    const body = await aBody(world.db, 'Ủy ban Hoà Bình', { search: 'uy ban hoa binh' });
    const parties = [{ bodyId: body, nameAsSigned: 'Uỷ ban tỉnh Thuỷ Nguyên' }, { bodyId: sides.own.body }];
    const { body: made } = await world.call<{ id: string }>('POST', '/agreements', {
      ...{ kind: 'PLAN', title: 'Kế hoạch', noSecretConfirmed: true, parties },
    });
    for (const q of ['hòa bình', 'HOÀ BÌNH', 'thủy nguyên', 'thuỷ nguyên'.normalize('NFD'), 'uy ban tinh']) {
      expect(ids(await get(`/agreements?q=${encodeURIComponent(q)}`))).toEqual([made.id]);
      expect((await get<AgreementCounts>(`/agreements/counts?q=${encodeURIComponent(q)}`)).total).toBe(1);
    }
    const { body: renamed } = await world.call<{ id: string }>(
      'PATCH',
      `/agreements/${made.id}`,
      { title: 'Kế hoạch mới' },
      { 'if-match': '"1"' },
    );
    expect(ids(await get(`/agreements?q=thuy+nguyen`))).toEqual([renamed.id]);
  });

  it('is counted by state and by kind, each without its own filter', async () => {
    const counts = await get<AgreementCounts>('/agreements/counts?state=draft', headers);
    const list = async (query: string) =>
      (await get<Page<RegisterRow>>(`/agreements?limit=200&${query}`, headers)).items;
    expect(counts.total).toBe((await list('state=draft')).length);
    for (const { state, count } of counts.byState) expect(count).toBe((await list(`state=${state}`)).length);
    for (const { kind, count } of counts.byKind) expect(count).toBe((await list(`kind=${kind}&state=draft`)).length);
    expect(counts.byState.reduce((sum, { count }) => sum + count, 0)).toBe((await list('')).length);
    expect(counts.byState.length).toBeGreaterThan(3);
  });

  it('counts nothing foreign', async () => {
    const q = encodeURIComponent(MARK);
    expect(await get(`/agreements/counts?q=${q}`, headers)).toEqual({ total: 0, byState: [], byKind: [] });
    expect((await get<AgreementCounts>(`/agreements/counts?q=${q}`)).total).toBeGreaterThan(0);
  });

  it('says on request what is due next and how much is overdue, as the list of reports does', async () => {
    const { agreement } = sides.own;
    const row = (await get<Page<RegisterRow>>('/agreements?with=duties&limit=200', headers)).items.find(
      ({ id }) => id === agreement,
    )!;
    const overdue = await get<Page<{ id: string }>>(
      `/occurrences?agreementId=${agreement}&standing=overdue&limit=200`,
      headers,
    );
    expect(row).toMatchObject({ nextDueOn: '2026-07-02', overdueCount: overdue.items.length });
    expect(row.overdueCount).toBe(4);
    const [bare] = (await get<Page<RegisterRow>>('/agreements?limit=1')).items;
    expect(bare).not.toHaveProperty('overdueCount');
  });
});

describe('a filter by standing or state', () => {
  it('takes several', async () => {
    const of = async (path: string): Promise<string[]> => ids(await get<Page<{ id: string }>>(path));
    const all = `agreementId=${sides.own.agreement}&limit=200`;
    for (const [path, one, other] of [
      ['occurrences', 'standing=overdue', 'standing=due_today'],
      ['occurrences', 'state=returned', 'state=waived'],
      ['reviews', 'standing=held', 'standing=planned'],
      ['reviews', 'state=held', 'state=concluded'],
      ['follow-ups', 'standing=upcoming', 'standing=done_on_time'],
    ]) {
      const both = `${one},${other!.split('=')[1]}`;
      const each = [...(await of(`/${path}?${all}&${one}`)), ...(await of(`/${path}?${all}&${other}`))];
      expect([both, ...(await of(`/${path}?${all}&${both}`)).sort()]).toEqual([both, ...each.sort()]);
    }
    expect(await of(`/follow-ups?${all}&from=2026-07-11`)).toEqual([]);
    expect((await of(`/follow-ups?${all}&from=2026-07-10&to=2026-07-10`)).length).toBe(3);
  });
});

describe('the calendar of what falls due', () => {
  const span = 'from=2026-04-25&to=2026-10-01';

  it('counts by day what the lists show for that day', async () => {
    const { days } = await get<DueDaysAnswer>(`/due-days?${span}&agreementId=${sides.own.agreement}`, headers);
    for (const { day, reports, reviews, followUps } of days) {
      const on = (path: string) =>
        get<Page<{ standing: string }>>(
          `/${path}?agreementId=${sides.own.agreement}&from=${day}&to=${day}&limit=200`,
          headers,
        );
      const listed = (await on('occurrences')).items;
      expect([day, reports.reduce((sum, { count }) => sum + count, 0)]).toEqual([day, listed.length]);
      for (const { standing, count } of reports)
        expect(listed.filter((row) => row.standing === standing).length).toBe(count);
      expect([day, reviews]).toEqual([
        day,
        (await on('reviews')).items.filter(({ standing }) => standing !== 'cancelled').length,
      ]);
      expect([day, followUps]).toEqual([day, (await on('follow-ups')).items.length]);
    }
    expect(days.flatMap(({ reports }) => reports).length).toBeGreaterThan(5);
  });

  it('knows the terms that end, the bodies below, and the days off', async () => {
    const { days } = await get<DueDaysAnswer>(`/due-days?${span}&bodyId=${sides.own.body}`, headers);
    const day = (name: string) => days.find((one) => one.day === name);
    expect(day('2026-09-30')!.termsEnding).toBe(1);
    expect(day('2026-07-01')?.termsEnding ?? 0).toBe(0);
    expect(day('2026-04-30')!.off).toMatchObject({ weekend: false, kind: 'HOLIDAY' });
    expect(day('2026-07-04')!.off).toEqual({ weekend: true, kind: null, name: null });
    expect(day('2026-07-02')!.off).toBeNull();
    expect(day('2026-07-02')!.reports).toEqual([{ standing: 'due_today', count: 1 }]);
    expect(day('2026-07-06')).toBeUndefined();
  });

  it('shows nothing foreign', async () => {
    const { days } = await get<DueDaysAnswer>(`/due-days?${span}&bodyId=${sides.foreign.body}`, headers);
    expect(
      days.filter(
        ({ reports, reviews, followUps, termsEnding }) => reports.length + reviews + followUps + termsEnding > 0,
      ),
    ).toEqual([]);
  });

  it.each([
    ['from=2026-01-01&to=2027-02-04', 200, undefined],
    ['from=2026-01-01&to=2027-02-05', 422, 'compliance.span-too-long'],
    ['from=2026-01-02&to=2026-01-01', 422, 'compliance.dates-reversed'],
  ])('spans four hundred days at most: %s', async (query, status, code) => {
    const reply = await world.call<{ code?: string }>('GET', `/due-days?${query}`);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });
});

describe('an agreement registered before names were searched', () => {
  it('is found by the name of a party, folded as now', async () => {
    const id = await anAgreement(world.db, { search: 'chuong trinh' });
    const name = 'Ủy ban nhân dân  xã Đông Hoà'.normalize('NFD');
    await putRow(world.db, 'party', {
      agreement_id: id,
      body_id: sides.own.body,
      ordinal: 0,
      role: 'PARTY',
      name_as_signed: name,
    });
    const { ViewsAndSearch1764300000012 } = await import('../../migrations/1764300000012-views-and-search.js');
    const runner = world.db.createQueryRunner();
    await new ViewsAndSearch1764300000012().down(runner);
    await new ViewsAndSearch1764300000012().up(runner);
    await runner.release();
    const [{ search }] = await world.db.query<[{ search: string }]>(`select search from agreement where id = $1`, [id]);
    expect(search).toBe('chuong trinh | uy ban nhan dan xa dong hoa');
  });
});
