import { getRouteApi } from '@tanstack/react-router';
import type { Schemas } from '../api/client.js';

type Standing = Schemas['OccurrenceRow']['standing'];
type State = Schemas['OccurrenceRow']['state'];

export const STANDINGS: readonly Standing[] = [
  ...(['overdue', 'due_today', 'due_soon', 'returned', 'in_term', 'not_started'] as const),
  ...(['done_on_time', 'done_late', 'suspended', 'waived'] as const),
];
const STATES: readonly State[] = ['due', 'filed', 'returned', 'accepted', 'suspended', 'waived'];

/** What the address of the list asks for; the words are those of the API. */
export interface ReportsSearch {
  bodyId?: string;
  agreementId?: string;
  commitmentId?: string;
  standing?: Standing[];
  state?: State[];
  from?: string;
  to?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Raw = Record<string, string | string[] | undefined>;

function one(raw: Raw, name: string, shape: RegExp): Record<string, string> {
  const value = raw[name];
  return typeof value === 'string' && shape.test(value) ? { [name]: value } : {};
}

function many<T extends string>(raw: Raw, name: string, known: readonly T[]): Record<string, T[]> {
  const asked = [raw[name] ?? []].flat();
  const found = known.filter((word) => asked.includes(word));
  return found.length > 0 ? { [name]: found } : {};
}

/** What is not understood is left out. */
export function readReports(raw: Raw): ReportsSearch {
  return {
    ...one(raw, 'bodyId', UUID),
    ...one(raw, 'agreementId', UUID),
    ...one(raw, 'commitmentId', UUID),
    ...many(raw, 'standing', STANDINGS),
    ...many(raw, 'state', STATES),
    ...one(raw, 'from', DAY),
    ...one(raw, 'to', DAY),
  };
}

const route = getRouteApi('/inside/bao-cao');

/** The filters in the address, and a way to change them. */
export function useReportsSearch(): [ReportsSearch, (change: Partial<Record<keyof ReportsSearch, unknown>>) => void] {
  const search = readReports(route.useSearch());
  const navigate = route.useNavigate();
  const set = (change: object): void => {
    const next = Object.entries<unknown>({ ...search, ...change }).filter(
      ([, value]) => value !== null && value !== undefined,
    );
    void navigate({ search: Object.fromEntries(next) as never, replace: true });
  };
  return [search, set];
}

/** The address of the same list as CSV. */
export function exportAddress(search: ReportsSearch): string {
  const pairs = Object.entries(search).flatMap(([name, value]) =>
    [value as string | string[]].flat().map((word) => [name, word]),
  );
  const words = new URLSearchParams(pairs).toString();
  return `/api/v1/occurrences/export${words === '' ? '' : `?${words}`}`;
}
