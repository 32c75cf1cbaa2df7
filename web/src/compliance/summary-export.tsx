import { Button } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import type { paths } from '../api/schema.d.ts';
import { ProblemNote } from '../ui/problem-note.js';
import { tell } from '../ui/tell.js';
import { today } from '../ui/today.js';

type Query = NonNullable<paths['/api/v1/summary/export']['get']['parameters']['query']>;

/** The table that is on the page, as a file for a spreadsheet. */
export function SummaryExport({ query }: { query: Query }): ReactNode {
  const { t } = useTranslation();
  const fetching = useMutation({
    mutationFn: async () => {
      const file = await answer(api.GET('/api/v1/summary/export', { params: { query }, parseAs: 'blob' }));
      const address = URL.createObjectURL(file);
      const link = Object.assign(document.createElement('a'), { href: address, download: `tong-hop-${today()}.csv` });
      link.click();
      URL.revokeObjectURL(address);
    },
    onSuccess: () => {
      tell(t('compliance.summary.exported'));
    },
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTableExport size={18} aria-hidden />}
        loading={fetching.isPending}
        onClick={() => {
          fetching.mutate();
        }}
      >
        {t('compliance.summary.export')}
      </Button>
      <ProblemNote of={fetching.error} />
    </>
  );
}
