import { addDays, latest, type CivilDate } from '../core/civil-date.js';
import type { CommitmentRole } from './commitment.words.js';

export interface RoleRow {
  id: string;
  bodyId: string;
  role: CommitmentRole;
  fromOn: CivilDate | null;
  toOn: CivilDate | null;
}

export interface RoleHandover {
  ended: { id: string; toOn: CivilDate }[];
  removed: string[];
  added: Omit<RoleRow, 'id'>[];
}

/** The stronger first. */
const RANK: readonly CommitmentRole[] = ['LEAD', 'COORDINATE', 'INFORM'];

/**
 * Each successor takes every role of the predecessor that reaches `from` or beyond; a body has one role at a time, and the
 * stronger of the two stays.
 */
export function handOver(
  rows: readonly RoleRow[],
  { bodyId, successorIds, from }: { bodyId: string; successorIds: readonly string[]; from: CivilDate },
): RoleHandover {
  const result: RoleHandover = { ended: [], removed: [], added: [] };
  const cut = (row: RoleRow, day: CivilDate): void => {
    if (row.fromOn !== null && row.fromOn >= day) result.removed.push(row.id);
    else result.ended.push({ id: row.id, toOn: addDays(day, -1) });
  };
  for (const row of rows.filter((own) => own.bodyId === bodyId && reaches(own, from))) {
    cut(row, from);
    const start = latest(from, row.fromOn ?? from);
    for (const heir of successorIds) {
      const held = rows.filter((other) => other.bodyId === heir && reaches(other, start) && startsBy(other, row.toOn));
      if (held.some((other) => RANK.indexOf(other.role) <= RANK.indexOf(row.role))) continue;
      for (const weaker of held) cut(weaker, start);
      result.added.push({ bodyId: heir, role: row.role, fromOn: start, toOn: row.toOn });
    }
  }
  return result;
}

function reaches({ toOn }: RoleRow, day: CivilDate): boolean {
  return toOn === null || toOn >= day;
}

function startsBy({ fromOn }: RoleRow, day: CivilDate | null): boolean {
  return fromOn === null || day === null || fromOn <= day;
}
