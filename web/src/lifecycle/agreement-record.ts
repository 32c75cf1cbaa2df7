import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { answer, api, type Schemas } from '../api/client.js';

export type Agreement = Schemas['AgreementAnswer'];
export type Clause = Schemas['ClauseAnswer'];
export type Commitment = Schemas['CommitmentAnswer'];
export type DueReport = Schemas['OccurrenceRow'];
export type DueReview = Schemas['ReviewRow'];

export const TABS = {
  'tong-quan': 'overview',
  'dieu-khoan': 'clauses',
  'thoi-gian': 'time',
  'tai-lieu': 'documents',
  'sua-doi': 'amendments',
  'lich-su': 'history',
} as const;
export type Tab = keyof typeof TABS;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

interface Place {
  tab: Tab;
  /** The text as of this day; null = today. */
  on: string | null;
  /** The day it is compared with. */
  against: string | null;
  /** The clause or commitment that a link leads to. */
  clause: string | null;
  commitment: string | null;
  /** Year of the timeline. */
  year: number | null;
}

type Names = Partial<Record<'muc' | 'ngay' | 'soVoi' | 'dieu' | 'camKet' | 'nam', string | undefined>>;

/** Where on the page one is, from the address, and how to go elsewhere on it. */
export function usePlace(id: string): Place & { go: (change: Names, replace?: boolean) => void } {
  const search: Record<string, string | string[] | undefined> = useSearch({ strict: false });
  const navigate = useNavigate();
  const one = (name: keyof Names): string | null => [search[name] ?? []].flat()[0] ?? null;
  const day = (name: keyof Names): string | null => {
    const value = one(name);
    return value !== null && DAY.test(value) ? value : null;
  };
  const tab = one('muc') ?? '';
  const year = Number(one('nam'));
  const clause = one('dieu');
  const commitment = one('camKet');
  const first: Tab = clause !== null || commitment !== null ? 'dieu-khoan' : 'tong-quan';
  return {
    tab: tab in TABS ? (tab as Tab) : first,
    on: day('ngay'),
    against: day('soVoi'),
    clause,
    commitment,
    year: year > 1900 && year < 2200 ? year : null,
    go: (change, replace = false) =>
      void navigate({
        to: '/van-ban/$id',
        params: { id },
        search: { ...search, ...change },
        replace,
        resetScroll: false,
      }),
  };
}

export function useAgreement(id: string) {
  return useQuery({
    queryKey: ['agreements', id],
    queryFn: () => answer(api.GET('/api/v1/agreements/{id}', { params: { path: { id } } })),
  });
}

export function useClauses(id: string, on: string | null) {
  return useQuery({
    queryKey: ['agreements', id, 'clauses', on],
    queryFn: async () => {
      const query = on === null ? {} : { on };
      return (await answer(api.GET('/api/v1/agreements/{id}/clauses', { params: { path: { id }, query } }))).items;
    },
  });
}

export function useCommitments(id: string, on: string | null) {
  return useQuery({
    queryKey: ['agreements', id, 'commitments', on],
    queryFn: async () => {
      const query = on === null ? {} : { on };
      return (await answer(api.GET('/api/v1/agreements/{id}/commitments', { params: { path: { id }, query } }))).items;
    },
  });
}

/** Page after page to the last: a picture of part of the year would be a wrong one. */
async function all<T>(
  fetchPage: (cursor: string | null) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: T[]; next: string | null } = await fetchPage(cursor);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

/** Due reports of the agreement with a due day in the span. */
export function useReports(id: string, span: { from?: string; to?: string }) {
  return useQuery({
    queryKey: ['occurrences', 'agreement', id, span],
    queryFn: () =>
      all<DueReport>((cursor) => {
        const query = { agreementId: id, limit: 200, ...span, ...(cursor === null ? {} : { cursor }) };
        return answer(api.GET('/api/v1/occurrences', { params: { query } }));
      }),
  });
}

export function useReviews(id: string, span: { from?: string; to?: string }) {
  return useQuery({
    queryKey: ['reviews', 'agreement', id, span],
    queryFn: () =>
      all<DueReview>((cursor) => {
        const query = { agreementId: id, limit: 200, ...span, ...(cursor === null ? {} : { cursor }) };
        return answer(api.GET('/api/v1/reviews', { params: { query } }));
      }),
  });
}

/** After a deed on the agreement everything that hangs on it is asked for anew. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const nouns = ['agreements', 'occurrences', 'reviews', 'desk', 'history', 'successions'];
    await Promise.all(nouns.map((noun) => client.invalidateQueries({ queryKey: [noun] })));
  };
}
