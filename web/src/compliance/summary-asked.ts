import type { Schemas } from '../api/client.js';
import { today } from '../ui/today.js';

export type Grouping = Schemas['SummaryGrouping'];
export type Figure = Schemas['SummaryFigure'];
export type Duty = Schemas['Duty'];
export type SpanName = keyof typeof SPANS | 'chosen';
type Search = Record<string, string | string[] | undefined>;

export const GROUPINGS = ['body', 'agreement', 'kind', 'period'] as const satisfies readonly Grouping[];
export const DUTIES = ['REPORT', 'REVIEW', 'FOLLOW_UP'] as const satisfies readonly Duty[];
export const BOXES = ['doneOnTime', 'doneLate', 'inTerm', 'overdue'] as const satisfies readonly Figure[];
const FIGURES: readonly Figure[] = [...BOXES, 'suspended', 'waived', 'dueToday', 'total', 'doneOnTimeOriginal'];
export const KINDS = [
  ...['CONTINUOUS', 'ACTIVITY', 'REPORT', 'INFO_EXCHANGE', 'MEETING', 'INTERIM_REVIEW', 'FINAL_REVIEW'],
  ...['INSPECTION', 'PLAN', 'TRAINING', 'MODEL', 'COMMENDATION', 'DEADLINE'],
] as Exclude<Schemas['DutyKind'], 'FOLLOW_UP'>[];

interface Span {
  from?: string;
  to?: string;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
const two = (number: number): string => String(number).padStart(2, '0');
const lastDay = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** Whole months of the year of `day`: the group of `size` months in which it lies. */
function monthsAround(day: string, size: number): Span {
  const year = yearOf(day);
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / size) * size + 1;
  return { from: `${year}-${two(first)}-01`, to: lastDay(year, first + size - 1) };
}

/** Spans by name, of the day that the summary speaks of. */
export const SPANS = {
  year: (day: string): Span => monthsAround(day, 12),
  quarter: (day: string): Span => monthsAround(day, 3),
  half: (day: string): Span => monthsAround(day, 6),
  lastYear: (day: string): Span => ({ from: `${yearOf(day) - 1}-01-01`, to: `${yearOf(day) - 1}-12-31` }),
  all: (): Span => ({}),
};

/** What the address asks for. */
export interface Asked extends Span {
  by: Grouping;
  span: SpanName;
  bodyId: string | null;
  agreementId: string | null;
  kind: Schemas['DutyKind'] | null;
  duty: Duty[];
  asOf: string;
  sense: Schemas['Sense'];
  isOriginal: boolean;
  withAverages: boolean;
  /** The figure that is open, and the key of its row (null: the totals). */
  open: Figure | null;
  key: string | null;
}

const CIVIL = /^\d{4}-\d{2}-\d{2}$/;
const one = (value: string | string[] | undefined): string | null => [value].flat()[0] ?? null;

/** Names in the address; all but `by` are left out when they say what is usual. */
export const NAMES = {
  by: 'theo',
  span: 'ky',
  from: 'tu',
  to: 'den',
  bodyId: 'co-quan',
  agreementId: 'van-ban',
  kind: 'loai',
  duty: 'viec',
  asOf: 'ngay',
  sense: 'biet',
  clock: 'han',
  averages: 'so-ngay',
  open: 'o',
  key: 'dong',
} as const;

/** What stands in the address, with the usual for what is missing or unknown. */
export function askedFor(search: Search): Asked {
  const text = (name: keyof typeof NAMES): string | null => one(search[NAMES[name]]);
  const among = <T extends string>(name: keyof typeof NAMES, all: readonly T[]): T | null =>
    all.find((word) => word === text(name)) ?? null;
  const day = (name: keyof typeof NAMES): string | null => {
    const value = text(name);
    return value !== null && CIVIL.test(value) ? value : null;
  };
  const now = today();
  const past = day('asOf');
  const asOf = past !== null && past < now ? past : now;
  const span = among('span', [...(Object.keys(SPANS) as (keyof typeof SPANS)[]), 'chosen' as const]) ?? 'year';
  const from = day('from');
  const to = day('to');
  const chosen = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  const duties = DUTIES.filter((duty) => [search[NAMES.duty]].flat().includes(duty));
  return {
    by: among('by', GROUPINGS) ?? 'body',
    span,
    ...(span === 'chosen' ? chosen : SPANS[span](asOf)),
    bodyId: text('bodyId'),
    agreementId: text('agreementId'),
    kind: among('kind', KINDS),
    duty: duties.length > 0 ? duties : ['REPORT'],
    asOf,
    sense: text('sense') === 'luc-do' && asOf < now ? 'THEN' : 'NOW',
    isOriginal: text('clock') === 'ban-dau',
    withAverages: text('averages') === 'co',
    open: among('open', FIGURES),
    key: text('key'),
  };
}

/** The same as the register is asked. */
export function queryOf({ by, from, to, bodyId, agreementId, kind, duty, asOf, sense }: Asked) {
  return {
    by,
    duty,
    asOf,
    sense,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(bodyId === null ? {} : { bodyId }),
    ...(agreementId === null ? {} : { agreementId }),
    ...(kind === null ? {} : { kind }),
  };
}
