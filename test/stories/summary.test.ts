import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DutyAnswer, SummaryAnswer } from '../../src/compliance/summary.contract.js';
import type { Page } from '../../src/platform/http/paging.js';
import { openWorld, type World } from '../support/world.js';
import { aDuty, agreementId, bodyId, uuid } from './summary-cast.js';
import { putDuties } from './summary-rows.js';

let world: World;

async function summary(query: string): Promise<SummaryAnswer> {
  const { status, body } = await world.call<SummaryAnswer>('GET', `/summary?${query}`);
  expect(status).toBe(200);
  return body;
}

async function ids(query: string): Promise<string[]> {
  const { status, body } = await world.call<Page<DutyAnswer>>('GET', `/summary/rows?${query}`);
  expect(status).toBe(200);
  return body.items.map(({ id }) => id);
}

const BOXES = { doneOnTime: 0, doneLate: 0, inTerm: 0, overdue: 0, total: 0, suspended: 0, waived: 0 };
const NO_COUNTS = { ...BOXES, dueToday: 0, doneOnTimeOriginal: 0 };

beforeAll(async () => {
  world = await openWorld();
  await putDuties(world.db, [
    aDuty(1, { dueOn: '2026-07-02' }),
    aDuty(2, { dueOn: '2026-07-02', state: 'filed', doneOn: '2026-07-02', body: 'A1' }),
    aDuty(3, { dueOn: '2026-07-02', state: 'accepted', doneOn: '2026-07-03', body: 'A11' }),
    aDuty(4, { dueOn: '2026-07-01', state: 'returned', doneOn: '2026-06-30', body: 'B', agreement: 2, kind: 'PLAN' }),
    aDuty(5, { dueOn: '2026-07-03', state: 'suspended', body: 'B1', agreement: 2 }),
    aDuty(6, { dueOn: '2026-07-03', state: 'waived', body: 'B1', agreement: 2 }),
    aDuty(7, { dueOn: '2026-07-10', periodKey: '2026-Q2', body: 'B11', agreement: 2 }),
    aDuty(11, { duty: 'REVIEW', dueOn: '2026-07-02', state: 'planned' }),
    aDuty(12, { duty: 'REVIEW', dueOn: '2026-07-02', state: 'held', doneOn: '2026-07-02' }),
    aDuty(13, { duty: 'REVIEW', dueOn: '2026-07-02', state: 'concluded', doneOn: '2026-07-03', kind: 'FINAL_REVIEW' }),
    aDuty(14, { duty: 'REVIEW', dueOn: '2026-07-02', state: 'cancelled' }),
    aDuty(21, { duty: 'FOLLOW_UP', dueOn: '2026-07-02', state: 'open' }),
    aDuty(22, { duty: 'FOLLOW_UP', dueOn: '2026-07-02', state: 'done', doneOn: '2026-07-02' }),
    aDuty(23, { duty: 'FOLLOW_UP', dueOn: '2026-07-02', state: 'done', doneOn: '2026-07-03' }),
    aDuty(24, { duty: 'FOLLOW_UP', dueOn: '2026-07-02', state: 'cancelled' }),
  ]);
});

afterAll(async () => {
  await world.close();
});

describe('what is due on 2 July', () => {
  const span = 'from=2026-07-02&to=2026-07-02';

  it.each(['REPORT', 'REVIEW', 'FOLLOW_UP'])(
    '%s: is in term on that day, with due today beside it, and overdue the day after',
    async (duty) => {
      const done = { doneOnTime: 1, doneLate: 1, total: 3, completionRate: 66.67, onTimeRate: 50 };
      world.clock.set('2026-07-01');
      expect((await summary(`${span}&duty=${duty}`)).totals).toMatchObject({
        ...done,
        inTerm: 1,
        overdue: 0,
        dueToday: 0,
      });
      world.clock.set('2026-07-02');
      expect((await summary(`${span}&duty=${duty}`)).totals).toMatchObject({
        ...done,
        inTerm: 1,
        overdue: 0,
        dueToday: 1,
      });
      world.clock.set('2026-07-03');
      expect((await summary(`${span}&duty=${duty}`)).totals).toMatchObject({
        ...done,
        inTerm: 0,
        overdue: 1,
        dueToday: 0,
      });
      world.clock.set('2026-07-02');
    },
  );

  it('is counted together for several sorts of duty, and reports alone when none is named', async () => {
    expect((await summary(`${span}&duty=REPORT,REVIEW,FOLLOW_UP`)).totals).toMatchObject({ total: 9, waived: 2 });
    expect((await summary(`${span}&duty=REVIEW&duty=FOLLOW_UP`)).totals.total).toBe(6);
    expect((await summary(span)).totals.total).toBe(3);
  });

  it('lies in a span that starts or ends on it, and in none that stops short', async () => {
    const total = async (query: string) => (await summary(`agreementId=${agreementId(1)}&${query}`)).totals.total;
    expect(await total('to=2026-07-02')).toBe(3);
    expect(await total('to=2026-07-01')).toBe(0);
    expect(await total('from=2026-07-02')).toBe(3);
    expect(await total('from=2026-07-03')).toBe(0);
  });
});

describe('the table by body', () => {
  it('has one row for each root with all below it; suspended and waived stand outside the total', async () => {
    const { asOf, by, rows, totals } = await summary('');
    expect([asOf, by]).toEqual(['2026-07-02', 'body']);
    expect(rows.map(({ key, label, labelEn }) => [key, label, labelEn])).toEqual([
      [bodyId('A'), 'Cơ quan A', 'Cơ quan A'],
      [bodyId('B'), 'Cơ quan B', 'Body B'],
    ]);
    expect(rows[0]).toMatchObject({
      ...NO_COUNTS,
      doneOnTime: 1,
      doneOnTimeOriginal: 1,
      doneLate: 1,
      inTerm: 1,
      total: 3,
      dueToday: 1,
    });
    expect(rows[1]).toMatchObject({ ...NO_COUNTS, overdue: 1, inTerm: 1, total: 2, suspended: 1, waived: 1 });
    expect(rows[1]).toMatchObject({ completionRate: 0, onTimeRate: null });
    expect(totals).toMatchObject({
      doneOnTime: 1,
      doneLate: 1,
      inTerm: 2,
      overdue: 1,
      total: 5,
      completionRate: 40,
      onTimeRate: 50,
    });
  });

  it('under a body shows that body alone, then each child with all below it', async () => {
    const { rows, totals } = await summary(`bodyId=${bodyId('A')}`);
    expect(rows.map(({ key, total }) => [key, total])).toEqual([
      [bodyId('A'), 1],
      [bodyId('A1'), 2],
    ]);
    expect(totals.total).toBe(3);
    expect(await ids(`bodyId=${bodyId('A')}&key=${bodyId('A')}`)).toEqual([uuid(6, 1)]);
    expect(await ids(`bodyId=${bodyId('A')}&key=${bodyId('A1')}`)).toEqual([uuid(6, 2), uuid(6, 3)]);
    expect(await ids(`key=${bodyId('A')}`)).toEqual([uuid(6, 1), uuid(6, 2), uuid(6, 3)]);
  });

  it('is empty, with totals of nothing, where nothing is due', async () => {
    expect(await summary('from=2030-01-01')).toEqual({
      asOf: '2026-07-02',
      sense: 'NOW',
      previous: null,
      from: '2030-01-01',
      to: null,
      by: 'body',
      rows: [],
      totals: {
        ...NO_COUNTS,
        completionRate: null,
        onTimeRate: null,
        onTimeRateOriginal: null,
        avgReporterDays: null,
        avgReviewerDays: null,
        previousCompletionRate: null,
      },
    });
  });
});

describe('the other tables', () => {
  it('by agreement names it by its printed numbers in order, else by its title', async () => {
    const { rows } = await summary('by=agreement');
    expect(rows.map(({ key, label }) => [key, label])).toEqual([
      [agreementId(1), 'Quy chế 1'],
      [agreementId(2), '21-QCPH; 22-QCPH'],
    ]);
  });

  it('by kind names the kind in both languages', async () => {
    const { rows } = await summary('by=kind&from=2002-01-01&duty=REPORT,REVIEW,FOLLOW_UP');
    expect(rows.map(({ key, label, labelEn, total }) => [key, label, labelEn, total])).toEqual([
      ['FINAL_REVIEW', 'Tổng kết', 'Final review', 1],
      ['FOLLOW_UP', 'Việc phải làm sau sơ kết, tổng kết', 'Follow-up action', 3],
      ['INTERIM_REVIEW', 'Sơ kết', 'Interim review', 2],
      ['PLAN', 'Kế hoạch', 'Plan', 1],
      ['REPORT', 'Báo cáo', 'Report', 4],
    ]);
    expect((await summary('by=kind&kind=PLAN')).rows.map(({ key }) => key)).toEqual(['PLAN']);
  });

  it('by period goes in order of time', async () => {
    const { rows } = await summary('by=period');
    expect(rows[0]).toMatchObject({ key: '2026:N004', label: 'Lần 4 (2026)', labelEn: 'No. 4 (2026)' });
    expect(rows.at(-1)).toMatchObject({ key: '2026:2026-Q2', label: 'Quý II/2026', labelEn: 'Q2 2026', total: 1 });
    expect(await ids('by=period&key=2026:2026-Q2')).toEqual([uuid(6, 7)]);
  });
});

describe('the rows behind a figure', () => {
  it('say what, whose, when due and how late', async () => {
    const { body } = await world.call<Page<DutyAnswer>>('GET', '/summary/rows?box=overdue');
    expect(body).toEqual({
      items: [
        {
          duty: 'REPORT',
          id: uuid(6, 4),
          agreementId: agreementId(2),
          agreementTitle: 'Quy chế 2',
          commitmentTitle: 'Cam kết PLAN',
          clauseId: null,
          reviewId: null,
          followUpTitle: null,
          bodyId: bodyId('B'),
          bodyName: 'Cơ quan B',
          periodKey: 'N004',
          periodName: 'Lần 4 (2026)',
          periodNameEn: 'No. 4 (2026)',
          dueOn: '2026-07-01',
          agreedDueOn: '2026-07-01',
          overdueFrom: '2026-07-02',
          doneOn: '2026-06-30',
          box: 'overdue',
          daysLate: 1,
        },
      ],
      next: null,
    });
  });

  it('name the follow-up', async () => {
    const { body } = await world.call<Page<DutyAnswer>>('GET', '/summary/rows?duty=FOLLOW_UP&box=doneLate');
    expect(body.items).toMatchObject([{ id: uuid(6, 23), followUpTitle: `Việc ${uuid(6, 23)}`, daysLate: 1 }]);
  });
});

describe('a question that makes no sense is refused', () => {
  const nobody = '00000000-0000-7000-8000-000000000000';
  it.each([
    ['from=2026-07-02&to=2026-07-01', 'compliance.dates-reversed', '/to'],
    [`bodyId=${nobody}`, 'compliance.unknown-body', '/bodyId'],
    [`agreementId=${nobody}`, 'compliance.unknown-agreement', '/agreementId'],
    ['from=2026-06-31', 'request.invalid', undefined],
    ['by=weather', 'request.invalid', undefined],
    ['duty=REPORT,GIFT', 'request.invalid', undefined],
    ['kind=GIFT', 'request.invalid', undefined],
    ['unheard=of', 'request.invalid', undefined],
  ])('%s', async (query, code, pointer) => {
    for (const path of ['/summary', '/summary/rows']) {
      const { status, body } = await world.call('GET', `${path}?${query}`);
      expect([status, body['code'], body['pointer']]).toEqual([422, code, pointer]);
    }
  });

  it('a span of one day is none of these', async () => {
    expect((await summary('from=2026-07-02&to=2026-07-02')).totals.total).toBe(3);
  });
});
