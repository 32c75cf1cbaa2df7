import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { useMay } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Empty } from '../ui/empty.js';
import { useFormats } from '../ui/format.js';
import { Page } from '../ui/page.js';
import { TextLink } from '../ui/text-link.js';
import { SweepDetails, SweepState, secondsOf } from './sweep-details.js';
import { SweepRun } from './sweep-run.js';
import { changesIn, type Sweep } from './sweep-words.js';

const route = getRouteApi('/inside/ra-soat');
/** While one runs, the list is asked for again this often, ms. */
const AGAIN = 3000;

/** What the nights did, and a sweep by hand. */
export default function SweepsPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayRun = useMay('sweeps.run');
  const opened = [route.useSearch()['lan']].flat()[0] ?? null;
  const open = (lan: string | undefined): void => {
    void navigate({ to: '/ra-soat', search: { lan }, resetScroll: false });
  };
  const pages = useInfiniteQuery({
    queryKey: ['sweeps'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/sweeps', {
          params: { query: { limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages: all }) => all.flatMap(({ items }) => items),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((run) => run.state === 'running')) === true ? AGAIN : false,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const columns = useColumns();
  return (
    <Page title={t('app.sweeps')} actions={mayRun && <SweepRun onRun={open} />}>
      <Text c="dimmed">{t('sweep.why')}</Text>
      <Answered of={pages} rows={8}>
        {(runs) =>
          runs.length === 0 ? (
            <Empty title={t('sweep.empty')} />
          ) : (
            <DataTable
              label={t('sweep.table')}
              rows={runs}
              columns={columns}
              keyOf={({ id }) => id}
              onEnd={more}
              isLoadingMore={isFetchingNextPage}
            />
          )
        }
      </Answered>
      <SweepDetails
        id={opened}
        onClose={() => {
          open(undefined);
        }}
      />
    </Page>
  );
}

function useColumns(): Column<Sweep>[] {
  const { t } = useTranslation();
  const { civil, count, instant } = useFormats();
  return [
    {
      id: 'asOf',
      header: t('sweep.asOf'),
      cell: ({ row: { original: run } }) => (
        <TextLink to="/ra-soat" search={{ lan: run.id }} resetScroll={false}>
          {civil(run.asOf)}
        </TextLink>
      ),
    },
    { id: 'state', header: t('sweep.state'), cell: ({ row }) => <SweepState state={row.original.state} /> },
    { id: 'changed', header: t('sweep.changed'), cell: ({ row }) => count(changesIn(row.original)) },
    { id: 'failures', header: t('sweep.failures'), cell: ({ row }) => count(row.original.failures.length) },
    {
      id: 'startedBy',
      header: t('sweep.startedBy'),
      cell: ({ row }) => `${row.original.startedBy} (${t(`sweep.triggers.${row.original.trigger}`)})`,
    },
    { id: 'startedAt', header: t('sweep.startedAt'), cell: ({ row }) => instant(row.original.startedAt) },
    {
      id: 'duration',
      header: t('sweep.duration'),
      cell: ({ row }) => {
        const seconds = secondsOf(row.original);
        return seconds === null ? '–' : t('sweep.seconds', { number: count(seconds) });
      },
    },
  ];
}
