import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, sentenceOf } from '../api/problem.js';

/** What the register refused, in its own words; faults of fields are listed when no form shows them. */
export function ProblemNote({ of, onRetry }: { of: unknown; onRetry?: () => void }): ReactNode {
  const { t } = useTranslation();
  if (of == null) return null;
  const problem = of instanceof Problem ? of : null;
  const unreachable = problem?.status === 0;
  const sentence = unreachable ? t('ui.unreachable') : problem?.isStale ? t('ui.stale') : problem?.detail;
  const lines = (problem?.fields ?? []).map(sentenceOf).filter((line) => line !== sentence);
  return (
    <Alert
      role="alert"
      color="red"
      variant="outline"
      title={t('ui.problem')}
      icon={unreachable ? <IconPlugConnectedX aria-hidden /> : <IconAlertTriangle aria-hidden />}
    >
      {sentence ?? t('ui.unforeseen')}
      {lines.length > 0 && (
        <ul>
          {[...new Set(lines)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {onRetry && (
        <Group mt="xs">
          <Button size="xs" variant="default" onClick={onRetry}>
            {problem?.isStale ? t('ui.reload') : t('ui.retry')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
