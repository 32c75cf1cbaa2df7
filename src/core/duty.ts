import type { CivilDate } from './civil-date.js';
import type { Derivation } from './derivation.js';

export const DUTY_KINDS = ['REPORT', 'REVIEW'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

export interface DutyDates {
  windowStart: CivilDate;
  windowEnd: CivilDate;
  dueRaw: CivilDate;
  dueOn: CivilDate;
  overdueFrom: CivilDate;
  derivation: Derivation;
}

export interface DutyName {
  duty: DutyKind;
  /** The schedule or the review cycle. */
  ownerId: string;
  /** Who reports or hosts. */
  bodyId: string;
  periodKey: string;
  tier: number;
}

/** A duty that exists. */
export interface KnownDuty extends DutyName, DutyDates {
  id: string;
  state: string;
  /** Somebody has begun: a draft, a filing, an extension. */
  started: boolean;
  version: number;
}

/** A duty as the facts would plan it now. */
export interface WantedDuty extends DutyName, DutyDates {
  reportYear: number;
  state: string;
}
