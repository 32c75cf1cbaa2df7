import { OccurrencePlanner } from '../../src/reports/occurrence.planner.js';
import { aBody, aCommitment, anAgreement, aReporter, aSchedule, putRow } from '../support/rows.js';
import type { Reply, World } from '../support/world.js';
import { actOf } from './reviews-cast.js';

export interface Changed {
  duty: string;
  occurrenceId: string | null;
  reviewId: string | null;
  bodyId: string;
  bodyName: string;
  periodKey: string;
  periodVi: string;
  from: { windowStart: string; windowEnd: string; dueOn: string } | null;
  to: { windowStart: string; windowEnd: string; dueOn: string } | null;
  whyVi: string;
  because: string | null;
  becauseVi: string | null;
}

export interface Preview {
  kept: Changed[];
  moved: Changed[];
  added: Changed[];
  dropped: Changed[];
  untouched: Changed[];
  counts: Record<'kept' | 'moved' | 'added' | 'dropped' | 'untouched', number>;
  token: string;
  code?: string;
  pointer?: string;
  detail?: string;
  changeId?: string;
  version?: number;
}

export interface Desk {
  agreement: string;
  commitment: string;
  units: [string, string, string];
}

/** Three bodies that are parties to an agreement in force since 2026-01-01 and followed since then; the first leads. */
export async function aDesk(world: World, changes: Record<string, unknown> = {}): Promise<Desk> {
  const { db } = world;
  const units = [
    await aBody(db, 'Ủy ban nhân dân phường Hòa Hưng'),
    await aBody(db, 'Ban Dân vận'),
    await aBody(db, 'Ban Chỉ huy Quân sự'),
  ] as [string, string, string];
  const agreement = await anAgreement(db, { activated_on: '2026-01-01', followed_since: '2026-01-01', ...changes });
  for (const [ordinal, body_id] of units.entries())
    await putRow(db, 'party', {
      agreement_id: agreement,
      body_id,
      ordinal,
      role: 'PARTY',
      name_as_signed: `Bên ${ordinal}`,
    });
  return { agreement, commitment: await aCommitment(db, agreement, [units[0]]), units };
}

/** Planned as of the day, which may lie before today. */
export async function planned(
  world: World,
  desk: Desk,
  on: string,
  changes: Record<string, unknown> = {},
  tiers: readonly number[] = [],
): Promise<string> {
  const id = await aSchedule(world.db, desk.commitment, changes);
  for (const [i, tier] of tiers.entries()) await aReporter(world.db, id, desk.units[i] ?? '', tier);
  const act = { ...(await actOf(world)), today: on };
  const { failures } = await world.db.transaction((tx) =>
    world.app.get(OccurrencePlanner).planSchedules(tx, act, { scheduleIds: [id] }, on),
  );
  if (failures.length > 0) throw new Error(JSON.stringify(failures));
  return id;
}

export interface Duty {
  id: string;
  body_id: string;
  period_key: string;
  tier: number;
  window_start: string;
  due_on: string;
  overdue_from: string;
  state: string;
  version: number;
  overdue_noticed_on: string | null;
}

export function dutiesOf(world: World, scheduleId: string): Promise<Duty[]> {
  return world.db.query<Duty[]>(
    `select id, body_id, period_key, tier, window_start, due_on, overdue_from, state, version, overdue_noticed_on
     from occurrence where schedule_id = $1 order by due_on, period_key, body_id`,
    [scheduleId],
  );
}

export function dues(duties: readonly Duty[]): string[] {
  return duties.map(({ period_key, due_on }) => `${period_key} ${due_on}`);
}

export async function post(world: World, path: string, body: object): Promise<Reply<Preview>> {
  return world.call<Preview>('POST', path, body);
}

/** Files the report of a period: a draft, and sent when asked. */
export async function begin(world: World, occurrenceId: string, send: boolean): Promise<void> {
  const draft = await world.call<{ id: string }>('POST', `/occurrences/${occurrenceId}/submissions`, {
    nothingToReport: true,
  });
  if (draft.status !== 201) throw new Error(JSON.stringify(draft.body));
  if (!send) return;
  const sent = await world.call('POST', `/submissions/${draft.body.id}/submission`, {});
  if (sent.status !== 201) throw new Error(JSON.stringify(sent.body));
}
