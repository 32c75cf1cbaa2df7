import { Anchor, Button, Collapse, Stack, Text } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { IconDownload, IconFilter } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, lazy, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { StandingBadge } from '../commitments/standing-badge.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Empty } from '../ui/empty.js';
import { Answered } from '../ui/answered.js';
import { useFormats } from '../ui/format.js';
import { Page } from '../ui/page.js';
import { QuickFilters } from './quick-filters.js';
import { exportAddress, useReportsSearch } from './reports.search.js';

const ReportsFilters = lazy(() => import('./reports-filters.js'));

type Row = Schemas['OccurrenceRow'];

const PAGE = 50;

/** Every due report in sight, the earliest due first; the filters are in the address. */
export default function ReportsPage(): ReactNode {
  const { t } = useTranslation();
  const [search, set] = useReportsSearch();
  const columns = useColumns();
  const isFiltered = Object.keys(search).length > 0;
  const [isOpen, { toggle }] = useDisclosure(false);
  const filtersId = useId();
  const reports = useInfiniteQuery({
    queryKey: ['occurrences', 'list', search],
    queryFn: ({ pageParam }) => {
      const cursor = pageParam === '' ? {} : { cursor: pageParam };
      return answer(api.GET('/api/v1/occurrences', { params: { query: { ...search, limit: PAGE, ...cursor } } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, isFetching, fetchNextPage } = reports;
  return (
    <Page
      title={t('app.reports')}
      actions={
        <Button
          component="a"
          href={exportAddress(search)}
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('reports.list.export')}
        </Button>
      }
    >
      <QuickFilters search={search} set={set} />
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={filtersId}
          onClick={toggle}
        >
          {t('reports.list.filters')}
        </Button>
        <Collapse expanded={isOpen} id={filtersId} pt="xs" keepMounted={false}>
          <Suspense>
            <ReportsFilters search={search} set={set} />
          </Suspense>
        </Collapse>
      </div>
      <Answered of={reports} rows={8}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return <Empty title={isFiltered ? t('reports.list.none') : t('reports.list.noneAtAll')} />;
          return (
            <Stack gap={4}>
              <DataTable
                label={t('reports.list.table')}
                rows={rows}
                columns={columns}
                keyOf={({ id }) => id}
                rowHeight={64}
                isLoadingMore={isFetching && hasNextPage}
                {...(hasNextPage ? { onEnd: () => void (isFetching || fetchNextPage()) } : {})}
              />
              <Text size="sm" c="dimmed" role="status">
                {t('ui.rowsShown', { count: rows.length })}
              </Text>
            </Stack>
          );
        }}
      </Answered>
    </Page>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  const { civil, say } = useFormats();
  return useMemo(
    () => [
      {
        id: 'report',
        header: t('reports.list.report'),
        cell: ({ row: { original } }) => (
          <div>
            <Anchor component={Link} to={`/bao-cao/${original.id}`} fw={600}>
              {original.commitmentTitle}
            </Anchor>
            <Text size="sm" c="dimmed" lineClamp={2}>
              {original.agreementTitle}
            </Text>
          </div>
        ),
      },
      {
        id: 'period',
        header: t('reports.list.period'),
        cell: ({ row: { original: o } }) => say(o.periodVi, o.periodEn),
      },
      { id: 'body', header: t('reports.list.body'), cell: ({ row }) => row.original.bodyName },
      {
        id: 'due',
        header: t('reports.list.due'),
        cell: ({ row: { original: o } }) => (
          <div>
            {civil(o.dueOn)}
            {o.agreedDueOn !== null && (
              <Text size="sm" c="dimmed">
                {t('reports.list.agreed', { date: civil(o.agreedDueOn) })}
              </Text>
            )}
          </div>
        ),
      },
      {
        id: 'standing',
        header: t('reports.list.standing'),
        cell: ({ row }) => (
          <div>
            <StandingBadge standing={row.original.standing} />
          </div>
        ),
      },
      { id: 'filed', header: t('reports.list.filed'), cell: ({ row }) => civil(row.original.filedOn) },
    ],
    [t, civil, say],
  );
}
