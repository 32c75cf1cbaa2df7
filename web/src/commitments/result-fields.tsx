import { Group, NumberInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem.js';
import type { CommitmentTyped } from './commitment-typed.js';

interface ResultProps {
  value: CommitmentTyped;
  patch: (change: Partial<CommitmentTyped>) => void;
  problem: Problem | null;
}

/** What must be there in the end, and how much of it. */
export function Result({ value, patch, problem }: ResultProps): ReactNode {
  const { t } = useTranslation();
  const { target } = value;
  const aim = (change: Partial<typeof target>): void => patch({ target: { ...target, ...change } });
  return (
    <Group align="flex-start" gap="sm">
      <Textarea
        label={t('commitments.form.result')}
        description={t('commitments.form.resultHint')}
        autosize
        minRows={1}
        flex="1 1 320px"
        value={value.expectedResult}
        onChange={(event) => patch({ expectedResult: event.currentTarget.value })}
        error={problem?.at('/expectedResult')}
      />
      <NumberInput
        label={t('commitments.form.target')}
        w={110}
        min={0}
        hideControls
        thousandSeparator="."
        decimalSeparator=","
        value={target.quantity ?? ''}
        onChange={(quantity) => aim({ quantity: typeof quantity === 'number' ? quantity : null })}
        error={problem?.at('/target/quantity')}
      />
      {target.quantity !== null && (
        <>
          <TextInput
            label={t('commitments.form.targetUnit')}
            w={160}
            required
            value={target.unit}
            onChange={(event) => aim({ unit: event.currentTarget.value })}
            error={problem?.at('/target/unit')}
          />
          <TextInput
            label={t('commitments.form.targetPer')}
            placeholder={t('commitments.form.targetPerHint')}
            w={140}
            value={target.per}
            onChange={(event) => aim({ per: event.currentTarget.value })}
          />
        </>
      )}
    </Group>
  );
}
