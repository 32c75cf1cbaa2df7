import type { CivilDate } from '../core/civil-date.js';
import type { Refusal } from '../core/refusal.js';
import { fold } from '../core/vietnamese.js';
import type { Body } from './body.entity.js';
import { refuseBody } from './body.refusals.js';

type Names = Pick<Body, 'code' | 'nameVi' | 'nameEn' | 'abbreviation'>;

/** What search looks in; a body is found by the names it bore, too. */
export function searchText({ code, nameVi, nameEn, abbreviation }: Names, former: readonly string[] = []): string {
  return fold([code, nameVi, nameEn, abbreviation, ...former].filter(Boolean).join(' | '));
}

interface Validity {
  validFrom: CivilDate | null;
  validTo: CivilDate | null;
}

/** Both ends inclusive; an unknown end is open. */
export function existsOn(body: Validity, day: CivilDate): boolean {
  return (body.validFrom === null || body.validFrom <= day) && (body.validTo === null || day <= body.validTo);
}

export function checkValidity({ validFrom, validTo }: Validity): Refusal | null {
  if (validFrom === null || validTo === null || validFrom <= validTo) return null;
  return refuseBody('dates-reversed', { validFrom, validTo }, '/validTo');
}

/** `ancestors`: the proposed parent and everything above it. */
export function checkPlace(bodyId: string, ancestors: readonly string[]): Refusal | null {
  return ancestors.includes(bodyId) ? refuseBody('own-ancestor', {}, '/parentId') : null;
}
