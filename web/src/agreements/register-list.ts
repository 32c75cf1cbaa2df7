import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api, type Schemas } from '../api/client.js';
import { ORDERS, type AgreementRow, type Asked } from './register-search.js';

/** Rows a page: few requests while scrolling, each still answered at once. */
const PAGE = 100;

type Query = Pick<Asked, 'kind' | 'bodyId' | 'signedFrom' | 'signedTo' | 'termToBy'> & { q: string | null };

/** Only what is asked for. */
function filtersOf(asked: Asked): { [K in keyof Query]?: NonNullable<Query[K]> } & { state?: Asked['state'] } {
  const { kind, bodyId, signedFrom, signedTo, termToBy } = asked;
  const given = { q: asked.q.trim() || null, kind, bodyId, signedFrom, signedTo, termToBy };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)),
    ...(asked.state.length > 0 ? { state: asked.state } : {}),
  };
}

/** The register in the order asked for, page after page as one scrolls. */
export function useRegister(asked: Asked) {
  const [, sort, order] = ORDERS[asked.order];
  const pages = useInfiniteQuery({
    queryKey: ['agreements', 'list', asked],
    queryFn: ({ pageParam }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      return answer(
        api.GET('/api/v1/agreements', {
          params: { query: { ...filtersOf(asked), sort, order, limit: PAGE, ...cursor } },
        }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo<AgreementRow[]>(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data]);
  return { pages, rows };
}

/** How many fit, in all and by state. */
export function useCounts(asked: Asked) {
  return useQuery({
    queryKey: ['agreements', 'counts', filtersOf(asked)],
    queryFn: (): Promise<Schemas['AgreementCounts']> =>
      answer(api.GET('/api/v1/agreements/counts', { params: { query: filtersOf(asked) } })),
    placeholderData: keepPreviousData,
  });
}
