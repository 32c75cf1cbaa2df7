import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Suspense, lazy, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { Empty } from '../ui/empty.js';
import { Page } from '../ui/page.js';
import { askedFor, NAMES, queryOf, type Asked } from './summary-asked.js';
import { SummaryBoxes, SummaryNotes } from './summary-boxes.js';
import { SummaryExport } from './summary-export.js';
import { SummaryFilters } from './summary-filters.js';
import { SummaryHeading, SummaryAnswerLine } from './summary-heading.js';
import { SummaryRows } from './summary-rows.js';
import { SummaryTable } from './summary-table.js';
import './summary.css';

const SummaryChart = lazy(() => import('./summary-chart.js'));
const route = getRouteApi('/inside/tong-hop');

/** Who keeps the promises: the four boxes, as a chart and as a table, each figure open to the rows behind it. */
export default function SummaryPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const asked = askedFor(route.useSearch());
  const change = (next: Partial<Record<keyof typeof NAMES, string | string[] | null>>): void => {
    const words = Object.fromEntries(
      Object.entries(next).map(([name, value]) => [NAMES[name as keyof typeof NAMES], value ?? undefined]),
    );
    void navigate({ to: '/tong-hop', search: (was) => ({ ...was, ...words }), replace: true });
  };
  const query = { ...queryOf(asked), ...(canCompare(asked) ? { compare: 'true' as const } : {}) };
  const summary = useQuery({
    queryKey: ['summary', query, asked.withAverages],
    queryFn: () =>
      answer(
        api.GET('/api/v1/summary', {
          params: { query: { ...query, ...(asked.withAverages ? { clock: 'true' as const } : {}) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('app.summary')}
      actions={
        <>
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => print()}>
            {t('ui.print')}
          </Button>
          <SummaryExport query={query} />
        </>
      }
    >
      <div className="summary">
        <SummaryFilters asked={asked} change={change} />
        <Answered of={summary} rows={8}>
          {(answered) => (
            <Stack gap="md" aria-busy={summary.isPlaceholderData}>
              <SummaryHeading asked={asked} />
              {answered.totals.total + answered.totals.suspended + answered.totals.waived === 0 ? (
                <Empty title={t('compliance.summary.empty')}>
                  <Text size="sm" c="dimmed" ta="center">
                    {t('compliance.summary.emptyHint')}
                  </Text>
                </Empty>
              ) : (
                <Figures asked={asked} answered={answered} />
              )}
            </Stack>
          )}
        </Answered>
      </div>
      <SummaryRows
        asked={asked}
        label={rowLabelOf(asked, summary.data)}
        onClose={() => {
          change({ open: null, key: null });
        }}
      />
    </Page>
  );
}

function Figures({ asked, answered }: { asked: Asked; answered: Schemas['SummaryAnswer'] }): ReactNode {
  return (
    <>
      <SummaryAnswerLine asked={asked} answered={answered} />
      <SummaryBoxes totals={answered.totals} />
      <SummaryNotes totals={answered.totals} isOriginal={asked.isOriginal} />
      <Group className="summary-both" align="flex-start" wrap="nowrap">
        <div className="summary-chart no-print">
          <Suspense fallback={null}>
            <SummaryChart rows={answered.rows} by={asked.by} />
          </Suspense>
        </div>
        <SummaryTable asked={asked} answered={answered} />
      </Group>
    </>
  );
}

/** A comparison needs a span with two ends. */
function canCompare({ from, to }: Asked): boolean {
  return from !== undefined && to !== undefined;
}

function rowLabelOf({ key }: Asked, answered: Schemas['SummaryAnswer'] | undefined): [vi: string, en: string] | null {
  const row = answered?.rows.find((one) => one.key === key);
  return row === undefined ? null : [row.label, row.labelEn];
}
