import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './problem-note.js';

interface Props {
  of: { data: unknown; isError: boolean; error: unknown; refetch: () => Promise<unknown> };
  children: ReactNode;
}

/** A list read page by page: a skeleton before, the refusal beside what is there already. */
export function ListAnswered({ of, children }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" mt="md">
      {of.isError && <ProblemNote of={of.error} onRetry={() => void of.refetch()} />}
      {of.data === undefined
        ? !of.isError && (
            <Stack gap="sm" role="status" aria-label={t('ui.loading')}>
              {Array.from({ length: 6 }, (_, index) => (
                <Skeleton key={index} height={32} />
              ))}
            </Stack>
          )
        : children}
    </Stack>
  );
}
