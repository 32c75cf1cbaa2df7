import { Button, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { Page } from '../ui/page.js';
import { today } from '../ui/today.js';
import { PastChanges } from './past-changes.js';
import { PERIOD_TYPES, useWindowWords } from './scheme-words.js';

const route = getRouteApi('/inside/che-do-bao-cao/$id');

/** One reporting scheme in words, and the dates it comes to. */
export default function SchemePage(): ReactNode {
  const { id } = route.useParams();
  const scheme = useQuery({
    queryKey: ['schemes', id],
    queryFn: () => answer(api.GET('/api/v1/reporting-schemes/{id}', { params: { path: { id } } })),
  });
  return <Answered of={scheme}>{(data) => <Scheme scheme={data} />}</Answered>;
}

function Scheme({ scheme }: { scheme: Schemas['SchemeAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  const { id } = scheme;
  const mayKeep = useMay('schemes.keep');
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const dates = useQuery({
    queryKey: ['schemes', id, 'dates', year],
    queryFn: () =>
      answer(api.GET('/api/v1/reporting-schemes/{id}/dates', { params: { path: { id }, query: { year } } })),
  });
  const past = useQuery({
    queryKey: ['schemes', id, 'revisions'],
    queryFn: () => answer(api.GET('/api/v1/reporting-schemes/{id}/revisions', { params: { path: { id } } })),
    enabled: !scheme.preset,
  });
  const thisYear = Number(today().slice(0, 4));
  return (
    <Page
      title={say(scheme.nameVi, scheme.nameEn)}
      trail={[{ label: t('app.schemes'), to: '/che-do-bao-cao' }]}
      actions={
        mayKeep &&
        !scheme.preset && (
          <Button component={Link} to="/che-do-bao-cao/$id/sua" params={{ id } as never} variant="default">
            {t('regime.changeScheme')}
          </Button>
        )
      }
    >
      {mayKeep && scheme.preset && <Text c="dimmed">{t('regime.presetHint')}</Text>}
      <Facts
        rows={[
          [t('regime.schemeCode'), scheme.code],
          [t('regime.basis'), scheme.basis],
          [t('regime.schemeOrigin'), t(scheme.preset ? 'regime.preset' : 'regime.own')],
          [t('regime.rollLabel'), t(`regime.roll.${scheme.roll}`)],
          [t('regime.beforeCounts'), t(scheme.beforeCountsDay ? 'ui.yes' : 'ui.no')],
        ]}
      />
      <Rules scheme={scheme} rules={dates.data?.rules ?? []} />
      <Stack component="section" gap="xs">
        <Title order={2} size="h4">
          {t('regime.dates', { year })}
        </Title>
        <Select
          label={t('regime.form.yearOffset')}
          w={140}
          allowDeselect={false}
          data={[-1, 0, 1, 2].map((step) => String(thisYear + step))}
          value={String(year)}
          onChange={(chosen) => {
            setYear(Number(chosen));
          }}
        />
        <Text size="sm" c="dimmed">
          {t('regime.datesIntro')}
        </Text>
        <Answered of={dates} rows={8}>
          {({ items }) => <Dates label={t('regime.dates', { year })} rows={items} />}
        </Answered>
      </Stack>
      {!scheme.preset && (
        <Stack component="section" gap="xs">
          <Title order={2} size="h4">
            {t('regime.past')}
          </Title>
          <PastChanges of={past} />
        </Stack>
      )}
    </Page>
  );
}

function Rules({
  scheme,
  rules,
}: {
  scheme: Schemas['SchemeAnswer'];
  rules: readonly Schemas['SchemeRuleWords'][];
}): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  const windowWords = useWindowWords();
  return (
    <Stack component="section" gap="xs">
      <Title order={2} size="h4">
        {t('regime.windows')}
      </Title>
      <Table.ScrollContainer
        minWidth={560}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('regime.windows') } }}
      >
        <Table>
          <Table.Thead>
            <Table.Tr>
              {(['type', 'window', 'due'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`regime.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {PERIOD_TYPES.map((type) => {
              const own = rules.filter((rule) => rule.type === type);
              return (
                <Table.Tr key={type}>
                  <Table.Th scope="row">{t(`regime.periodType.${type}`)}</Table.Th>
                  <Table.Td>{windowWords(type, scheme.windows[type])}</Table.Td>
                  <Table.Td>
                    {own.length === 0
                      ? t('regime.dueWindowEnd')
                      : own.map(({ tier, ruleVi, ruleEn }) => (
                          <div key={tier}>
                            {own.length === 1
                              ? say(ruleVi, ruleEn)
                              : t('regime.tier', { tier, rule: say(ruleVi, ruleEn) })}
                          </div>
                        ))}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

function Dates({ label, rows }: { label: string; rows: readonly Schemas['SchemeDate'][] }): ReactNode {
  const { t } = useTranslation();
  const { say, civil } = useFormats();
  const columns = useMemo<Column<Schemas['SchemeDate']>[]>(
    () => [
      {
        id: 'period',
        header: t('regime.period'),
        cell: ({ row }) => say(row.original.periodVi, row.original.periodEn),
      },
      {
        id: 'window',
        header: t('regime.window'),
        cell: ({ row: { original: date } }) => `${civil(date.windowStart)} – ${civil(date.windowEnd)}`,
      },
      { id: 'due', header: t('regime.due'), cell: ({ row }) => <strong>{civil(row.original.dueOn)}</strong> },
      { id: 'why', header: t('regime.why'), cell: ({ row }) => say(row.original.whyVi, row.original.whyEn) },
    ],
    [t, say, civil],
  );
  return (
    <DataTable label={label} rows={rows} columns={columns} keyOf={({ periodKey, tier }) => `${periodKey}.${tier}`} />
  );
}
