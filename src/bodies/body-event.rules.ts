import { addDays, type CivilDate } from '../core/civil-date.js';
import type { Refusal } from '../core/refusal.js';
import type { BodyEventKind } from './body-event.entity.js';
import { refuseBodyEvent } from './body-event.refusals.js';
import { existsOn } from './body.rules.js';

interface Shape {
  kind: BodyEventKind;
  predecessorIds: readonly string[];
  successorIds: readonly string[];
  newNameVi?: string | null;
  newNameEn?: string | null;
  /** undefined = not said, null = no parent. */
  newParentId?: string | null;
}

/** MERGED and SPLIT go from many to many: 26 district commands became 5 (domain §6.1); a body may dissolve into nobody. */
const SUCCESSORS_AT_LEAST: Readonly<Record<BodyEventKind, number | null>> = {
  RENAMED: null,
  TRANSFERRED: null,
  MERGED: 1,
  SPLIT: 2,
  DISSOLVED: 0,
};

/** Whether the body is gone with the event. */
export function isEnding(kind: BodyEventKind): boolean {
  return SUCCESSORS_AT_LEAST[kind] !== null;
}

export function checkShape({ kind, predecessorIds, successorIds, ...said }: Shape): Refusal | null {
  const count = successorIds.length;
  if (predecessorIds.length === 0) return refuseBodyEvent('no-body', {}, '/predecessorIds');
  const min = SUCCESSORS_AT_LEAST[kind];
  if (min === null && predecessorIds.length > 1)
    return refuseBodyEvent('one-body', { count: predecessorIds.length }, '/predecessorIds');
  if (min === null && count > 0) return refuseBodyEvent('successor-unasked', { kind }, '/successorIds');
  if (min !== null && count < min) {
    return refuseBodyEvent('too-few-successors', { kind, min, count }, '/successorIds');
  }
  return checkNewState(kind, said);
}

function checkNewState(
  kind: BodyEventKind,
  { newNameVi, newNameEn, newParentId }: Pick<Shape, 'newNameVi' | 'newNameEn' | 'newParentId'>,
): Refusal | null {
  if (kind === 'RENAMED') {
    if (!newNameVi) return refuseBodyEvent('name-missing', {}, '/newNameVi');
  } else if (newNameVi || newNameEn) return refuseBodyEvent('name-unasked', {}, '/newNameVi');
  if (kind === 'TRANSFERRED') {
    return newParentId === undefined ? refuseBodyEvent('parent-missing', {}, '/newParentId') : null;
  }
  return newParentId ? refuseBodyEvent('parent-unasked', {}, '/newParentId') : null;
}

export interface KnownEvent {
  kind: BodyEventKind;
  effectiveOn: CivilDate;
  side: 'PREDECESSOR' | 'SUCCESSOR';
}

export interface PartyFacts {
  id: string;
  nameVi: string;
  validFrom: CivilDate | null;
  validTo: CivilDate | null;
  /** What is known of it already. */
  events: readonly KnownEvent[];
}

interface Happening {
  kind: BodyEventKind;
  effectiveOn: CivilDate;
  predecessors: readonly PartyFacts[];
  successors: readonly PartyFacts[];
  /** Whatever succeeds one of the successors, directly or through others. */
  descendants: ReadonlySet<string>;
}

/** Nobody succeeds itself, in a circle or before it exists; nobody ends twice; what is known of later days stands. */
export function checkHappening(event: Happening): Refusal | null {
  return checkNamedOnce(event) ?? checkPredecessors(event) ?? checkSuccessors(event);
}

function checkNamedOnce({ predecessors, successors }: Happening): Refusal | null {
  const before = new Set(predecessors.map(({ id }) => id));
  const itself = successors.findIndex(({ id }) => before.has(id));
  if (itself >= 0) {
    return refuseBodyEvent('into-itself', { name: successors[itself]?.nameVi ?? '' }, `/successorIds/${itself}`);
  }
  for (const [list, pointer] of [
    [predecessors, '/predecessorIds'],
    [successors, '/successorIds'],
  ] as const) {
    const again = list.findIndex(({ id }, index) => list.slice(0, index).some((other) => other.id === id));
    if (again >= 0) return refuseBodyEvent('twice', { name: list[again]?.nameVi ?? '' }, `${pointer}/${again}`);
  }
  return null;
}

function checkPredecessors({ kind, effectiveOn, predecessors, descendants }: Happening): Refusal | null {
  for (const [index, body] of predecessors.entries()) {
    const at = `/predecessorIds/${index}`;
    const name = body.nameVi;
    if (descendants.has(body.id)) return refuseBodyEvent('cycle', { name }, at);
    if (body.validFrom !== null && effectiveOn <= body.validFrom) {
      return refuseBodyEvent('before-start', { name, effectiveOn, validFrom: body.validFrom }, '/effectiveOn');
    }
    const ended = endOf(body, kind, effectiveOn);
    if (ended !== null) return refuseBodyEvent('already-ended', { name, on: ended }, at);
    const fault = checkLater(body, kind, effectiveOn);
    if (fault) return fault;
  }
  return null;
}

/** A last day that was typed in without an event does not contradict the event that explains it. */
function endOf({ validTo, events }: PartyFacts, kind: BodyEventKind, effectiveOn: CivilDate): CivilDate | null {
  if (validTo === null) return null;
  if (!isEnding(kind)) return validTo < effectiveOn ? validTo : null;
  const explained = events.some((event) => event.side === 'PREDECESSOR' && isEnding(event.kind));
  return explained || validTo !== addDays(effectiveOn, -1) ? validTo : null;
}

function checkLater(body: PartyFacts, kind: BodyEventKind, effectiveOn: CivilDate): Refusal | null {
  const name = body.nameVi;
  for (const { side, kind: known, effectiveOn: on } of body.events) {
    if (on < effectiveOn) continue;
    if (side === 'SUCCESSOR') {
      if (isEnding(kind)) return refuseBodyEvent('succeeds-later', { name, on }, '/effectiveOn');
    } else if (known === kind || isEnding(kind)) {
      return refuseBodyEvent('later-known', { name, on }, '/effectiveOn');
    }
  }
  return null;
}

function checkSuccessors({ effectiveOn, successors }: Happening): Refusal | null {
  const absent = successors.findIndex((body) => !existsOn(body, effectiveOn));
  if (absent < 0) return null;
  const name = successors[absent]?.nameVi ?? '';
  return refuseBodyEvent('successor-not-there', { name, on: effectiveOn }, `/successorIds/${absent}`);
}
