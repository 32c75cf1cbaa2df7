import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { sessionQuery, setExpired } from '../api/session.js';
import { Problem } from '../api/problem.js';

/** Asked once more when the line was down; a refusal stays one. */
const shouldRetry = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof Problem && (error.status === 0 || error.status === 503);

/** Only while a page is open does a lost session ask to sign in again there; else the door does. */
function noticeExpiry(error: unknown): void {
  const isKnown = queries.getQueryData(sessionQuery.queryKey) != null;
  if (isKnown && error instanceof Problem && error.isExpired) setExpired(true);
}

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeExpiry }),
  mutationCache: new MutationCache({ onError: noticeExpiry }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: shouldRetry, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
