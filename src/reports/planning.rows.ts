import { ACTIVATED, type AsActivated } from '../agreements/as-activated.rows.js';
import { PAUSES } from '../agreements/pause.rows.js';
import type { CivilDate } from '../core/civil-date.js';
import { byColumn } from '../platform/database/rows.js';
import type { Tx } from '../platform/database/work.js';
import type { NewOccurrence, ScheduleFacts } from './planning.rules.js';

export type PlanWhere = { agreementId: string } | { scheduleIds: readonly string[] } | { dueBy: CivilDate };

const FIRST_CLAUSE = `select k.clause_id from commitment_clause k join clause l on l.id = k.clause_id
  where k.commitment_id = c.id order by l.ordinal limit 1`;

const NAMED_REPORTERS = `select json_agg(json_build_object('bodyId', r.body_id, 'tier', r.tier,
    'fromOn', r.from_on, 'toOn', r.to_on, 'validTo', b.valid_to))
  from schedule_reporter r join body b on b.id = r.body_id where r.schedule_id = s.id`;

const LEADS = `select json_agg(json_build_object('bodyId', l.body_id, 'tier', 1,
    'fromOn', l.from_on, 'toOn', l.to_on, 'validTo', b.valid_to))
  from commitment_body l join body b on b.id = l.body_id where l.commitment_id = c.id and l.role = 'LEAD'`;

const FIELDS = `select s.id, s.commitment_id as "commitmentId", c.agreement_id as "agreementId",
    coalesce(s.clause_id, (${FIRST_CLAUSE})) as "clauseId",
    s.frequency, s.n, s.included, s.milestones, s.anchor_on as "anchorOn", s.window_rule as "windowRule", s.dues, s.roll,
    coalesce(s.scheme_id, a.scheme_id) as "schemeId",
    greatest(a.in_force_from, c.active_from, s.effective_from) as "inForceFrom",
    least(a.term_to, c.active_to, s.ends_on) as "termEnd",
    greatest(a.followed_since, s.starts_on) as "followedSince", ${PAUSES} as pauses, s.planned_to as "plannedTo", s.next_plan_on as "nextPlanOn",
    coalesce((${NAMED_REPORTERS}), (${LEADS}), '[]') as reporters`;

const FACTS = `${FIELDS} from schedule s join commitment c on c.id = s.commitment_id join agreement a on a.id = c.agreement_id`;

const NO_DATES = `'ON_EVENT', 'ON_REQUEST', 'CONTINUOUS', 'UNSPECIFIED'`;

/** The schedules that get dates, as if the agreement ran; nothing is written or locked. */
export function loadAsActivated(
  tx: Tx,
  { agreementId, inForceFrom, followedSince }: AsActivated,
): Promise<ScheduleFacts[]> {
  return tx.query<ScheduleFacts[]>(
    `${FIELDS} from ${ACTIVATED} join commitment c on c.agreement_id = a.id join schedule s on s.commitment_id = c.id
     where stored.id = $1 and s.frequency not in (${NO_DATES}) order by s.id`,
    [agreementId, inForceFrom, followedSince],
  );
}

/** A schedule that is not in the register, by its columns, as if it stood in the agreement and that ran. */
export async function loadProposed(
  tx: Tx,
  { agreementId, inForceFrom, followedSince }: AsActivated,
  commitmentId: string | null,
  columns: Readonly<Record<string, unknown>>,
): Promise<ScheduleFacts | null> {
  const [row] = await tx.query<ScheduleFacts[]>(
    `${FIELDS} from ${ACTIVATED} left join commitment c on c.id = $4 and c.agreement_id = a.id
     cross join jsonb_populate_record(null::schedule, $5::jsonb) s where stored.id = $1`,
    [agreementId, inForceFrom, followedSince, commitmentId, JSON.stringify(byColumn(columns))],
  );
  return row ?? null;
}

/** The next schedules after `afterId` that get dates and whose agreement runs, by id; none changes until the end of `tx`. */
export function loadSchedules(tx: Tx, where: PlanWhere, afterId: string, limit: number): Promise<ScheduleFacts[]> {
  const [condition, value] =
    'agreementId' in where
      ? ['c.agreement_id = $3', where.agreementId]
      : 'dueBy' in where
        ? ['s.next_plan_on <= $3', where.dueBy]
        : ['s.id = any ($3::uuid[])', where.scheduleIds];
  // The agreement is locked before its schedules, in the order of the verbs that end or activate it.
  return tx.query<ScheduleFacts[]>(
    `${FACTS} where s.id > $1 and ${condition} and a.state in ('in_force', 'expiring')
       and s.frequency not in (${NO_DATES})
     order by s.id limit $2 for share of a for no key update of s`,
    [afterId, limit, value],
  );
}

/** One schedule, whatever its frequency. */
export async function loadSchedule(tx: Tx, id: string): Promise<ScheduleFacts | null> {
  const [row] = await tx.query<ScheduleFacts[]>(`${FACTS} where s.id = $1`, [id]);
  return row ?? null;
}

/** The running schedules among these, whatever their frequency, as they are written in this transaction. */
export function loadRunning(tx: Tx, ids: readonly string[]): Promise<ScheduleFacts[]> {
  return tx.query<ScheduleFacts[]>(
    `${FACTS} where s.id = any ($1::uuid[]) and a.state in ('in_force', 'expiring') order by s.id`,
    [ids],
  );
}

const ROWS_AT_ONCE = 5_000;

const INSERT = `insert into occurrence (schedule_id, commitment_id, agreement_id, body_id, clause_id, period_key,
    report_year, tier, window_start, window_end, due_raw, due_on, overdue_from, derivation, state, suspended_on,
    suspended_because)
  select r."scheduleId", r."commitmentId", r."agreementId", r."bodyId", coalesce(v.id, r."clauseId"), r."periodKey",
    r."reportYear", r."tier", r."windowStart", r."windowEnd", r."dueRaw", r."dueOn", r."overdueFrom", r."derivation",
    r."state", r."suspendedOn", r."suspendedBecause"
  from jsonb_to_recordset($1::jsonb) as r("scheduleId" uuid, "commitmentId" uuid, "agreementId" uuid,
    "bodyId" uuid, "clauseId" uuid, "periodKey" text, "reportYear" integer, "tier" integer, "windowStart" date,
    "windowEnd" date, "dueRaw" date, "dueOn" date, "overdueFrom" date, "derivation" jsonb, "state" text,
    "suspendedOn" date, "suspendedBecause" text)
  left join clause k on k.id = r."clauseId"
  left join clause v on v.lineage_id = k.lineage_id
    and (v.effective_from is null or v.effective_from <= r."windowEnd")
    and (v.effective_to is null or v.effective_to >= r."windowEnd")
  where not exists (select from schedule n join occurrence o on o.schedule_id = n.replaces_id
    where n.id = r."scheduleId" and o.body_id = r."bodyId" and o.period_key = r."periodKey")
  on conflict (schedule_id, body_id, period_key) do nothing returning id`;

/**
 * Inserts what is not there yet and returns the ids made. Each names the clause version in force on its window's last
 * day; a period that the schedule before an amendment kept, because it was begun or past, is not asked for twice.
 */
export async function insertOccurrences(tx: Tx, rows: readonly NewOccurrence[]): Promise<string[]> {
  const made: string[] = [];
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const chunk = JSON.stringify(rows.slice(start, start + ROWS_AT_ONCE));
    for (const { id } of await tx.query<{ id: string }[]>(INSERT, [chunk])) made.push(id);
  }
  return made;
}

export interface Progress {
  id: string;
  plannedTo: CivilDate | null;
  nextPlanOn: CivilDate | null;
}

/** Remembers how far each schedule is planned; untouched rows are not written. */
export async function saveProgress(tx: Tx, rows: readonly Progress[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update schedule s set planned_to = p."plannedTo", next_plan_on = p."nextPlanOn"
     from jsonb_to_recordset($1::jsonb) as p(id uuid, "plannedTo" date, "nextPlanOn" date)
     where s.id = p.id
       and (s.planned_to, s.next_plan_on) is distinct from (p."plannedTo", p."nextPlanOn")`,
    [JSON.stringify(rows)],
  );
}
