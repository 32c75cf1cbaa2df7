import type { CivilDate } from '../core/civil-date.js';
import type { Refusal } from '../core/refusal.js';
import type { Departure } from './departure.entity.js';
import { refusePerson } from './person.refusals.js';

interface Contact {
  email?: string | null;
  phone?: string | null;
}

const EMAIL = /^[^\s@<>()",;]+@[^\s@<>()",;]+\.[^\s@<>()",;]+$/u;
/** As it is printed on a letterhead, with an extension. */
const PHONE = /^\+?[\d\s().-]{6,30}(?:\s*(?:-|máy lẻ)\s*\d{1,6})?$/u;

export function checkContact({ email, phone }: Contact): Refusal | null {
  if (email && !EMAIL.test(email)) return refusePerson('bad-email', {}, '/email');
  return phone && !PHONE.test(phone) ? refusePerson('bad-phone', {}, '/phone') : null;
}

export function checkDeparture(
  known: Pick<Departure, 'onDate'> | null,
  { on, today, oneself }: { on: CivilDate; today: CivilDate; oneself: boolean },
): Refusal | null {
  if (oneself) return refusePerson('oneself');
  if (known) return refusePerson('already-left', { on: known.onDate });
  return on > today ? refusePerson('in-future', { on, today }, '/on') : null;
}

/** Law 91/2025/QH15: what is no longer needed goes; who is still in office is needed. */
export function checkAnonymisation(known: Pick<Departure, 'anonymisedAt'> | null): Refusal | null {
  if (!known) return refusePerson('not-left');
  return known.anonymisedAt === null ? null : refusePerson('already-anonymous');
}

/** What stands in place of a former member's login and name. */
export function anonymous(number: number): { login: string; fullName: string } {
  return { login: `da-roi-${number}`, fullName: `Thành viên đã rời ${number}` };
}
