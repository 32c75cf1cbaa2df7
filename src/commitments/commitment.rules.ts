import type { CivilDate } from '../core/civil-date.js';
import type { Refusal } from '../core/refusal.js';
import { refuseCommitment } from './commitment.refusals.js';
import type { CommitmentRole } from './commitment.words.js';

interface Involved {
  bodyId: string;
  role: CommitmentRole;
  fromOn?: CivilDate | null;
  toOn?: CivilDate | null;
}

function overlap(a: Involved, b: Involved): boolean {
  const starts = (x: Involved): CivilDate => x.fromOn ?? '0000-00-00';
  const ends = (x: Involved): CivilDate => x.toOn ?? '9999-99-99';
  return starts(a) <= ends(b) && starts(b) <= ends(a);
}

/** Leads and coordinators are parties; being informed is open to any body. A body has one role at a time. */
export function checkInvolved(bodies: readonly Involved[], parties: ReadonlySet<string>): Refusal | null {
  for (const [index, body] of bodies.entries()) {
    const at = `/bodies/${index}`;
    if (body.fromOn && body.toOn && body.toOn < body.fromOn)
      return refuseCommitment('dates-reversed', {}, `${at}/toOn`);
    if (body.role !== 'INFORM' && !parties.has(body.bodyId)) {
      return refuseCommitment('body-not-party', {}, `${at}/bodyId`);
    }
    const twice = bodies.slice(0, index).some((other) => other.bodyId === body.bodyId && overlap(other, body));
    if (twice) return refuseCommitment('body-twice', {}, `${at}/bodyId`);
  }
  return null;
}

/** One lead is the norm (Working rules with NĐ 191/2026, art. 2.2); two or more, or none, are allowed with a warning. */
export function warningsOf(bodies: readonly Involved[], today: CivilDate): string[] {
  const leading = bodies.filter(
    ({ role, fromOn, toOn }) => role === 'LEAD' && (!fromOn || fromOn <= today) && (!toOn || today <= toOn),
  );
  if (leading.length === 0) return ['no-lead'];
  return leading.length > 1 ? ['several-leads'] : [];
}
