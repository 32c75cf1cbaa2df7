import type { CivilDate } from '../core/civil-date.js';
import type { KnownDuty, WantedDuty } from '../core/duty.js';
import type { Tx } from '../platform/database/work.js';
import type { NewOccurrence } from './planning.rules.js';

/** A due report as the facts would plan it now. */
export type WantedReport = WantedDuty & { row: NewOccurrence };

/** A draft counts as begun; evidence hangs on a submission. */
const STARTED = `(exists (select from submission s where s.occurrence_id = o.id)
  or exists (select from extension x where x.occurrence_id = o.id))`;

const KNOWN = `select o.id, 'REPORT' as duty, o.schedule_id as "ownerId", o.body_id as "bodyId",
    o.period_key as "periodKey", o.tier, o.window_start as "windowStart", o.window_end as "windowEnd",
    o.due_raw as "dueRaw", o.due_on as "dueOn", o.overdue_from as "overdueFrom", o.derivation, o.state,
    o.report_year as "reportYear", ${STARTED} as started, o.version
  from occurrence o`;

export type KnownReport = KnownDuty & { reportYear: number };

/** Nobody files or waives what may still move until the end of `tx`; read again what is read for a decision. */
async function lockReports(tx: Tx, condition: string, values: unknown[]): Promise<void> {
  await tx.query(`select o.id from occurrence o where ${condition} order by o.id for no key update`, values);
}

/** All due reports of the schedules, held for the change where they may still move. */
export async function reportsOf(tx: Tx, scheduleIds: readonly string[], today: CivilDate): Promise<KnownReport[]> {
  await lockReports(tx, 'o.schedule_id = any ($1::uuid[]) and o.due_on >= $2', [scheduleIds, today]);
  return tx.query<KnownReport[]>(`${KNOWN} where o.schedule_id = any ($1::uuid[]) order by o.due_on, o.id`, [
    scheduleIds,
  ]);
}

/** How far from its due days a report may have asked the calendar: working days are counted from a day not kept. */
const REACH = `case when o.derivation -> 'rule' ->> 'dayKind' = 'WORKING'
  then abs(coalesce((o.derivation -> 'rule' ->> 'nDays')::integer, 0)) * 2 + 30 else 0 end`;

/** Reports from the day $3 on whose date may rest on one of the days ($1) or years ($2); the rule itself decides. */
const RESTING_ON = `o.due_on >= $3 and exists (
  select from (select ${REACH} as reach, least(o.due_raw, o.due_on) as first, greatest(o.due_raw, o.due_on) as last) x
  where (o.derivation ->> 'roll' <> 'NONE' or reach > 0) and (
    exists (select from unnest($1::date[]) d where d between first - reach and last + reach)
    or exists (select from unnest($2::integer[]) y
      where y between extract(year from first - reach) and extract(year from last + reach))))`;

/** Due reports from the day `since` on whose date may rest on one of the days or years. */
export async function reportsRestingOn(
  tx: Tx,
  { days, years }: { days: readonly CivilDate[]; years: readonly number[] },
  since: CivilDate,
): Promise<KnownReport[]> {
  const values = [days, years, since];
  await lockReports(tx, RESTING_ON, values);
  return tx.query<KnownReport[]>(`${KNOWN} where ${RESTING_ON} order by o.due_on, o.id`, values);
}

interface Moved {
  known: KnownDuty;
  to: WantedDuty;
}

const MOVE = `update occurrence o set window_start = m."windowStart", window_end = m."windowEnd", due_raw = m."dueRaw",
    due_on = m."dueOn", overdue_from = m."overdueFrom", derivation = m.derivation, tier = m.tier,
    report_year = m."reportYear", state = m.state, suspended_on = m."suspendedOn",
    suspended_because = m."suspendedBecause", version = o.version + 1,
    overdue_noticed_on = case when m."dueOn" > o.due_on then null else o.overdue_noticed_on end
  from jsonb_to_recordset($1::jsonb) as m(id uuid, version integer, "windowStart" date, "windowEnd" date,
    "dueRaw" date, "dueOn" date, "overdueFrom" date, derivation jsonb, tier integer, "reportYear" integer, state text,
    "suspendedOn" date, "suspendedBecause" text)
  where o.id = m.id and o.version = m.version and o.state = 'due'`;

/** Returns how many were moved; one that somebody changed meanwhile is not. */
export async function moveReports(tx: Tx, moves: readonly Moved[]): Promise<number> {
  if (moves.length === 0) return 0;
  const rows = moves.map(({ known, to }) => {
    const row = 'row' in to ? (to as WantedReport).row : { suspendedOn: null, suspendedBecause: null };
    const { suspendedOn, suspendedBecause } = row;
    return { ...to, row: undefined, id: known.id, version: known.version, suspendedOn, suspendedBecause };
  });
  const [, count] = await tx.query<[unknown[], number]>(MOVE, [JSON.stringify(rows)]);
  return count;
}

/** The way to the same date, told anew; no new version, since nothing that anybody edits has changed. */
export async function refreshReports(tx: Tx, rows: readonly Moved[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update occurrence o set derivation = m.derivation, tier = m.tier
     from jsonb_to_recordset($1::jsonb) as m(id uuid, derivation jsonb, tier integer) where o.id = m.id`,
    [JSON.stringify(rows.map(({ known, to }) => ({ id: known.id, derivation: to.derivation, tier: to.tier })))],
  );
}

/** Returns how many were dropped. */
export async function dropReports(tx: Tx, known: readonly KnownDuty[]): Promise<number> {
  if (known.length === 0) return 0;
  const [, count] = await tx.query<[unknown[], number]>(
    `delete from occurrence o where o.id = any ($1::uuid[]) and o.state = 'due' and not ${STARTED}`,
    [known.map(({ id }) => id)],
  );
  return count;
}
