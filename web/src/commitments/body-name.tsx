import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answer, api } from '../api/client.js';
import { useFormats } from '../ui/format.js';

export const bodyQuery = (id: string) =>
  queryOptions({
    queryKey: ['bodies', id],
    queryFn: () => answer(api.GET('/api/v1/bodies/{id}', { params: { path: { id }, query: {} } })),
    staleTime: 5 * 60_000,
  });

/** The name of a body by its id. */
export function BodyName({ id }: { id: string }): ReactNode {
  const { say } = useFormats();
  const { data } = useQuery(bodyQuery(id));
  return data === undefined ? '…' : say(data.nameVi, data.nameEn ?? data.nameVi);
}
