import { addDays, type CivilDate } from '../../src/core/civil-date.js';
import type { Duty } from '../../src/compliance/compliance.words.js';

/** A duty as the tests think of it; the database holds it as an occurrence, a review or a follow-up. */
export interface TestDuty {
  id: string;
  duty: Duty;
  state: string;
  agreement: number;
  kind: string;
  body: string;
  periodKey: string;
  reportYear: number;
  dueOn: CivilDate;
  overdueFrom: CivilDate;
  doneOn: CivilDate | null;
}

export const STATES: Record<Duty, readonly string[]> = {
  REPORT: ['due', 'filed', 'returned', 'accepted', 'suspended', 'waived'],
  REVIEW: ['due', 'planned', 'held', 'concluded', 'suspended', 'cancelled'],
  FOLLOW_UP: ['open', 'done', 'cancelled'],
};

/** Which states are done, open or neither, told apart from the view. */
export function standingOf(state: string): 'done' | 'open' | 'suspended' | 'waived' {
  if (['filed', 'accepted', 'held', 'concluded', 'done'].includes(state)) return 'done';
  if (['due', 'returned', 'planned', 'open'].includes(state)) return 'open';
  return state === 'suspended' ? 'suspended' : 'waived';
}

/** child → parent; three roots, three levels. */
export const TREE: Readonly<Record<string, string | null>> = {
  A: null,
  A1: 'A',
  A2: 'A',
  A11: 'A1',
  A12: 'A1',
  A21: 'A2',
  B: null,
  B1: 'B',
  B11: 'B1',
  C: null,
};
export const BODIES = Object.keys(TREE);

/** Readable ids: 'A11' is …0a11. */
export function uuid(kind: number, name: string | number): string {
  return `00000000-0000-7000-800${kind}-${Buffer.from(String(name)).toString('hex').padStart(12, '0').slice(-12)}`;
}
export const bodyId = (name: string): string => uuid(1, name);
export const agreementId = (n: number): string => uuid(2, n);
export const commitmentId = (n: number, kind: string): string => uuid(3, `${n}${kind}`.slice(0, 6));
export const cycleId = (n: number, kind: string): string => uuid(5, `${n}${kind}`.slice(0, 6));
export const scheduleId = (n: number, kind: string): string => uuid(4, `${n}${kind}`.slice(0, 6));

export function aDuty(id: number, changes: Partial<TestDuty> = {}): TestDuty {
  const dueOn = changes.dueOn ?? '2026-06-30';
  return {
    id: uuid(6, id),
    duty: 'REPORT',
    state: 'due',
    agreement: 1,
    kind: changes.duty === 'REVIEW' ? 'INTERIM_REVIEW' : changes.duty === 'FOLLOW_UP' ? 'FOLLOW_UP' : 'REPORT',
    body: 'A',
    periodKey: `N${String(id).padStart(3, '0')}`,
    reportYear: 2026,
    dueOn,
    overdueFrom: addDays(dueOn, 1),
    doneOn: null,
    ...changes,
  };
}
