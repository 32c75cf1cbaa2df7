import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './problem-note.js';

interface Props<T> {
  of: UseQueryResult<T>;
  /** Rows of the skeleton while it loads: about the height of what comes. */
  rows?: number;
  children: (data: T) => ReactNode;
}

/** What a query answered: a skeleton before, the refusal with a way to try again, or the children. Old data stay while new ones load. */
export function Answered<T>({ of, rows = 4, children }: Props<T>): ReactNode {
  const { t } = useTranslation();
  if (of.data !== undefined) return children(of.data);
  if (of.isError) return <ProblemNote of={of.error} onRetry={() => void of.refetch()} />;
  return (
    <Stack gap="sm" role="status" aria-label={t('ui.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={28} />
      ))}
    </Stack>
  );
}
