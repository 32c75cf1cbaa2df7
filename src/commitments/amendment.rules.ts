import type { Agreement } from '../agreements/agreement.entity.js';
import type { AgreementState } from '../agreements/agreement.words.js';
import type { CivilDate } from '../core/civil-date.js';
import type { Refusal } from '../core/refusal.js';
import type { NewAmendment } from './amendment.contract.js';
import { refuseAmendment } from './amendment.refusals.js';

const NOT_AMENDED: readonly AgreementState[] = ['draft', 'signed', 'ended', 'replaced', 'terminated'];

/** An amendment changes what is in force, from a day within the agreement's time, by one named document. */
export function checkAmendment(
  { state, inForceFrom, termTo, renewal }: Pick<Agreement, 'state' | 'inForceFrom' | 'termTo' | 'renewal'>,
  input: NewAmendment,
): Refusal | null {
  const { effectiveFrom, clauses = [], commitments = [], schedules = [] } = input;
  if (NOT_AMENDED.includes(state)) return refuseAmendment('not-in-force', { state });
  if (clauses.length + commitments.length + schedules.length === 0) return refuseAmendment('empty');
  if (Boolean(input.documentAgreementId) === Boolean(input.documentText))
    return refuseAmendment('names-one-document', {}, '/documentAgreementId');
  if (inForceFrom !== null && effectiveFrom < inForceFrom)
    return refuseAmendment('before-agreement', { effectiveFrom, inForceFrom }, '/effectiveFrom');
  if (termTo !== null && renewal !== 'TACIT' && effectiveFrom > termTo)
    return refuseAmendment('after-term', { effectiveFrom, termTo }, '/effectiveFrom');
  return null;
}

interface Span {
  /** null = since entry into force, or open. */
  from: CivilDate | null;
  to: CivilDate | null;
}

/** A thing ends on the day before an amendment only while it lasts, and not before it has begun. */
export function checkEnding({ from, to }: Span, effectiveFrom: CivilDate, pointer: string): Refusal | null {
  if (to !== null && to < effectiveFrom) return refuseAmendment('already-ended', { on: to }, pointer);
  if (from === null || from < effectiveFrom) return null;
  return refuseAmendment('versions-overlap', { from, effectiveFrom }, pointer);
}
