import { addDays, latest, type CivilDate } from '../core/civil-date.js';
import { plan, type Plan, type PlanFacts, type PlannedDuty } from '../core/planner.js';
import type { ReportingScheme } from '../core/reporting-scheme.js';
import type { WorkingCalendar } from '../core/working-calendar.js';
import { scheduleRuleOf, type CycleRule } from './cycle.rules.js';
import type { Review } from './review.entity.js';
import { refuseCycle } from './review.refusals.js';
import type { ReviewKind, ReviewState } from './review.words.js';

/** A review that the cycle has already. */
export interface KnownReview {
  id: string;
  periodKey: string;
  windowEnd: CivilDate;
  state: ReviewState;
  heldOn: CivilDate | null;
  /** Still to come and touched by nobody. */
  pristine: boolean;
}

/** A cycle with all that its dates follow from. */
export interface CycleFacts extends CycleRule {
  id: string;
  agreementId: string;
  commitmentId: string | null;
  kind: ReviewKind;
  hostId: string;
  hostValidTo: CivilDate | null;
  schemeId: string | null;
  inForceFrom: CivilDate | null;
  termEnd: CivilDate | null;
  followedSince: CivilDate | null;
  pauses?: PlanFacts['pauses'];
  plannedTo: CivilDate | null;
  nextPlanOn: CivilDate | null;
  /** Added or changed after the agreement had entered into force. */
  addedLater: boolean;
  reviews: KnownReview[];
}

export type NewReview = Pick<
  Review,
  | 'cycleId'
  | 'agreementId'
  | 'commitmentId'
  | 'kind'
  | 'hostId'
  | 'periodKey'
  | 'reportYear'
  | 'windowStart'
  | 'windowEnd'
  | 'dueRaw'
  | 'dueOn'
  | 'overdueFrom'
  | 'derivation'
  | 'state'
>;

export interface CyclePlan {
  reviews: NewReview[];
  /** Pristine reviews that the plan no longer holds. */
  obsolete: string[];
  plannedTo: CivilDate | null;
  nextPlanOn: CivilDate | null;
}

export interface PlanDesk {
  calendar: WorkingCalendar;
  schemes: ReadonlyMap<string, ReportingScheme>;
  today: CivilDate;
  horizonDays: number;
}

/** The reviews of a cycle up to the horizon; refuses what can give no date. */
export function planCycle(cycle: CycleFacts, desk: PlanDesk): CyclePlan {
  const { inForceFrom } = cycle;
  if (inForceFrom === null) throw refuseCycle('no-start');
  return cycle.countedFrom === 'LAST_HELD'
    ? planNext(cycle, inForceFrom, desk)
    : planSequence(cycle, inForceFrom, desk);
}

/** The fixed sequence, from where it was planned last. */
function planSequence(cycle: CycleFacts, inForceFrom: CivilDate, desk: PlanDesk): CyclePlan {
  const { plannedTo } = cycle;
  const wholeTerm = cycle.frequency === 'END_OF_TERM';
  const horizon = addDays(desk.today, desk.horizonDays);
  // An earlier day asked for again must not look behind what is planned already.
  const to = latest(horizon, plannedTo ?? horizon);
  // A longer term has the same first day, so the review at its end is looked for from there every time.
  const from = plannedTo === null || wholeTerm ? inForceFrom : addDays(plannedTo, 1);
  const { duties, nextWindowStart } = plan(factsOf(cycle, inForceFrom, desk), { from, to }, desk.calendar);
  const obsolete = wholeTerm ? movedEnds(cycle, duties) : [];
  const known = cycle.reviews.filter(({ id }) => !obsolete.includes(id));
  // When nothing follows, planning stops at the last window and not at the horizon: a longer term goes on from there.
  const reached = nextWindowStart === null ? (duties.at(-1)?.windowEnd ?? plannedTo) : to;
  return {
    reviews: duties.filter((duty) => !isThere(duty, known)).map((duty) => reviewOf(cycle, duty, known)),
    obsolete,
    plannedTo: reached,
    nextPlanOn: nightOf(nextWindowStart, desk),
  };
}

/** Counted from the last one held: one open review at a time, and none before the last one has its outcome (design §2). */
export function planNext(cycle: CycleFacts, inForceFrom: CivilDate, desk: PlanDesk): CyclePlan {
  const { plannedTo, reviews: known } = cycle;
  const nothing = { reviews: [], obsolete: [], plannedTo, nextPlanOn: null };
  if (known.some(({ state }) => state !== 'concluded' && state !== 'cancelled')) return nothing;
  const held = known.flatMap(({ heldOn }) => (heldOn === null ? [] : [heldOn])).sort();
  const facts = factsOf(cycle, inForceFrom, desk);
  const anchor = held.at(-1) ?? facts.rule.anchor;
  const { duties, nextWindowStart } = plan(
    { ...facts, rule: { ...facts.rule, anchor } },
    { from: inForceFrom, to: addDays(desk.today, desk.horizonDays) },
    desk.calendar,
  );
  const [next] = duties;
  if (!next) return { ...nothing, nextPlanOn: nightOf(nextWindowStart, desk) };
  return { ...nothing, reviews: [reviewOf(cycle, numbered(next, held.length + 1), known)], plannedTo: next.windowEnd };
}

export function factsOf(cycle: CycleFacts, inForceFrom: CivilDate, { schemes, today }: PlanDesk): PlanFacts {
  const followed = cycle.followedSince ?? inForceFrom;
  return {
    rule: scheduleRuleOf(cycle),
    scheme: cycle.schemeId === null ? null : (schemes.get(cycle.schemeId) ?? null),
    inForceFrom,
    termEnd: cycle.termEnd,
    pauses: cycle.pauses ?? [],
    // What is added to a running agreement invents no past review (design §3.6).
    followedSince: cycle.addedLater && cycle.plannedTo === null ? latest(followed, today) : followed,
  };
}

export function nightOf(nextWindowStart: Plan['nextWindowStart'], { horizonDays }: PlanDesk): CivilDate | null {
  return nextWindowStart === null ? null : addDays(nextWindowStart, -horizonDays);
}

function movedEnds({ reviews }: CycleFacts, duties: readonly PlannedDuty[]): string[] {
  const stays = (windowEnd: CivilDate): boolean => duties.some((duty) => duty.windowEnd === windowEnd);
  return reviews.filter(({ pristine, windowEnd }) => pristine && !stays(windowEnd)).map(({ id }) => id);
}

/** After a change of interval, what was kept stands for the new period that ends on the same day (design §3.6). */
function isThere({ windowEnd }: PlannedDuty, known: readonly KnownReview[]): boolean {
  return known.some((review) => review.windowEnd === windowEnd && review.state !== 'cancelled');
}

/** The n-th review of the cycle, though the first counted from its anchor. */
function numbered(duty: PlannedDuty, n: number): PlannedDuty {
  const periodKey = `N${String(n).padStart(3, '0')}`;
  const { derivation } = duty;
  return {
    ...duty,
    periodKey,
    ordinal: n,
    derivation: { ...derivation, ordinal: n, period: { ...derivation.period, key: periodKey } },
  };
}

export function reviewOf(cycle: CycleFacts, duty: PlannedDuty, known: readonly KnownReview[]): NewReview {
  const { windowStart, windowEnd, reportYear, dueRaw, dueOn, overdueFrom, derivation } = duty;
  const orphaned = cycle.hostValidTo !== null && cycle.hostValidTo < dueOn;
  return {
    cycleId: cycle.id,
    agreementId: cycle.agreementId,
    commitmentId: cycle.commitmentId,
    kind: cycle.kind,
    hostId: cycle.hostId,
    periodKey: keyOf(duty, known),
    reportYear,
    windowStart,
    windowEnd,
    dueRaw,
    dueOn,
    overdueFrom,
    derivation,
    state: orphaned ? 'suspended' : 'due',
  };
}

const COUNTED: readonly string[] = ['NTH', 'TERM', 'ONCE'];

/** A counted period is known by its number; after a new interval or a longer term the number names another period. */
export function keyOf({ periodKey, windowEnd, derivation }: PlannedDuty, known: readonly KnownReview[]): string {
  if (!COUNTED.includes(derivation.period.type)) return periodKey;
  const other = known.some((review) => review.periodKey === periodKey && review.windowEnd !== windowEnd);
  return other ? `${periodKey}-${windowEnd}` : periodKey;
}
