import type { CivilDate } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';

type Changed = [unknown[], number];

/** Still to come and begun by nobody; one that waits for a successor counts too. */
const PRISTINE = `o.state in ('due', 'suspended') and o.first_filed_on is null and o.due_on >= $2
  and not exists (select from submission s where s.occurrence_id = o.id)
  and not exists (select from extension e where e.occurrence_id = o.id)`;

/** Takes away the pristine reports of ended schedules whose window ends on the day of the amendment or later. */
export async function dropAfterAmendment(
  tx: Tx,
  act: Act,
  scheduleIds: readonly string[],
  effectiveFrom: CivilDate,
): Promise<number> {
  const [rows] = await tx.query<[{ id: string; scheduleId: string; bodyId: string; periodKey: string }[], number]>(
    `delete from occurrence o where o.schedule_id = any ($1::uuid[]) and o.window_end >= $3 and ${PRISTINE}
     returning o.id, o.schedule_id as "scheduleId", o.body_id as "bodyId", o.period_key as "periodKey",
       o.window_start as "windowStart", o.window_end as "windowEnd", o.due_on as "dueOn", o.tier, o.state`,
    [scheduleIds, act.today, effectiveFrom],
  );
  for (const scheduleId of scheduleIds) {
    const occurrences = rows.filter((row) => row.scheduleId === scheduleId);
    if (occurrences.length > 0)
      await note(tx, act, 'schedule.occurrences-dropped', scheduleId, { before: { occurrences } });
  }
  return rows.length;
}

/** Moves pristine reports whose window ends in the time of the new version of their clause to that version. */
export async function repointToVersions(tx: Tx, act: Act, clauseIds: readonly string[]): Promise<number> {
  const [, count] = await tx.query<Changed>(
    `update occurrence o set clause_id = v.id, version = o.version + 1
     from clause v join clause k on k.lineage_id = v.lineage_id
     where v.id = any ($1::uuid[]) and k.id <> v.id and o.clause_id = k.id and o.agreement_id = v.agreement_id
       and o.window_end >= v.effective_from and ${PRISTINE}`,
    [clauseIds, act.today],
  );
  return count;
}
