import type { Schemas } from '../api/client.js';

export type Frequency = Schemas['Frequency'];
export type DueRule = Schemas['DueRuleField'];

/** When something comes round, as a schedule and a review cycle have it in common. */
export interface Interval {
  frequency: Frequency;
  n: number | null;
  included: number[] | null;
  milestones: number[] | null;
  anchorOn: string | null;
  window: Schemas['WindowField'];
  /** null = as the reporting scheme says. */
  due: DueRule | null;
  roll: Schemas['Roll'] | null;
}

export interface ScheduleTyped extends Interval {
  /** Due rules of the tiers that consolidate (2, 3 …). */
  laterDues: Schemas['TierDueField'][];
  reporters: { bodyId: string; tier: number }[];
  schemeId: string | null;
  startsOn: string | null;
  endsOn: string | null;
  textAsWritten: string;
  clauseId: string | null;
}

/** In the order in which an office meets them. */
export const FREQUENCY_ORDER: readonly Frequency[] = [
  'MONTHLY',
  'QUARTERLY',
  'HALF_YEARLY',
  'YEARLY',
  'NINE_MONTHS',
  'WEEKLY',
  'EVERY_N_MONTHS',
  'EVERY_N_YEARS',
  'ONCE',
  'END_OF_TERM',
  'ON_EVENT',
  'ON_REQUEST',
  'CONTINUOUS',
  'UNSPECIFIED',
];

const PERIODIC: ReadonlySet<Frequency> = new Set([
  'WEEKLY',
  'MONTHLY',
  'QUARTERLY',
  'HALF_YEARLY',
  'NINE_MONTHS',
  'YEARLY',
]);

/** Whether its periods are those of a calendar or a reporting scheme. */
export const isPeriodic = (frequency: Frequency): boolean => PERIODIC.has(frequency);
export const isByEvent = (frequency: Frequency): boolean => frequency === 'ON_EVENT' || frequency === 'ON_REQUEST';
export const isCounted = (frequency: Frequency): boolean =>
  frequency === 'EVERY_N_MONTHS' || frequency === 'EVERY_N_YEARS';
/** Whether dates follow from it; not so for events, requests, continuous work and what is not stated. */
export const hasDates = (frequency: Frequency): boolean =>
  !isByEvent(frequency) && frequency !== 'CONTINUOUS' && frequency !== 'UNSPECIFIED';

export function interval(frequency: Frequency, given: Partial<Interval> = {}): Interval {
  const counted = isCounted(frequency);
  const own: Interval = {
    frequency,
    n: counted ? (given.n ?? (frequency === 'EVERY_N_MONTHS' ? 3 : 5)) : null,
    included: null,
    milestones: null,
    anchorOn: null,
    window: { kind: counted ? 'ANCHOR' : 'SCHEME' },
    due: null,
    roll: null,
  };
  return { ...own, ...given, frequency };
}

/** What goes with the old frequency does not go along with a new one. */
export function withFrequency(before: Interval, frequency: Frequency): Interval {
  const fits = isPeriodic(before.frequency) && isPeriodic(frequency) && before.due?.anchor !== 'FIXED_DATE';
  return interval(frequency, fits ? { due: before.due, roll: before.roll } : { roll: before.roll });
}

const by = (day: number | 'LAST', qualifier: DueRule['qualifier'] = 'BY'): DueRule => ({
  qualifier,
  anchor: 'PERIOD_LAST_MONTH',
  day,
});

/** The cadences that agreements name most (domain §1.4), one press each. */
export const PRESETS = {
  monthly25: interval('MONTHLY', { due: by(25) }),
  quarterly20: interval('QUARTERLY', { due: by(20) }),
  halfYearly15: interval('HALF_YEARLY', { due: by(15, 'BEFORE') }),
  yearly15: interval('YEARLY', { due: { qualifier: 'BEFORE', anchor: 'FIXED_DATE', day: 15, month: 12 } }),
  onRequest: interval('ON_REQUEST'),
  unspecified: interval('UNSPECIFIED'),
} as const;

export function newSchedule(given: Partial<ScheduleTyped> = {}): ScheduleTyped {
  return {
    ...interval('UNSPECIFIED'),
    laterDues: [],
    reporters: [],
    schemeId: null,
    startsOn: null,
    endsOn: null,
    textAsWritten: '',
    clauseId: null,
    ...given,
  };
}

export function intervalOf(answer: Omit<Schemas['ReviewCycleAnswer'], 'kind'> | Interval): Interval {
  const { frequency, n, included, milestones, anchorOn, window, due, roll } = answer;
  return { frequency, n, included, milestones, anchorOn, window, due, roll };
}

/** What is typed, from what the register holds. */
export function typedSchedule(answer: Schemas['ScheduleAnswer']): ScheduleTyped {
  const { frequency, n, included, milestones, anchorOn, window, dues, roll } = answer;
  const due = dues.find(({ tier }) => tier === 1)?.rule ?? null;
  return {
    ...{ frequency, n, included, milestones, anchorOn, window, due, roll },
    laterDues: dues.filter(({ tier }) => tier > 1),
    reporters: answer.reporters.map(({ bodyId, tier }) => ({ bodyId, tier })),
    ...{ schemeId: answer.schemeId, startsOn: answer.startsOn, endsOn: answer.endsOn },
    ...{ textAsWritten: answer.textAsWritten ?? '', clauseId: answer.clauseId },
  };
}

/** As the register takes it. */
export function sentSchedule({ due, laterDues, textAsWritten, ...rest }: ScheduleTyped): Schemas['NewSchedule'] {
  const first = due === null && laterDues.length === 0 ? [] : [{ tier: 1, rule: due }];
  return { ...rest, dues: [...first, ...laterDues], textAsWritten: textAsWritten.trim() || null };
}
