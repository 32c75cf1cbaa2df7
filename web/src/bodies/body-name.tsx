import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answer, api } from '../api/client.js';
import { useFormats } from '../ui/format.js';

/** What a body is called today, where only its id is known. */
export function BodyName({ id }: { id: string }): ReactNode {
  const { say } = useFormats();
  const body = useQuery({
    queryKey: ['bodies', id],
    queryFn: () => answer(api.GET('/api/v1/bodies/{id}', { params: { path: { id }, query: {} } })),
  });
  return body.data === undefined ? '…' : say(body.data.nameVi, body.data.nameEn ?? body.data.nameVi);
}
