import type { CivilDate } from '../core/civil-date.js';
import type { KnownDuty, WantedDuty } from '../core/duty.js';
import type { Tx } from '../platform/database/work.js';
import { pristineSql } from './cycle-plan.rows.js';
import type { NewReview } from './cycle-plan.rules.js';

/** A review as the facts would plan it now. */
export type WantedReview = WantedDuty & { row: NewReview };

export type KnownReviewDuty = KnownDuty & { reportYear: number };

const KNOWN = `select r.id, 'REVIEW' as duty, r.cycle_id as "ownerId", r.host_id as "bodyId",
    r.period_key as "periodKey", 1 as tier, r.window_start as "windowStart", r.window_end as "windowEnd",
    r.due_raw as "dueRaw", r.due_on as "dueOn", r.overdue_from as "overdueFrom", r.derivation, r.state,
    r.report_year as "reportYear", false as started, r.version
  from review r`;

/** Locks what may still move, then reads: a review may have been planned for a day or held before the lock was had. */
export async function reviewsWhere(tx: Tx, condition: string, values: unknown[]): Promise<KnownReviewDuty[]> {
  await tx.query(`select r.id from review r where ${condition} order by r.id for no key update`, values);
  return tx.query<KnownReviewDuty[]>(`${KNOWN} where ${condition} order by r.due_on, r.id`, values);
}

/** How far from its due days a review may have asked the calendar: working days are counted from a day not kept. */
const REACH = `case when r.derivation -> 'rule' ->> 'dayKind' = 'WORKING'
  then abs(coalesce((r.derivation -> 'rule' ->> 'nDays')::integer, 0)) * 2 + 30 else 0 end`;

/** Reviews from the day $3 on whose date may rest on one of the days ($1) or years ($2); the rule itself decides. */
export const RESTING_ON = `r.due_on >= $3 and exists (
  select from (select ${REACH} as reach, least(r.due_raw, r.due_on) as first, greatest(r.due_raw, r.due_on) as last) x
  where (r.derivation ->> 'roll' <> 'NONE' or reach > 0) and (
    exists (select from unnest($1::date[]) d where d between first - reach and last + reach)
    or exists (select from unnest($2::integer[]) y
      where y between extract(year from first - reach) and extract(year from last + reach))))`;

interface Moved {
  known: KnownDuty;
  to: WantedDuty;
}

/** Returns how many were moved; one that somebody changed meanwhile is not. */
export async function moveReviews(tx: Tx, moves: readonly Moved[]): Promise<number> {
  if (moves.length === 0) return 0;
  const rows = moves.map(({ known, to }) => ({ ...to, row: undefined, id: known.id, version: known.version }));
  const [, count] = await tx.query<[unknown[], number]>(
    `update review r set window_start = m."windowStart", window_end = m."windowEnd", due_raw = m."dueRaw",
       due_on = m."dueOn", overdue_from = m."overdueFrom", derivation = m.derivation, report_year = m."reportYear",
       state = m.state, version = r.version + 1,
       overdue_noticed_on = case when m."dueOn" > r.due_on then null else r.overdue_noticed_on end
     from jsonb_to_recordset($1::jsonb) as m(id uuid, version integer, "windowStart" date, "windowEnd" date,
       "dueRaw" date, "dueOn" date, "overdueFrom" date, derivation jsonb, "reportYear" integer, state text)
     where r.id = m.id and r.version = m.version and r.state = 'due'`,
    [JSON.stringify(rows)],
  );
  return count;
}

/** The way to the same date, told anew; no new version, since nothing that anybody edits has changed. */
export async function refreshReviews(tx: Tx, rows: readonly Moved[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update review r set derivation = m.derivation
     from jsonb_to_recordset($1::jsonb) as m(id uuid, derivation jsonb) where r.id = m.id`,
    [JSON.stringify(rows.map(({ known, to }) => ({ id: known.id, derivation: to.derivation })))],
  );
}

/** Returns how many were dropped. */
export async function dropPristineReviews(tx: Tx, known: readonly KnownDuty[], today: CivilDate): Promise<number> {
  if (known.length === 0) return 0;
  const [, count] = await tx.query<[unknown[], number]>(
    `delete from review r where r.id = any ($1::uuid[]) and ${pristineSql('r', '$2::date')}`,
    [known.map(({ id }) => id), today],
  );
  return count;
}
