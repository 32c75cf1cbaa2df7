import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client.js';

export type Agreement = Schemas['AgreementAnswer'];

const at = (id: string) => ({ params: { path: { id } } });

export const agreementQuery = (id: string) =>
  queryOptions({
    queryKey: ['agreements', id],
    queryFn: () => answer(api.GET('/api/v1/agreements/{id}', at(id))),
  });

export const clausesQuery = (id: string) =>
  queryOptions({
    queryKey: ['clauses', id],
    queryFn: async () => (await answer(api.GET('/api/v1/agreements/{id}/clauses', at(id)))).items,
  });

export const commitmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['commitments', 'of', id],
    queryFn: async () => (await answer(api.GET('/api/v1/agreements/{id}/commitments', at(id)))).items,
  });

export const cyclesQuery = (id: string) =>
  queryOptions({
    queryKey: ['review-cycles', 'of', id],
    queryFn: async () => (await answer(api.GET('/api/v1/agreements/{id}/review-cycles', at(id)))).items,
  });

export const checksQuery = (id: string) =>
  queryOptions({
    queryKey: ['activation-checks', id],
    queryFn: () => answer(api.GET('/api/v1/agreements/{id}/activation-checks', at(id))),
    staleTime: 0,
  });

/** The parties that sign, each once. */
export function signing(agreement: Agreement): { bodyId: string; name: string }[] {
  return agreement.parties
    .filter(({ role, leftOn }) => role === 'PARTY' && leftOn === null)
    .map(({ bodyId, nameAsSigned }) => ({ bodyId, name: nameAsSigned }));
}

/** Before activation everything may still be changed. */
export const isDraft = ({ state, activatedOn }: Agreement): boolean =>
  activatedOn === null && (state === 'draft' || state === 'signed');
