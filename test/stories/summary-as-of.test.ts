import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sense } from '../../src/compliance/compliance.words.js';
import { SummaryQueries, type CountedRow } from '../../src/compliance/summary.queries.js';
import type { SummaryAnswer } from '../../src/compliance/summary.contract.js';
import { addDays, type CivilDate } from '../../src/core/civil-date.js';
import { asking } from '../support/asking.js';
import { openWorld, type World } from '../support/world.js';
import { bear, knownNow, layGround, someDayBefore, type Box, type Ground, type Told } from './as-of-cast.js';

const FIRST = '2026-06-01';
const DAYS = 45;
const SEED = 20260601;
const ASKED = 'by=period&from=2002-01-01&duty=REPORT,REVIEW,FOLLOW_UP';
const BOXES: readonly Box[] = ['doneOnTime', 'doneLate', 'inTerm', 'overdue', 'suspended', 'waived'];

/** mulberry32, so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

let world: World;
let ground: Ground;
let today: CivilDate;
const random = seeded(SEED);
const told: Told[] = [];
const { post, get } = asking(() => world);
const plain = new Map<CivilDate, SummaryAnswer>();

/** One row per duty, since each has a period of its own. */
function boxes(rows: readonly (Record<Box, number> & { key: string | null })[]): [string, Box][] {
  return rows
    .filter(({ key }) => key !== null)
    .map((row): [string, Box] => [row.key ?? '', BOXES.find((box) => row[box] === 1)!])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const asOf = (day: CivilDate, sense: Sense): Promise<SummaryAnswer> =>
  get(`/summary?${ASKED}&asOf=${day}&sense=${sense}`);

/** The SQL of the past, asked about today. */
function pastSql(sense: Sense): Promise<CountedRow[]> {
  const moment = { day: today, sense, isToday: false, zone: 'Asia/Ho_Chi_Minh' };
  return world.app
    .get(SummaryQueries)
    .counts({ by: 'period', from: '2002-01-01', duty: ['REPORT', 'REVIEW', 'FOLLOW_UP'] }, moment, false);
}

async function file(duty: Told): Promise<void> {
  const receivedOn = random() < 0.5 ? someDayBefore(random, today) : null;
  const paper = receivedOn === null ? {} : { channel: 'PAPER', receivedOn };
  const { id } = await post<{ id: string }>(`/occurrences/${duty.id}/submissions`, { done: 'Đã làm', ...paper });
  await post(`/submissions/${id}/submission`, {});
  duty.filings.push({ filedOn: receivedOn ?? today, returnedOn: null, submission: id });
  duty.state = 'filed';
}

async function decide(duty: Told): Promise<void> {
  const last = duty.filings.at(-1)!;
  if (random() < 0.4) {
    await post(`/submissions/${last.submission}/acceptance`, {});
    duty.state = 'accepted';
    return;
  }
  const resubmitBy = addDays(today, Math.floor(random() * 6));
  await post(`/submissions/${last.submission}/return`, { comment: 'Thiếu số liệu', resubmitBy });
  last.returnedOn = today;
  duty.state = 'open';
}

async function rest(duty: Told): Promise<void> {
  const on = duty.duty === 'REPORT' ? someDayBefore(random, today) : today;
  if (duty.duty === 'REPORT')
    await world.db.query(
      `update occurrence set state = 'suspended', suspended_on = $2, suspended_because = 'AGREEMENT_PAUSED' where id = $1`,
      [duty.id, on],
    );
  else await world.db.query(`update review set state = 'suspended' where id = $1`, [duty.id]);
  duty.suspensions.push({ on, entered: today, resumedOn: null });
  duty.state = 'suspended';
}

async function resume(duty: Told): Promise<void> {
  if (duty.duty === 'REPORT')
    await world.db.query(
      `update occurrence set state = case when first_filed_on is null then 'due' else 'returned' end, suspended_on = null,
         suspended_because = null where id = $1`,
      [duty.id],
    );
  else await world.db.query(`update review set state = 'due' where id = $1`, [duty.id]);
  duty.suspensions.at(-1)!.resumedOn = today;
  duty.state = 'open';
}

async function waive(duty: Told): Promise<void> {
  let on = today;
  if (duty.duty === 'REPORT' && random() < 0.5) await post(`/occurrences/${duty.id}/waiver`, { reason: 'Miễn' });
  else if (duty.duty === 'REPORT') {
    // As the end of an agreement does, with a last day that may lie behind.
    on = someDayBefore(random, today);
    await world.db.query(`update occurrence set state = 'waived', waived_on = $2 where id = $1`, [duty.id, on]);
  } else await world.db.query(`update ${tableOf(duty)} set state = 'cancelled' where id = $1`, [duty.id]);
  duty.waived = { on, entered: today };
  duty.state = 'over';
}

async function doIt(duty: Told): Promise<void> {
  duty.doneOn = someDayBefore(random, today);
  const [state, column] = duty.duty === 'REVIEW' ? ['held', 'held_on'] : ['done', 'done_on'];
  await world.db.query(`update ${tableOf(duty)} set state = $2, ${column} = $3 where id = $1`, [
    duty.id,
    state,
    duty.doneOn,
  ]);
  duty.state = 'over';
}

async function extend(duty: Told): Promise<void> {
  const agreed = addDays(duty.dates.at(-1)!.agreed, 1 + Math.floor(random() * 10));
  await world.db.query(
    `update occurrence set agreed_due_on = $2::date, overdue_from = greatest(overdue_from, $2::date + 1) where id = $1`,
    [duty.id, agreed],
  );
}

async function drop(duty: Told): Promise<void> {
  await world.db.query(`delete from occurrence where id = $1`, [duty.id]);
  duty.goneOn = today;
  duty.state = 'over';
}

function tableOf({ duty }: Told): string {
  return duty === 'REPORT' ? 'occurrence' : duty === 'REVIEW' ? 'review' : 'follow_up';
}

/** What may happen to a duty as it stands. */
function deedsOf(duty: Told): ((duty: Told) => Promise<void>)[] {
  if (duty.state === 'filed') return [decide];
  if (duty.state === 'suspended') return [resume];
  if (duty.state !== 'open') return [];
  if (duty.duty === 'FOLLOW_UP') return [doIt, doIt, waive];
  if (duty.duty === 'REVIEW') return [doIt, rest, waive];
  return [file, file, file, rest, waive, extend, ...(duty.filings.length === 0 ? [drop] : [])];
}

async function someDeed(): Promise<void> {
  const duty = told[Math.floor(random() * told.length)];
  const deeds = duty === undefined ? [] : deedsOf(duty);
  const deed = deeds[Math.floor(random() * deeds.length)];
  if (duty === undefined || deed === undefined) return;
  await deed(duty);
  if (duty.duty !== 'REPORT' || duty.goneOn !== null) return;
  const [dates] = await world.db.query<{ agreed: string; overdueFrom: string }[]>(
    `select coalesce(agreed_due_on, due_on) as agreed, overdue_from as "overdueFrom" from occurrence where id = $1`,
    [duty.id],
  );
  duty.dates.push({ entered: today, ...dates! });
}

async function liveOneDay(day: CivilDate): Promise<void> {
  today = day;
  world.clock.set(day);
  await world.call('GET', '/health/live');
  for (let i = 0; i < 3; i += 1) {
    const duty = (['REPORT', 'REPORT', 'REPORT', 'REVIEW', 'FOLLOW_UP'] as const)[Math.floor(random() * 5)]!;
    const dueOn = addDays(day, Math.floor(random() * 25) - 3);
    told.push(await bear(world, ground, { duty, periodKey: `D${told.length}`, dueOn }, day));
  }
  for (let i = 0; i < 10; i += 1) await someDeed();
}

beforeAll(async () => {
  world = await openWorld();
  ground = await layGround(world);
  for (let day: CivilDate = FIRST; day < addDays(FIRST, DAYS); day = addDays(day, 1)) {
    await liveOneDay(day);
    const now = await get<SummaryAnswer>(`/summary?${ASKED}`);
    plain.set(day, now);
    for (const sense of ['NOW', 'THEN'] as const) {
      const past = await pastSql(sense);
      expect([day, sense, boxes(past as never)]).toEqual([day, sense, boxes(now.rows)]);
      expect((await asOf(day, sense)).totals).toEqual(now.totals);
    }
  }
  world.clock.set(addDays(FIRST, DAYS));
}, 240_000);
afterAll(() => world.close());

describe(`a random history of ${DAYS} days (seed ${SEED})`, () => {
  it('has something of everything', () => {
    const now = plain.get(addDays(FIRST, DAYS - 1))!.totals;
    for (const box of BOXES) expect([box, now[box] > 0]).toEqual([box, true]);
    expect(told.some(({ filings }) => filings.length > 1)).toBe(true);
    expect(told.some(({ goneOn }) => goneOn !== null)).toBe(true);
  });

  it('THEN: what was known on a day is what the summary said on it, whatever was entered since', async () => {
    for (const [day, said] of plain) {
      const { rows, totals } = await asOf(day, 'THEN');
      expect([day, boxes(rows as never)]).toEqual([day, boxes(said.rows)]);
      expect([day, totals]).toEqual([day, said.totals]);
    }
  });

  it('NOW: what is known now about a day is the replay of all that is known, by the days that count', async () => {
    for (const day of plain.keys()) {
      const expected = told.flatMap((duty): [string, Box][] => {
        const box = knownNow(duty, day);
        const year = duty.duty === 'FOLLOW_UP' ? duty.dueOn.slice(0, 4) : '2026';
        return box === null ? [] : [[`${year}:${duty.periodKey}`, box]];
      });
      const { rows } = await asOf(day, 'NOW');
      expect([day, boxes(rows as never)]).toEqual([day, expected.sort(([a], [b]) => (a < b ? -1 : 1))]);
    }
  });

  it('the two senses differ, since papers came in late', async () => {
    const day = addDays(FIRST, 20);
    expect((await asOf(day, 'NOW')).totals).not.toEqual((await asOf(day, 'THEN')).totals);
  });

  it('the split clock of each report that is in: the rule and the SQL agree', async () => {
    const { rows } = await get<SummaryAnswer>(`/summary?${ASKED}&clock=true`);
    const averages = new Map(rows.map((row) => [row.key, [row.avgReporterDays, row.avgReviewerDays]]));
    const filed = told.filter(({ state, duty }) => duty === 'REPORT' && ['filed', 'accepted'].includes(state));
    expect(filed.length).toBeGreaterThan(20);
    for (const { id, periodKey } of filed) {
      const { clock } = await get<{ clock: { reporterDays: number; reviewerDays: number } }>(`/occurrences/${id}`);
      expect([periodKey, averages.get(`2026:${periodKey}`)]).toEqual([
        periodKey,
        [clock.reporterDays, clock.reviewerDays],
      ]);
    }
  });

  it('the former pictures cannot be changed', async () => {
    await expect(world.db.query('update duty_past set standing = standing')).rejects.toThrow('only ever added to');
    await expect(world.db.query('delete from duty_past')).rejects.toThrow('only ever added to');
    await expect(world.db.query('truncate duty_past')).rejects.toThrow('only ever added to');
  });
});
