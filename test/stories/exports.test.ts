import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'node:querystring';
import type { OccurrenceRow } from '../../src/reports/occurrence.contract.js';
import type { SummaryAnswer } from '../../src/compliance/summary.contract.js';
import { aBody, aCommitment, aSchedule, anAgreement, memberId } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let agreement: string;
let body: string;
const HOSTILE = '=HYPERLINK("http://a.example";"x")';
const REPORTS = 450;

/** Reads back what a spreadsheet would: CRLF lines, quotes doubled. */
function cells(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

async function csv(
  path: string,
  language = 'vi',
): Promise<{ rows: string[][]; text: string; type: unknown; name: unknown }> {
  const answer = await world.call<Buffer>('GET', path, undefined, { 'accept-language': language });
  expect(answer.status).toBe(200);
  const text = answer.body.toString('utf8');
  const { 'content-type': type, 'content-disposition': name } = answer.headers;
  return { rows: cells(text.slice(1)), text, type, name };
}

beforeAll(async () => {
  world = await openWorld();
  body = await aBody(world.db, '+Phường 1, "quận" 5\nđơn vị');
  agreement = await anAgreement(world.db, { title: HOSTILE });
  const schedule = await aSchedule(world.db, await aCommitment(world.db, agreement, [body]));
  await world.db.query(
    `insert into occurrence (schedule_id, commitment_id, agreement_id, body_id, period_key, report_year, tier, window_start,
       window_end, due_raw, due_on, overdue_from, derivation)
     select $1, s.commitment_id, $2, $3, 'D' || i, 2026, 1, d - 5, d, d, d, d + 1, '{}'
     from schedule s, generate_series(1, $4::int) i, lateral (select date '2026-01-05' + (i * 7 % 240)) as x (d) where s.id = $1`,
    [schedule, agreement, body, REPORTS],
  );
}, 60_000);
afterAll(() => world.close());

describe('the list of due reports as CSV', () => {
  it('holds every row of the list in its order, over several pages', async () => {
    const { rows, type, name } = await csv('/occurrences/export');
    expect([type, name]).toEqual([
      'text/csv; charset=utf-8; header=present',
      'attachment; filename=ky-bao-cao-2026-07-02.csv',
    ]);
    expect(rows).toHaveLength(REPORTS + 1);
    const inList: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: { items: OccurrenceRow[]; next: string | null } = (
        await world.call<{ items: OccurrenceRow[]; next: string | null }>(
          'GET',
          `/occurrences?limit=200${next === '' ? '' : `&cursor=${next}`}`,
        )
      ).body;
      inList.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(rows.slice(1).map((row) => row.at(-1))).toEqual(inList);
  });

  it('takes the filters of the list, and its refusals', async () => {
    const { rows } = await csv(`/occurrences/export?bodyId=${body}&from=2026-07-01&to=2026-07-03`);
    const page = await world.call<{ items: object[] }>(
      'GET',
      `/occurrences?bodyId=${body}&from=2026-07-01&to=2026-07-03`,
    );
    expect(page.body.items.length).toBeGreaterThan(0);
    expect(rows).toHaveLength(page.body.items.length + 1);
    for (const query of ['limit=5', 'cursor=x', 'state=none']) {
      const refused = await world.call('GET', `/occurrences/export?${query}`);
      expect([parse(query), refused.status, refused.headers['content-type']]).toEqual([
        parse(query),
        422,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });

  it('begins with the mark of UTF-8, and lets no cell be a formula', async () => {
    const { text, rows } = await csv('/occurrences/export?to=2026-01-06');
    expect(text.startsWith('\ufeffVăn bản,')).toBe(true);
    expect(rows[1]!.slice(0, 3)).toEqual([`'${HOSTILE}`, 'Báo cáo kết quả phối hợp', `'+Phường 1, "quận" 5\nđơn vị`]);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it('speaks the language asked for', async () => {
    const [vi, en] = [
      await csv('/occurrences/export?to=2026-01-06'),
      await csv('/occurrences/export?to=2026-01-06', 'en'),
    ];
    expect([vi.rows[0]![3], vi.rows[1]![10]]).toEqual(['Kỳ', 'Quá hạn']);
    expect([en.rows[0]![3], en.rows[1]![10]]).toEqual(['Period', 'Overdue']);
  });

  it('is noted, with what was asked', async () => {
    await csv(`/occurrences/export?agreementId=${agreement}&to=2026-01-06`);
    const [entry] = await world.db.query<{ actor_id: string; subject_id: string; after: object }[]>(
      `select actor_id, subject_id, after from audit_entry where what = 'reports.exported' order by id desc limit 1`,
    );
    expect(entry).toEqual({
      actor_id: await memberId(world.db),
      subject_id: agreement,
      after: { agreementId: agreement, to: '2026-01-06' },
    });
  });

  it('is for whoever may read the list', async () => {
    expect((await world.call('GET', '/occurrences/export', undefined, { authorization: '' })).status).toBe(401);
  });
});

describe('the summary as CSV', () => {
  it('holds the rows and the totals of the summary', async () => {
    const { rows } = await csv('/summary/export?by=agreement', 'en');
    const { body: told } = await world.call<SummaryAnswer>('GET', '/summary?by=agreement');
    expect(rows[0]!.slice(0, 6)).toEqual(['Group', 'Done on time', 'Done late', 'In term', 'Overdue', 'Total']);
    expect(rows[1]![0]).toBe(`'${HOSTILE}`);
    const totals = ['Total', 0, 0, told.totals.inTerm, told.totals.overdue, REPORTS].map(String);
    expect(rows.at(-1)!.slice(0, 6)).toEqual(totals);
  });

  it('is refused as the summary is, and noted when it is not', async () => {
    expect((await world.call('GET', '/summary/export?asOf=2026-07-03')).body).toMatchObject({ status: 422 });
    const noted = async (): Promise<number> =>
      (
        await world.db.query<{ n: number }[]>(`select count(*) as n from audit_entry where what = 'summary.exported'`)
      )[0]!.n;
    const before = await noted();
    await csv('/summary/export');
    expect(await noted()).toBe(before + 1);
  });
});
