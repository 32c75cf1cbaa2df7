import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DUTIES, DUTY_KINDS, type Duty } from '../../src/compliance/compliance.words.js';
import {
  FIGURES,
  GROUPINGS,
  type DutyAnswer,
  type Figure,
  type Grouping,
  type SummaryAnswer,
  type SummaryFigures,
} from '../../src/compliance/summary.contract.js';
import { addDays } from '../../src/core/civil-date.js';
import type { Page } from '../../src/platform/http/paging.js';
import { openWorld, type World } from '../support/world.js';
import { aDuty, agreementId, BODIES, bodyId, standingOf, STATES, TREE, type TestDuty } from './summary-cast.js';
import { putDuties } from './summary-rows.js';

const TODAY = '2026-07-02';

/** A small generator of even numbers (mulberry32), so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function manyDuties(count: number, seed: number): TestDuty[] {
  const random = seeded(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const kinds = DUTY_KINDS.filter((kind) => kind !== 'FOLLOW_UP');
  const meetings = ['INTERIM_REVIEW', 'FINAL_REVIEW', 'MEETING', 'INSPECTION'];
  return Array.from({ length: count }, (_, i) => {
    const duty = one<Duty>(['REPORT', 'REPORT', 'REPORT', 'REVIEW', 'FOLLOW_UP']);
    const state = one(STATES[duty]);
    // Most days lie around today and around the due day, where the boxes meet.
    const dueOn = addDays(TODAY, one([-400, -30, -2, -1, 0, 1, 2, 30, 400]) + Math.floor(random() * 3) - 1);
    const reportYear = Number(dueOn.slice(0, 4));
    const done = standingOf(state) === 'done' || (state === 'returned' && random() < 0.5);
    return aDuty(i, {
      duty,
      state,
      agreement: 1 + Math.floor(random() * 9),
      kind: duty === 'REPORT' ? one(kinds) : duty === 'REVIEW' ? one(meetings) : 'FOLLOW_UP',
      body: one(BODIES),
      // Reports and reviews share some periods; the unique keys want the rest apart.
      periodKey:
        duty === 'FOLLOW_UP'
          ? one(['2025-Y', '2026-H1', 'ONCE'])
          : `${one(['N', 'X'])}${String(i % 12).padStart(3, '0')}`,
      reportYear,
      dueOn,
      overdueFrom: addDays(dueOn, 1 + Math.floor(random() * 2)),
      doneOn: done ? addDays(dueOn, one([-40, -1, 0, 1, 40])) : null,
    });
  });
}

/** Keeps one of what the database keeps once: (schedule, body, period) and (cycle, period). */
function distinct(duties: readonly TestDuty[]): TestDuty[] {
  const key = (d: TestDuty): string =>
    d.duty === 'FOLLOW_UP'
      ? d.id
      : [d.duty, d.agreement, d.kind, d.duty === 'REPORT' ? d.body : '', d.periodKey].join(' ');
  return [...new Map(duties.map((d) => [key(d), d])).values()];
}

interface Filter {
  by: Grouping;
  from?: string;
  to?: string;
  body?: string;
  agreement?: number;
  kind?: string;
  duty: readonly Duty[];
}

function above(body: string): string[] {
  const parent = TREE[body] ?? null;
  return parent === null ? [body] : [body, ...above(parent)];
}

function keyOf(d: TestDuty, { by, body }: Filter): string {
  if (by === 'agreement') return agreementId(d.agreement);
  if (by === 'kind') return d.kind;
  if (by === 'period') return `${d.duty === 'FOLLOW_UP' ? Number(d.dueOn.slice(0, 4)) : d.reportYear}:${d.periodKey}`;
  const line = above(d.body);
  if (body === undefined) return bodyId(line.at(-1)!);
  return bodyId(d.body === body ? body : line[line.indexOf(body) - 1]!);
}

function figuresOf(d: TestDuty): Figure[] {
  switch (standingOf(d.state)) {
    case 'suspended':
      return ['suspended'];
    case 'waived':
      return ['waived'];
    case 'done':
      return [
        'total',
        ...(d.doneOn! <= d.dueOn ? (['doneOnTime', 'doneOnTimeOriginal'] as const) : ['doneLate' as const]),
      ];
    case 'open':
      return [
        'total',
        TODAY < d.overdueFrom ? 'inTerm' : 'overdue',
        ...(d.dueOn === TODAY ? ['dueToday' as const] : []),
      ];
  }
}

type Tally = Record<Figure, number>;
const nothing = (): Tally => Object.fromEntries(FIGURES.map((figure) => [figure, 0])) as Tally;

function naive(duties: readonly TestDuty[], filter: Filter): { rows: Map<string, Tally>; totals: Tally } {
  const { from = '', to = '9', body, agreement, kind, duty } = filter;
  const rows = new Map<string, Tally>();
  const totals = nothing();
  for (const d of duties) {
    if (!duty.includes(d.duty) || d.dueOn < from || d.dueOn > to) continue;
    if (body !== undefined && !above(d.body).includes(body)) continue;
    if ((agreement ?? d.agreement) !== d.agreement || (kind ?? d.kind) !== d.kind) continue;
    const row = rows.get(keyOf(d, filter)) ?? nothing();
    rows.set(keyOf(d, filter), row);
    for (const figure of figuresOf(d)) {
      row[figure] += 1;
      totals[figure] += 1;
    }
  }
  return { rows, totals };
}

function queryOf({ by, from, to, body, agreement, kind, duty }: Filter): string {
  const given = {
    by,
    from,
    to,
    bodyId: body && bodyId(body),
    agreementId: agreement && agreementId(agreement),
    kind,
    duty: duty.join(),
  };
  const pairs = Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return new URLSearchParams(pairs).toString();
}

const tally = (figures: SummaryFigures): Tally =>
  Object.fromEntries(FIGURES.map((figure) => [figure, figures[figure]])) as Tally;

let world: World;
const duties = distinct(manyDuties(4000, 20260702));

async function summary(filter: Filter): Promise<SummaryAnswer> {
  const { status, body } = await world.call<SummaryAnswer>('GET', `/summary?${queryOf(filter)}`);
  expect(status).toBe(200);
  return body;
}

beforeAll(async () => {
  world = await openWorld();
  world.clock.set(TODAY);
  // The reviews that the follow-ups hang on are due in 2001 and cancelled; every question here starts later.
  await putDuties(world.db, duties);
});

afterAll(async () => {
  await world.close();
});

function filters(): Filter[] {
  const random = seeded(7);
  const maybe = <T>(list: readonly T[]): T | undefined =>
    random() < 0.6 ? undefined : list[Math.floor(random() * list.length)];
  return GROUPINGS.flatMap((by) =>
    Array.from({ length: 30 }, () => {
      const body = maybe(BODIES);
      const agreement = maybe([1, 2, 3]);
      const kind = maybe(['REPORT', 'INTERIM_REVIEW', 'FOLLOW_UP']);
      const to = maybe([TODAY, '2026-07-01', '2027-01-01']);
      return {
        by,
        from: maybe([TODAY, '2026-06-30', '2025-01-01']) ?? '2002-01-01',
        ...(to === undefined ? {} : { to: to }),
        ...(body === undefined ? {} : { body }),
        ...(agreement === undefined ? {} : { agreement }),
        ...(kind === undefined ? {} : { kind }),
        duty: maybe([['REPORT'], ['REVIEW', 'FOLLOW_UP']] as Duty[][]) ?? DUTIES,
      };
    }).filter(({ from, to }) => to === undefined || from <= to),
  );
}

describe(`the summary of ${duties.length} duties`, () => {
  it('equals the naive count, figure by figure, whatever is asked', async () => {
    for (const filter of filters()) {
      const expected = naive(duties, filter);
      const { rows, totals } = await summary(filter);
      expect([filter, tally(totals)]).toEqual([filter, expected.totals]);
      expect(new Map(rows.map((row) => [row.key, tally(row)]))).toEqual(expected.rows);
    }
  });

  it.each(GROUPINGS)(
    'by %s: every figure equals the count of the rows behind it, each of them once',
    async (by) => {
      for (const body of by === 'body' ? [undefined, 'A'] : [undefined]) {
        const filter: Filter = { by, from: '2002-01-01', duty: DUTIES, ...(body === undefined ? {} : { body }) };
        const { rows, totals } = await summary(filter);
        const lines = [
          ...rows.map((row) => ({ key: row.key, counts: tally(row) })),
          { key: null, counts: tally(totals) },
        ];
        for (const { key, counts } of lines) {
          for (const figure of FIGURES) {
            const behind = await walk(`${queryOf(filter)}&box=${figure}${key === null ? '' : `&key=${key}`}`);
            expect([key, figure, behind.length]).toEqual([key, figure, counts[figure]]);
            expect(new Set(behind.map(({ id }) => id)).size).toBe(behind.length);
          }
        }
      }
    },
    120_000,
  );
});

async function walk(query: string): Promise<DutyAnswer[]> {
  const rows: DutyAnswer[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { body: Page<DutyAnswer> } = await world.call(
      'GET',
      `/summary/rows?${query}&limit=200${cursor && `&cursor=${cursor}`}`,
    );
    rows.push(...page.body.items);
    cursor = page.body.next;
  }
  expect(rows.map(({ dueOn }) => dueOn)).toEqual(rows.map(({ dueOn }) => dueOn).sort());
  return rows;
}
