import { addDays, latest } from '../core/civil-date.js';
import { plan } from '../core/planner.js';
import {
  factsOf,
  keyOf,
  nightOf,
  planNext,
  reviewOf,
  type CycleFacts,
  type CyclePlan,
  type KnownReview,
  type NewReview,
  type PlanDesk,
} from './cycle-plan.rules.js';

interface CycleReplan extends Omit<CyclePlan, 'obsolete'> {
  /** The reviews that the plan accounts for; others were kept over an older interval and stay out of it. */
  accounted: string[];
}

/**
 * What a cycle asks for after its scheme has changed, each review under the key it has. Old and new are paired by the
 * period of the plan, for a kept review may carry an older key (design §3.6).
 */
export function replanCycle(cycle: CycleFacts, before: PlanDesk, after: PlanDesk): CycleReplan {
  if (cycle.inForceFrom === null) return unchanged(cycle);
  return cycle.countedFrom === 'LAST_HELD'
    ? replanNext(cycle, cycle.inForceFrom, after)
    : replanAll(cycle, before, after);
}

function unchanged({ plannedTo, nextPlanOn }: CycleFacts): CycleReplan {
  return { reviews: [], accounted: [], plannedTo, nextPlanOn };
}

/** One review is open at a time; the same one is planned again. */
function replanNext(cycle: CycleFacts, inForceFrom: string, desk: PlanDesk): CycleReplan {
  const open = cycle.reviews.find(({ pristine }) => pristine);
  if (!open) return unchanged(cycle);
  const others = cycle.reviews.filter((review) => review !== open);
  const { reviews, plannedTo, nextPlanOn } = planNext({ ...cycle, reviews: others }, inForceFrom, desk);
  const again = reviews.map((review) => ({ ...review, periodKey: open.periodKey }));
  return { reviews: again, accounted: [open.id], plannedTo, nextPlanOn };
}

function replanAll(cycle: CycleFacts, before: PlanDesk, after: PlanDesk): CycleReplan {
  const { plannedTo, reviews: known } = cycle;
  const from = cycle.inForceFrom ?? after.today;
  const horizon = addDays(after.today, after.horizonDays);
  const span = { from, to: latest(horizon, plannedTo ?? horizon) };
  const old = plan(factsOf(cycle, from, before), span, before.calendar).duties;
  const { duties, nextWindowStart } = plan(factsOf(cycle, from, after), span, after.calendar);
  const periodOf = (review: KnownReview): string | undefined =>
    old.find(({ windowEnd }) => windowEnd === review.windowEnd)?.periodKey;
  const standing = known.filter((review) => review.state !== 'cancelled' && periodOf(review) !== undefined);
  const wanted = duties.flatMap((duty): NewReview[] => {
    const review = standing.find((candidate) => periodOf(candidate) === duty.periodKey);
    if (review) return [{ ...reviewOf(cycle, duty, known), periodKey: review.periodKey }];
    // A period that the old plan had too, and whose review is not there, was taken away by somebody.
    const lost = old.some(({ periodKey }) => periodKey === duty.periodKey);
    return lost ? [] : [{ ...reviewOf(cycle, duty, known), periodKey: keyOf(duty, known) }];
  });
  return {
    reviews: wanted,
    accounted: standing.map(({ id }) => id),
    plannedTo: nextWindowStart === null ? (duties.at(-1)?.windowEnd ?? plannedTo) : span.to,
    nextPlanOn: nightOf(nextWindowStart, after),
  };
}
