import { Button, Group, MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AgreementPicker } from '../agreements/agreement-picker.js';
import { BodyPicker } from '../bodies/body-picker.js';
import { CivilField } from '../ui/civil-field.js';
import { STANDINGS, type ReportsSearch } from './reports.search.js';

interface Props {
  search: ReportsSearch;
  set: (change: Partial<Record<keyof ReportsSearch, unknown>>) => void;
}

/** Body, agreement, standing and days, under the button "Bộ lọc"; its code comes when it is opened first. */
export default function ReportsFilters({ search, set }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <Group align="flex-end" gap="sm" className="no-print">
      <BodyPicker
        label={t('reports.list.body')}
        w={240}
        value={search.bodyId ?? null}
        onChange={(bodyId) => set({ bodyId })}
      />
      <AgreementPicker
        label={t('reports.list.agreement')}
        w={320}
        maw="100%"
        value={search.agreementId ?? null}
        onChange={(agreementId) => set({ agreementId })}
      />
      <MultiSelect
        label={t('reports.list.standing')}
        w={240}
        clearable
        clearButtonProps={{ 'aria-label': t('ui.clear') }}
        data={STANDINGS.map((value) => ({ value, label: t(`commitments.standing.${value}`) }))}
        value={search.standing ?? []}
        onChange={(standing) => set({ standing: standing.length > 0 ? standing : undefined })}
      />
      <CivilField label={t('ui.from')} w={160} value={search.from ?? null} onChange={(from) => set({ from })} />
      <CivilField label={t('ui.to')} w={160} value={search.to ?? null} onChange={(to) => set({ to })} />
      {Object.keys(search).length > 0 && (
        <Button
          variant="subtle"
          onClick={() =>
            set({
              ...{ bodyId: null, agreementId: null, commitmentId: null, standing: null },
              ...{ state: null, from: null, to: null },
            })
          }
        >
          {t('reports.list.clear')}
        </Button>
      )}
    </Group>
  );
}
