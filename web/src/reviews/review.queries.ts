import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client.js';

export type Review = Schemas['ReviewAnswer'];
export type ReviewRow = Schemas['ReviewRow'];
export type FollowUp = Schemas['FollowUpAnswer'];
export type ReviewKind = ReviewRow['kind'];
export type Decision = NonNullable<ReviewRow['decision']>;
export type Clause = Schemas['ClauseAnswer'];
export type Commitment = Schemas['CommitmentAnswer'];
export type Agreement = Schemas['AgreementAnswer'];
export type CommitmentStandings = Schemas['CommitmentStandings'];

export interface ReviewFilter {
  agreementId?: string;
  bodyId?: string;
  kind?: ReviewKind;
  standing?: ReviewRow['standing'][];
  from?: string;
  to?: string;
}

export const reviewsQuery = (filter: ReviewFilter) =>
  infiniteQueryOptions({
    queryKey: ['reviews', 'list', filter],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/reviews', {
          params: { query: { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export interface FollowUpFilter {
  ownerId?: string;
  agreementId?: string;
  standing?: FollowUp['standing'][];
  from?: string;
  to?: string;
}

export const followUpsQuery = (filter: FollowUpFilter) =>
  infiniteQueryOptions({
    queryKey: ['follow-ups', 'list', filter],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/follow-ups', {
          params: { query: { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['reviews', id],
    queryFn: () => answer(api.GET('/api/v1/reviews/{id}', { params: { path: { id } } })),
  });

export const agreementQuery = (id: string) =>
  queryOptions({
    queryKey: ['agreements', id],
    queryFn: () => answer(api.GET('/api/v1/agreements/{id}', { params: { path: { id } } })),
  });

/** The text as it stood on a day. */
export const clausesQuery = (id: string, on: string) =>
  queryOptions({
    queryKey: ['agreements', id, 'clauses', on],
    queryFn: async () =>
      (await answer(api.GET('/api/v1/agreements/{id}/clauses', { params: { path: { id }, query: { on } } }))).items,
  });

export const commitmentsQuery = (id: string, on: string) =>
  queryOptions({
    queryKey: ['agreements', id, 'commitments', on],
    queryFn: async () =>
      (await answer(api.GET('/api/v1/agreements/{id}/commitments', { params: { path: { id }, query: { on } } }))).items,
  });

/** How the reports of each commitment stand whose last day lies in a span. */
export const spanQuery = (id: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['occurrences', 'span', id, from, to],
    queryFn: async () =>
      (await answer(api.GET('/api/v1/agreements/{id}/standings', { params: { path: { id }, query: { from, to } } })))
        .items,
  });

/** After a write: whatever a review, its outcome or its follow-ups touch. */
export function useReviewChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const touched = ['reviews', 'follow-ups', 'agreements', 'occurrences', 'desk', 'summary', 'due-days'];
    await Promise.all(touched.map((name) => client.invalidateQueries({ queryKey: [name] })));
  };
}

/** Under which the record of a meeting is kept while it is typed; mending keeps apart from holding. */
export const meetingKey = (review: Review): string =>
  `${review.state === 'held' ? 'meeting-mend' : 'meeting'}.${review.id}`;
