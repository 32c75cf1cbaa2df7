import { Button, Group } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { useFormats } from '../ui/format.js';
import type { STANDINGS, ReportsSearch } from './reports.search.js';

interface Props {
  search: ReportsSearch;
  set: (change: Partial<Record<keyof ReportsSearch, unknown>>) => void;
}

/** One press for what is asked most, with how many there are. */
export function QuickFilters({ search, set }: Props): ReactNode {
  const { t } = useTranslation();
  const { count } = useFormats();
  const { bodyId, agreementId, commitmentId, from, to } = search;
  const query = Object.fromEntries(
    Object.entries({ bodyId, agreementId, commitmentId, from, to }).filter(([, value]) => value !== undefined),
  );
  const counts = useQuery({
    queryKey: ['occurrences', 'counts', query],
    queryFn: () => answer(api.GET('/api/v1/occurrences/counts', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  const told = new Map((counts.data?.items ?? []).map((row) => [row.standing, row]));
  const number = (standing: (typeof STANDINGS)[number]): string => {
    const row = told.get(standing);
    if (row === undefined) return '';
    return ` ${row.capped ? t('reports.list.more', { n: count(row.count) }) : count(row.count)}`;
  };
  const isOnly = (standing: string): boolean =>
    search.standing?.length === 1 && search.standing[0] === standing && search.state === undefined;
  const chip = (isOn: boolean, label: string, change: Parameters<Props['set']>[0]): ReactNode => (
    <Button
      key={label}
      size="xs"
      radius="xl"
      variant={isOn ? 'filled' : 'default'}
      aria-pressed={isOn}
      onClick={() => set({ standing: undefined, state: undefined, ...change })}
    >
      {label}
    </Button>
  );
  return (
    <Group gap="xs" className="no-print" role="group" aria-label={t('reports.list.quick')}>
      {chip(search.standing === undefined && search.state === undefined, t('reports.list.everything'), {})}
      {(['overdue', 'due_today', 'due_soon', 'returned', 'in_term'] as const).map((standing) =>
        chip(isOnly(standing), `${t(`commitments.standing.${standing}`)}${number(standing)}`, { standing: [standing] }),
      )}
      {chip(search.state?.length === 1 && search.state[0] === 'filed', t('reports.list.toReview'), {
        state: ['filed'],
      })}
    </Group>
  );
}
