import { PAUSES } from '../agreements/pause.rows.js';
import { ACTIVATED, type AsActivated } from '../agreements/as-activated.rows.js';
import type { CivilDate } from '../core/civil-date.js';
import { byColumn } from '../platform/database/rows.js';
import type { Tx } from '../platform/database/work.js';
import type { CycleFacts, NewReview } from './cycle-plan.rules.js';

export type PlanWhere = { agreementId: string } | { cycleIds: readonly string[] } | { dueBy: CivilDate };

const NO_DATES = `'ON_EVENT', 'ON_REQUEST', 'CONTINUOUS', 'UNSPECIFIED'`;

/** Still to come on the day `today` and touched by nobody. */
export function pristineSql(review: string, today: string): string {
  return `(${review}.state = 'due' and ${review}.overdue_noticed_on is null and ${review}.overdue_from > ${today})`;
}

const fieldsSql = (
  today: string,
): string => `select c.id, c.agreement_id as "agreementId", c.commitment_id as "commitmentId", c.kind, c.frequency, c.n,
    c.included, c.milestones, c.counted_from as "countedFrom", c.anchor_on as "anchorOn",
    c.window_rule as "windowRule", c.due, c.roll, c.host_id as "hostId", h.valid_to as "hostValidTo",
    a.scheme_id as "schemeId", a.in_force_from as "inForceFrom", a.term_to as "termEnd",
    a.followed_since as "followedSince", ${PAUSES} as pauses, c.planned_to as "plannedTo", c.next_plan_on as "nextPlanOn",
    exists (select from agreement_step s
      where s.agreement_id = a.id and s.verb = 'begin' and s.at < c.confirmed_at) as "addedLater",
    (select coalesce(json_agg(json_build_object('id', r.id, 'periodKey', r.period_key, 'windowEnd', r.window_end,
     'state', r.state, 'heldOn', r.held_on, 'pristine', ${pristineSql('r', today)})), '[]')
      from review r where r.cycle_id = c.id) as reviews`;

/** The next cycles after `afterId` that get dates and whose agreement runs, by id; none changes until the end of `tx`. */
export function loadCycles(
  tx: Tx,
  where: PlanWhere,
  today: CivilDate,
  { afterId, limit }: { afterId: string; limit: number },
): Promise<CycleFacts[]> {
  const [condition, value] =
    'agreementId' in where
      ? ['c.agreement_id = $4', where.agreementId]
      : 'dueBy' in where
        ? ['c.next_plan_on <= $4', where.dueBy]
        : ['c.id = any ($4::uuid[])', where.cycleIds];
  // The agreement is locked before its cycles, in the order of the verbs that end or activate it.
  return tx.query<CycleFacts[]>(
    `${fieldsSql('$3::date')}
     from review_cycle c join agreement a on a.id = c.agreement_id join body h on h.id = c.host_id
     where c.id > $1 and ${condition} and a.state in ('in_force', 'expiring') and c.closed_on is null
       and c.frequency not in (${NO_DATES})
     order by c.id limit $2 for share of a for no key update of c`,
    [afterId, limit, today, value],
  );
}

/** The cycles that get dates, as if the agreement ran; nothing is written or locked. */
export function loadAsActivated(tx: Tx, as: AsActivated, today: CivilDate): Promise<CycleFacts[]> {
  return tx.query<CycleFacts[]>(
    `${fieldsSql('$4::date')} from ${ACTIVATED} join review_cycle c on c.agreement_id = a.id join body h on h.id = c.host_id
     where stored.id = $1 and c.closed_on is null and c.frequency not in (${NO_DATES}) order by c.id`,
    [as.agreementId, as.inForceFrom, as.followedSince, today],
  );
}

/** A cycle that is not in the register, by its columns, as if it stood in the agreement and that ran. */
export async function loadProposed(
  tx: Tx,
  as: AsActivated,
  columns: Readonly<Record<string, unknown>>,
  today: CivilDate,
): Promise<CycleFacts | null> {
  const [row] = await tx.query<CycleFacts[]>(
    `${fieldsSql('$4::date')} from ${ACTIVATED} cross join jsonb_populate_record(null::review_cycle, $5::jsonb) c
     join body h on h.id = c.host_id where stored.id = $1`,
    [as.agreementId, as.inForceFrom, as.followedSince, today, JSON.stringify(byColumn(columns))],
  );
  return row ?? null;
}

const ROWS_AT_ONCE = 5_000;

const INSERT = `insert into review (cycle_id, agreement_id, commitment_id, kind, host_id, period_key, report_year,
    window_start, window_end, due_raw, due_on, overdue_from, derivation, state)
  select r.* from jsonb_to_recordset($1::jsonb) as r("cycleId" uuid, "agreementId" uuid, "commitmentId" uuid,
    "kind" text, "hostId" uuid, "periodKey" text, "reportYear" integer, "windowStart" date, "windowEnd" date,
    "dueRaw" date, "dueOn" date, "overdueFrom" date, "derivation" jsonb, "state" text)
  on conflict (cycle_id, period_key) do nothing returning id`;

/** Inserts what is not there yet and returns how many were made. */
export async function insertReviews(tx: Tx, rows: readonly NewReview[]): Promise<number> {
  let made = 0;
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const chunk = JSON.stringify(rows.slice(start, start + ROWS_AT_ONCE));
    made += (await tx.query<unknown[]>(INSERT, [chunk])).length;
  }
  return made;
}

/** Takes pristine reviews that the plan no longer holds out of it. */
export async function dropReviews(tx: Tx, ids: readonly string[], today: CivilDate): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(`delete from review r where r.id = any ($1::uuid[]) and ${pristineSql('r', '$2::date')}`, [
    ids,
    today,
  ]);
}

/** Clears the way for planning a cycle anew; returns the periods dropped. */
export async function dropPristine(tx: Tx, cycleId: string, today: CivilDate): Promise<string[]> {
  const [dropped] = await tx.query<[{ periodKey: string }[], number]>(
    `delete from review r where r.cycle_id = $1 and ${pristineSql('r', '$2::date')} returning r.period_key as "periodKey"`,
    [cycleId, today],
  );
  return dropped.map(({ periodKey }) => periodKey).sort();
}

/** What waited for a successor of its host and is still to come is due again, with the new host of the cycle. */
export async function resumeUnderNewHost(tx: Tx, cycleId: string, today: CivilDate): Promise<void> {
  await tx.query(
    `update review r set host_id = c.host_id, state = case when r.paused_on is null then 'due' else 'suspended' end,
       version = r.version + 1
     from review_cycle c join body h on h.id = c.host_id
     where c.id = $1 and r.cycle_id = c.id and r.state = 'suspended' and r.overdue_from > $2
       and coalesce(h.valid_to >= r.due_on, true)`,
    [cycleId, today],
  );
}

export interface Progress {
  id: string;
  plannedTo: CivilDate | null;
  nextPlanOn: CivilDate | null;
}

/** Remembers how far each cycle is planned; untouched rows are not written. */
export async function saveProgress(tx: Tx, rows: readonly Progress[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update review_cycle c set planned_to = p."plannedTo", next_plan_on = p."nextPlanOn"
     from jsonb_to_recordset($1::jsonb) as p(id uuid, "plannedTo" date, "nextPlanOn" date)
     where c.id = p.id
       and (c.planned_to, c.next_plan_on) is distinct from (p."plannedTo", p."nextPlanOn")`,
    [JSON.stringify(rows)],
  );
}
