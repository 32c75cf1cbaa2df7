import { Anchor, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { useFormats } from '../ui/format.js';
import { Page } from '../ui/page.js';

/** The reporting schemes: built in, and the office's own. */
export default function SchemesPage(): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  const mayKeep = useMay('schemes.keep');
  const schemes = useQuery({
    queryKey: ['schemes'],
    queryFn: () => answer(api.GET('/api/v1/reporting-schemes', { params: { query: { limit: 200 } } })),
  });
  const columns = useMemo<Column<Schemas['SchemeAnswer']>[]>(
    () => [
      {
        id: 'name',
        header: t('regime.schemeName'),
        cell: ({ row: { original: scheme } }) => (
          <Anchor component={Link} to="/che-do-bao-cao/$id" params={{ id: scheme.id } as never}>
            {say(scheme.nameVi, scheme.nameEn)}
          </Anchor>
        ),
      },
      { id: 'code', header: t('regime.schemeCode'), cell: ({ row }) => row.original.code },
      { id: 'basis', header: t('regime.basis'), cell: ({ row }) => row.original.basis ?? '–' },
      {
        id: 'origin',
        header: t('regime.schemeOrigin'),
        cell: ({ row }) => t(row.original.preset ? 'regime.preset' : 'regime.own'),
      },
    ],
    [t, say],
  );
  return (
    <Page
      title={t('app.schemes')}
      actions={
        mayKeep && (
          <Button component={Link} to="/che-do-bao-cao/moi">
            {t('regime.addScheme')}
          </Button>
        )
      }
    >
      <Text c="dimmed" maw={760}>
        {t('regime.schemesIntro')}
      </Text>
      <Answered of={schemes}>
        {({ items }) => <DataTable label={t('app.schemes')} rows={items} columns={columns} keyOf={({ id }) => id} />}
      </Answered>
    </Page>
  );
}
