import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ifMatch } from '../api/client.js';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import type { Agreement } from './draft-queries.js';

/** The căn cứ at the head of the text go to the header, unless they are there. */
export function Bases({ agreement, texts }: { agreement: Agreement; texts: string[] }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const known = new Set(agreement.legalBases.map(({ text }) => text));
  const fresh = texts.filter((text) => !known.has(text));
  const take = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/v1/agreements/{id}', {
          params: { path: { id: agreement.id }, header: ifMatch(agreement.version) },
          body: { legalBases: [...agreement.legalBases, ...fresh.map((text) => ({ text }))] },
        }),
      ),
    onSuccess: async () => {
      tell(t('lifecycle.draft.basesTaken'));
      await client.invalidateQueries({ queryKey: ['agreements'] });
    },
  });
  if (fresh.length === 0) return null;
  return (
    <Group gap="xs">
      <Text size="sm">{t('lifecycle.draft.bases', { count: fresh.length })}</Text>
      <Button size="xs" variant="light" loading={take.isPending} onClick={() => take.mutate()}>
        {t('lifecycle.draft.takeBases')}
      </Button>
      <ProblemNote of={take.error} />
    </Group>
  );
}
