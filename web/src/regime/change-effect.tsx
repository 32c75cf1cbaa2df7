import { Alert, Stack, Text, Title } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { useFormats } from '../ui/format.js';

const LISTS = ['moved', 'added', 'dropped', 'untouched', 'kept'] as const;
const SHOWN_AT_MOST = 1000;

/** What a change would do to the due dates that exist: what moves first, with the old and the new day. */
export function ChangeEffect({ preview }: { preview: Schemas['PreviewAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const { count } = useFormats();
  const { counts } = preview;
  const changed = counts.moved + counts.added + counts.dropped;
  return (
    <Stack component="section" gap="sm" role="status">
      <Title order={3} size="h5">
        {t('regime.effect')}
      </Title>
      {changed === 0 && (
        <Alert color="navy" variant="outline">
          {t('regime.noEffect')}
        </Alert>
      )}
      {LISTS.filter((list) => counts[list] > 0).map((list) => (
        <details key={list} open={list !== 'kept'}>
          <summary>
            <Text span fw={600}>
              {t(`regime.effectList.${list}`, { n: count(counts[list]) })}
            </Text>
          </summary>
          {counts[list] > SHOWN_AT_MOST && <Text size="sm">{t('regime.firstThousand')}</Text>}
          <Duties label={t(`regime.effectList.${list}`, { n: count(counts[list]) })} rows={preview[list]} />
        </details>
      ))}
    </Stack>
  );
}

function Duties({ label, rows }: { label: string; rows: readonly Schemas['DutyChange'][] }): ReactNode {
  const { t } = useTranslation();
  const { say, civil } = useFormats();
  const columns = useMemo<Column<Schemas['DutyChange']>[]>(
    () => [
      {
        id: 'duty',
        header: t('regime.duty'),
        cell: ({ row: { original: duty } }) => (
          <>
            <Text size="sm">{duty.commitmentTitle ?? t(`regime.dutyOf.${duty.duty}`)}</Text>
            {duty.agreementTitle !== null && (
              <Text size="sm" c="dimmed">
                {duty.agreementTitle}
              </Text>
            )}
          </>
        ),
      },
      { id: 'body', header: t('regime.body'), cell: ({ row }) => row.original.bodyName },
      {
        id: 'period',
        header: t('regime.period'),
        cell: ({ row }) => say(row.original.periodVi, row.original.periodEn),
      },
      { id: 'from', header: t('regime.dueFrom'), cell: ({ row }) => civil(row.original.from?.dueOn) },
      {
        id: 'to',
        header: t('regime.dueTo'),
        cell: ({ row }) => <strong>{civil(row.original.to?.dueOn)}</strong>,
      },
      {
        id: 'why',
        header: t('regime.why'),
        cell: ({ row: { original: duty } }) =>
          duty.becauseVi === null ? say(duty.whyVi, duty.whyEn) : say(duty.becauseVi, duty.becauseEn ?? duty.becauseVi),
      },
    ],
    [t, say, civil],
  );
  return (
    <DataTable
      label={label}
      rows={rows}
      columns={columns}
      keyOf={(duty) => `${duty.occurrenceId ?? duty.reviewId ?? ''}.${duty.bodyId}.${duty.periodKey}.${duty.tier}`}
      rowHeight={72}
    />
  );
}
