import { Select, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BodyPicker } from '../bodies/body-picker.js';
import { CivilField } from '../ui/civil-field.js';
import { useFormats } from '../ui/format.js';
import { useCounts } from './register-list.js';
import { KINDS, type Asked } from './register-search.js';

interface Props {
  asked: Asked;
  ask: (change: Partial<Asked>) => void;
}

/** Kind, body and days, under the button "Bộ lọc"; its code comes when it is opened first. */
export default function Filters({ asked, ask }: Props): ReactNode {
  const { t } = useTranslation();
  const counts = useCounts(asked);
  const { count } = useFormats();
  const of = (kind: string): number => counts.data?.byKind.find((row) => row.kind === kind)?.count ?? 0;
  return (
    <SimpleGrid
      cols={{ base: 1, xs: 2, lg: 5 }}
      spacing="sm"
      role="group"
      aria-label={t('agreements.register.filters')}
    >
      <Select
        label={t('agreements.column.kind')}
        placeholder={t('agreements.register.anyKind')}
        clearable
        clearButtonProps={{ 'aria-label': t('ui.clear') }}
        data={KINDS.map((kind) => ({ value: kind, label: `${t(`agreements.kind.${kind}`)} (${count(of(kind))})` }))}
        value={asked.kind}
        onChange={(kind) => ask({ kind: kind })}
      />
      <BodyPicker
        label={t('agreements.register.body')}
        placeholder={t('agreements.register.bodyHint')}
        value={asked.bodyId}
        onChange={(bodyId) => ask({ bodyId })}
      />
      <CivilField
        label={t('agreements.register.signedFrom')}
        value={asked.signedFrom}
        onChange={(signedFrom) => ask({ signedFrom })}
      />
      <CivilField
        label={t('agreements.register.signedTo')}
        value={asked.signedTo}
        onChange={(signedTo) => ask({ signedTo })}
      />
      <CivilField
        label={t('agreements.register.termToBy')}
        value={asked.termToBy}
        onChange={(termToBy) => ask({ termToBy })}
      />
    </SimpleGrid>
  );
}
