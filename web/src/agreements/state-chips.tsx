import { Button, Chip, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../ui/format.js';
import { useCounts } from './register-list.js';
import { STATES, countFilters, type AgreementState, type Asked } from './register-search.js';

interface Props {
  asked: Asked;
  ask: (change: Partial<Asked>) => void;
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
