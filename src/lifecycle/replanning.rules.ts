import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { addDays, type CivilDate } from '../core/civil-date.js';
import type { DutyDates, DutyName, KnownDuty, WantedDuty } from '../core/duty.js';

/** Why a duty stays as it is though the new rule dates it otherwise. */
export const STAY_REASONS = [
  'STARTED',
  'REPORTED',
  'RETURNED',
  'WAIVED',
  'SUSPENDED',
  'EXTENDED',
  'PLANNED',
  'HELD',
  'CANCELLED',
  'OVERDUE',
  'WOULD_BE_PAST',
] as const;
export type StayReason = (typeof STAY_REASONS)[number];

export interface Move<W = WantedDuty> {
  known: KnownDuty;
  to: W;
}

export interface Stay<W = WantedDuty> {
  known: KnownDuty;
  /** null = the new rule asks for no such duty. */
  to: W | null;
  because: StayReason;
}

export interface Diff<W = WantedDuty> {
  kept: KnownDuty[];
  /** Of those kept: same dates, but another way to them (days announced meanwhile, a holiday renamed). */
  refreshed: Move<W>[];
  moved: Move<W>[];
  added: W[];
  dropped: KnownDuty[];
  untouched: Stay<W>[];
}

export type Counts = Record<'kept' | 'moved' | 'added' | 'dropped' | 'untouched', number>;

const STATES: Readonly<Record<string, StayReason>> = {
  filed: 'REPORTED',
  accepted: 'REPORTED',
  returned: 'RETURNED',
  waived: 'WAIVED',
  suspended: 'SUSPENDED',
  planned: 'PLANNED',
  held: 'HELD',
  concluded: 'HELD',
  cancelled: 'CANCELLED',
};

/** Why nobody but people may change this duty any more; null = it is still to come and untouched (design §3.6). */
export function whyItStays(known: KnownDuty, today: CivilDate): StayReason | null {
  const reason = STATES[known.state];
  if (reason !== undefined) return reason;
  if (known.state !== 'due') return 'SUSPENDED';
  if (known.started) return 'STARTED';
  if (known.overdueFrom !== addDays(known.dueOn, 1)) return 'EXTENDED';
  return known.dueOn < today ? 'OVERDUE' : null;
}

/**
 * What changes when the wanted duties take the place of those known, paired by identity (schedule, body, period) and
 * never by place in a list. Nothing past is added, moved or dropped, and nothing is moved into the past.
 */
export function diffDuties<W extends WantedDuty>(
  known: readonly KnownDuty[],
  wanted: readonly W[],
  today: CivilDate,
): Diff<W> {
  const asked = new Map(wanted.map((duty) => [identityOf(duty), duty]));
  const diff: Diff<W> = { kept: [], refreshed: [], moved: [], added: [], dropped: [], untouched: [] };
  for (const duty of known) {
    const to = asked.get(identityOf(duty)) ?? null;
    asked.delete(identityOf(duty));
    place(diff, duty, to, today);
  }
  diff.added = [...asked.values()].filter(({ dueOn }) => dueOn >= today);
  return diff;
}

/**
 * The wanted duties, narrowed to what the change itself does: a duty that the facts before and after date alike stays
 * as it is, whatever else has happened to it since it was planned.
 */
export function causedBy<W extends WantedDuty>(
  known: readonly KnownDuty[],
  before: readonly W[],
  after: readonly W[],
): { known: KnownDuty[]; wanted: W[] } {
  const old = new Map(before.map((duty) => [identityOf(duty), duty]));
  const there = new Set(known.map(identityOf));
  const changed = after.filter((duty) => {
    const was = old.get(identityOf(duty));
    // A duty that was wanted already and is not there was left out before, not by this change.
    if (was !== undefined && !there.has(identityOf(duty))) return false;
    return was === undefined || !isSameDate(was, duty) || canonical(was.derivation) !== canonical(duty.derivation);
  });
  const asked = new Set(after.map(identityOf));
  const moving = new Set(changed.map(identityOf));
  const touches = (duty: KnownDuty): boolean =>
    moving.has(identityOf(duty)) || (old.has(identityOf(duty)) && !asked.has(identityOf(duty)));
  return { known: known.filter(touches), wanted: changed };
}

function place<W extends WantedDuty>(diff: Diff<W>, known: KnownDuty, to: W | null, today: CivilDate): void {
  const stays = whyItStays(known, today);
  if (to !== null && isSameDate(known, to)) {
    diff.kept.push(known);
    if (stays === null && !isSameWay(known, to)) diff.refreshed.push({ known, to });
    return;
  }
  const because = stays ?? (to !== null && to.dueOn < today ? 'WOULD_BE_PAST' : null);
  if (because !== null) diff.untouched.push({ known, to, because });
  else if (to === null) diff.dropped.push(known);
  else diff.moved.push({ known, to });
}

/** A review is one a period, whoever hosts it. */
function identityOf({ duty, ownerId, bodyId, periodKey }: DutyName): string {
  return duty === 'REPORT' ? `${ownerId}/${bodyId}/${periodKey}` : `${ownerId}/${periodKey}`;
}

/** Same window, same due day, rolled over the same days off. */
function isSameDate(a: DutyDates, b: DutyDates): boolean {
  const passed = ({ derivation }: DutyDates): CivilDate[] => derivation.rolledBecause.map(({ date }) => date);
  return (
    a.windowStart === b.windowStart &&
    a.windowEnd === b.windowEnd &&
    a.dueRaw === b.dueRaw &&
    a.dueOn === b.dueOn &&
    isDeepStrictEqual(passed(a), passed(b))
  );
}

function isSameWay(a: KnownDuty, b: WantedDuty): boolean {
  return a.tier === b.tier && canonical(a.derivation) === canonical(b.derivation);
}

/** Those of the known that get another date or another way to it. */
export function onlyChanged(known: readonly KnownDuty[], wanted: readonly WantedDuty[]): KnownDuty[] {
  return known.filter((duty, i) => {
    const to = wanted[i];
    return to !== undefined && !(isSameDate(duty, to) && isSameWay(duty, to));
  });
}

export function joined(a: Diff, b: Diff): Diff {
  return {
    kept: [...a.kept, ...b.kept],
    refreshed: [...a.refreshed, ...b.refreshed],
    moved: [...a.moved, ...b.moved],
    added: [...a.added, ...b.added],
    dropped: [...a.dropped, ...b.dropped],
    untouched: [...a.untouched, ...b.untouched],
  };
}

export function countsOf({ kept, moved, added, dropped, untouched }: Diff): Counts {
  return {
    kept: kept.length,
    moved: moved.length,
    added: added.length,
    dropped: dropped.length,
    untouched: untouched.length,
  };
}

/** Names a preview: the change asked for, what it rests on, and all that would follow. */
export function tokenOf(change: object, seen: object, diff: Diff): string {
  const dates = ({ windowStart, windowEnd, dueOn, tier, derivation }: WantedDuty): unknown[] => [
    windowStart,
    windowEnd,
    dueOn,
    tier,
    derivation,
  ];
  const result = {
    kept: diff.kept.map(({ id }) => id).sort(),
    refreshed: sorted(diff.refreshed.map(({ known, to }) => [known.id, dates(to)])),
    moved: sorted(diff.moved.map(({ known, to }) => [known.id, known.version, dates(to)])),
    added: sorted(diff.added.map((to) => [identityOf(to), dates(to)])),
    dropped: sorted(diff.dropped.map(({ id, version }) => [id, version])),
    untouched: sorted(diff.untouched.map(({ known, because }) => [known.id, because])),
  };
  return createHash('sha256').update(canonical({ change, seen, result })).digest('base64url');
}

function sorted(rows: readonly unknown[][]): unknown[][] {
  return [...rows].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}

/** The same text for the same data, in whatever order its fields come. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
