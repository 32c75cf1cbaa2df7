import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client.js';

export type Awaiting = Schemas['AwaitingAnswer'];
export type SuccessionAnswer = Schemas['SuccessionAnswer'];
export type SuccessionDecision = Schemas['SuccessionDecisionAnswer'];
export type SuccessionKind = SuccessionDecision['decision'];

export interface Place {
  bodyId?: string;
  agreementId?: string;
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The words in the address that the page of successions understands. */
export function readPlace(raw: Record<string, string | string[] | undefined>): Place {
  const { bodyId, agreementId } = raw;
  return {
    ...(typeof bodyId === 'string' && ID.test(bodyId) ? { bodyId } : {}),
    ...(typeof agreementId === 'string' && ID.test(agreementId) ? { agreementId } : {}),
  };
}

/** Those that wait, or those about which the decision was put off. */
export const successionsQuery = (place: Place, putOff: boolean) =>
  infiniteQueryOptions({
    queryKey: ['successions', putOff ? 'put-off' : 'waiting', place],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/successions', {
          params: { query: { ...place, putOff, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const decisionsQuery = (agreementId: string) =>
  queryOptions({
    queryKey: ['successions', 'decided', agreementId],
    queryFn: async () =>
      (await answer(api.GET('/api/v1/agreements/{id}/successions', { params: { path: { id: agreementId } } }))).items,
  });

/** After a decision: duties have moved, an agreement may be over. */
export function useSuccessionChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const touched = [
      'successions',
      'agreements',
      'occurrences',
      'reviews',
      'desk',
      'summary',
      'due-days',
      'commitments',
    ];
    await Promise.all(touched.map((name) => client.invalidateQueries({ queryKey: [name] })));
  };
}
