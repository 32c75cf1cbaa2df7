import { existsOn } from '../bodies/body.rules.js';
import type { CivilDate } from '../core/civil-date.js';
import type { Refusal } from '../core/refusal.js';
import { refuseSeat } from './access.refusals.js';
import type { Seat } from './seat.entity.js';

interface Holding {
  memberName: string;
  from: CivilDate;
  to: CivilDate | null;
}

/** One holder at a time; a new one has no last day yet, so nobody may follow either. */
export function checkNewHolding(
  seat: Pick<Seat, 'validFrom' | 'validTo'>,
  holdings: readonly Holding[],
  from: CivilDate,
): Refusal | null {
  if (!existsOn(seat, from)) return refuseSeat('outside-validity', { on: from }, '/from');
  const other = holdings.find(({ to }) => to === null || to >= from);
  if (!other) return null;
  return refuseSeat('held', { name: other.memberName, from: other.from, on: from }, '/from');
}

export function checkHoldingEnd({ from, to }: Pick<Holding, 'from' | 'to'>, on: CivilDate): Refusal | null {
  if (to !== null) return refuseSeat('already-ended', { on: to });
  return on < from ? refuseSeat('dates-reversed', { from, to: on }, '/on') : null;
}

export function checkSeatDates({ validFrom, validTo }: Pick<Seat, 'validFrom' | 'validTo'>): Refusal | null {
  if (validFrom === null || validTo === null || validFrom <= validTo) return null;
  return refuseSeat('dates-reversed', { from: validFrom, to: validTo }, '/validTo');
}
