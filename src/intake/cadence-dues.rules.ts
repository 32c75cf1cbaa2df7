import type { DueRule } from '../core/reporting-scheme.js';
import type { Frequency, Window } from '../core/schedule-rule.js';
import { isStrong, type FoundAct } from './act.rules.js';
import type { Stretch } from './cadence-context.rules.js';
import { dueRuleFor } from './due.rules.js';
import type { Due } from './due.shape.js';
import type { Target } from './quantity.rules.js';
import type { Interval } from './interval.rules.js';

/** An interval on its way to become a schedule. */
export interface Slot {
  interval: Interval;
  stretch: Stretch;
  act: FoundAct | null;
  due: Due | null;
  window: Window | null;
  target: Target | null;
  /** Why it may be wrong. */
  reasons: Reason[];
  /** Instead of the rule that follows from `due`. */
  rule?: DueRule;
}

export type Reason =
  | 'no-interval'
  | 'interval-vague'
  | 'interval-counted'
  | 'interval-from-date'
  | 'year-guessed'
  | 'act-unclear'
  | 'half-guessed'
  | 'wrap-up'
  | 'month-guessed'
  | 'from-other-sentence'
  | 'impossible-date';

const NO_INTERVAL: Omit<Interval, 'from' | 'to' | 'frequency'> = {
  n: null,
  included: null,
  milestones: null,
  how: 'STATED',
  suffix: true,
  count: null,
};

function goTogether({ date }: Due, { frequency }: Interval): boolean {
  switch (date.form) {
    case 'DATE':
      return ['HALF_YEARLY', 'YEARLY', 'NINE_MONTHS', 'UNSPECIFIED'].includes(frequency);
    case 'ONCE':
      return ['YEARLY', 'EVERY_N_YEARS', 'END_OF_TERM', 'UNSPECIFIED', 'HALF_YEARLY'].includes(frequency);
    case 'DAY':
      if (date.of === 'UNSAID') return ['MONTHLY', 'QUARTERLY', 'HALF_YEARLY'].includes(frequency);
      return ['MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'NINE_MONTHS', 'YEARLY'].includes(frequency);
    case 'WEEKDAY':
      return frequency === 'WEEKLY';
    case 'DAYS':
      return date.after === 'PERIOD';
  }
}

/** Gives each date to the interval it belongs to; what has none states its own, or goes to the sentence before. */
export function placeDues(slots: Slot[], dues: readonly Due[], before: readonly Slot[], stretch: Stretch): void {
  const stated = [...slots];
  const inOrder =
    dues.length > 1 &&
    dues.length === stated.length &&
    dues.every(
      (due, at) => due.from >= (stated.at(-1)?.interval.to ?? 0) && goTogether(due, (stated[at] as Slot).interval),
    );
  const left: Due[] = [];
  for (const [at, due] of dues.entries()) {
    const one = inOrder ? stated[at] : nearest(due, stated);
    if (one) one.due = due;
    else left.push(due);
  }
  for (const group of runsOf(left)) alone(group, slots, before, stretch);
}

function nearest(due: Due, slots: readonly Slot[]): Slot | undefined {
  const fit = slots.filter((slot) => slot.due === null && goTogether(due, slot.interval));
  const wanted = due.states === null ? fit : [...fit.filter((slot) => slot.interval.frequency === due.states), ...fit];
  return fit.findLast((slot) => slot.interval.to <= due.from) ?? wanted.find((slot) => slot.interval.from >= due.to);
}

/** Dates that one word introduces belong together: "trước ngày 15/6 và 15/12". */
function runsOf(dues: readonly Due[]): Due[][] {
  const runs: Due[][] = [];
  for (const due of dues) {
    const last = runs.at(-1)?.at(-1);
    if (last && due.from === last.to && due.date.form === 'DATE' && last.date.form === 'DATE') runs.at(-1)?.push(due);
    else runs.push([due]);
  }
  return runs;
}

function alone(dues: readonly Due[], slots: Slot[], before: readonly Slot[], stretch: Stretch): void {
  const [first] = dues;
  if (!first) return;
  const { date } = first;
  const slot = (frequency: Frequency, due: Due, extra: Partial<Slot> = {}): void => {
    const { from, to } = due;
    slots.push({
      interval: { ...NO_INTERVAL, frequency, from, to },
      stretch,
      act: null,
      due,
      window: null,
      target: null,
      reasons: [],
      ...extra,
    });
  };
  const busy = stretch.acts.some(isStrong) || stretch.acts.length > 0;
  if (date.form === 'DAYS') {
    if (date.after === 'EVENT' && busy) slot('ON_EVENT', first);
    return;
  }
  const carried = before.at(-1);
  if (
    slots.length === 0 &&
    carried?.due === null &&
    goTogether(first, carried.interval) &&
    carried.interval.frequency !== 'UNSPECIFIED'
  ) {
    carried.due = first;
    carried.reasons.push('from-other-sentence');
    return;
  }
  const spread = dues.length > 1 ? spreadOf(dues) : null;
  if (spread && (first.qualified || first.states === 'YEARLY')) {
    const existing = slots.find(
      ({ interval, due }) => due?.date.form === 'DATE' && interval.frequency === spread.frequency,
    );
    if (!existing) slot(spread.frequency, first, { rule: spread.rule });
    return;
  }
  if (!busy && before.length === 0) return;
  for (const due of dues) oneAlone(due, slot, tellsOnce(due, stretch));
}

/** A date of one year is a duty where something is to be sent or done by then, not where it dates a fact. */
function tellsOnce(due: Due, { text, from, acts }: Stretch): boolean {
  const before = text.slice(0, due.from - from);
  if (/(?<!\p{L})(?:tồn đọng|phát sinh|ban hành|ký|sinh|xảy ra|thành lập|có|diễn ra|đã[^,;]*) ?$/u.test(before))
    return false;
  return acts.some(isStrong) || acts.some((act) => act.to <= due.from && act.kind === 'DEADLINE');
}

function oneAlone(
  due: Due,
  slot: (frequency: Frequency, due: Due, extra?: Partial<Slot>) => void,
  busy: boolean,
): void {
  const { date, states, qualified } = due;
  switch (date.form) {
    case 'DATE':
      if (states === 'YEARLY' || (date.nextYear && qualified)) slot('YEARLY', due);
      else if (qualified) slot('YEARLY', due, { reasons: ['interval-from-date'] });
      return;
    case 'ONCE':
      if ((qualified || date.day === 'LAST') && busy) slot('ONCE', due);
      return;
    case 'WEEKDAY':
      if (states === 'WEEKLY') slot('WEEKLY', due);
      return;
    case 'DAY':
      if (states !== null) slot(states, due);
      else if (qualified && date.of === 'NEXT_MONTH') slot('MONTHLY', due, { reasons: ['interval-from-date'] });
      return;
    case 'DAYS':
      return;
  }
}

/** Two dates half a year apart, or four a quarter apart, are one date of each period. */
function spreadOf(dues: readonly Due[]): { frequency: Frequency; rule: DueRule } | null {
  const dates = dues.map(({ date }) => date);
  const months = dates.flatMap((date) => (date.form === 'DATE' ? [date.month] : []));
  const days = new Set(dates.map((date) => (date.form === 'DATE' ? date.day : 0)));
  const step = 12 / dates.length;
  if (months.length !== dates.length || days.size !== 1 || (step !== 6 && step !== 3)) return null;
  if (!months.every((month, at) => month === (at + 1) * step)) return null;
  const [due] = dues;
  const rule =
    due &&
    dueRuleFor(
      { ...due, date: { form: 'DAY', day: [...days][0] ?? 0, of: 'LAST_MONTH' } },
      step === 6 ? 'HALF_YEARLY' : 'QUARTERLY',
    );
  return rule ? { frequency: step === 6 ? 'HALF_YEARLY' : 'QUARTERLY', rule } : null;
}
