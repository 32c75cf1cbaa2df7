import { Button, Chip, Group, Select, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BodyPicker } from '../bodies/body-picker.js';
import { CivilField } from '../ui/civil-field.js';
import { useFormats } from '../ui/format.js';
import { useCounts } from './register-list.js';
import { KINDS, STATES, countFilters, type AgreementState, type Asked } from './register-search.js';

interface Props {
  asked: Asked;
  ask: (change: Partial<Asked>) => void;
}

/** Kind, body and days, under the button "Bộ lọc". */
export function Filters({ asked, ask }: Props): ReactNode {
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

/** The states there are, each with its number; several may be chosen. */
export function StateChips({ asked, ask }: Props): ReactNode {
  const { t } = useTranslation();
  const { count } = useFormats();
  const counts = useCounts(asked);
  const of = (state: AgreementState): number => counts.data?.byState.find((row) => row.state === state)?.count ?? 0;
  const shown = STATES.filter((state) => of(state) > 0 || asked.state.includes(state));
  const isFiltered = countFilters(asked) > 0 || asked.state.length > 0 || asked.q !== '';
  return (
    <Group gap="xs" role="group" aria-label={t('agreements.column.state')}>
      {shown.map((state) => (
        <Chip
          key={state}
          size="sm"
          variant="outline"
          checked={asked.state.includes(state)}
          onChange={(isOn) =>
            ask({ state: STATES.filter((one) => (one === state ? isOn : asked.state.includes(one))) })
          }
        >
          {t(`agreements.state.${state}`)} <b>{count(of(state))}</b>
        </Chip>
      ))}
      {isFiltered && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            ask({ q: '', state: [], kind: null, bodyId: null, signedFrom: null, signedTo: null, termToBy: null })
          }
        >
          {t('agreements.register.clearFilters')}
        </Button>
      )}
    </Group>
  );
}
