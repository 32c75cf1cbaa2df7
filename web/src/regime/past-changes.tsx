import { List, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { useFormats } from '../ui/format.js';

interface Props {
  of: UseQueryResult<Schemas['ChangesAnswer']>;
  /** What the change was, from its record. */
  what?: (change: Schemas['ChangeRecord']) => ReactNode;
}

/** The changes that were applied, the latest first: who, when, why, and how many dates they moved. */
export function PastChanges({ of, what }: Props): ReactNode {
  const { t } = useTranslation();
  const { instant, count } = useFormats();
  return (
    <Answered of={of} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <Text c="dimmed">{t('regime.pastNone')}</Text>
        ) : (
          <List spacing="sm">
            {items.map((change) => (
              <List.Item key={change.id}>
                <Text fw={600}>{t('regime.pastLine', { by: change.by, at: instant(change.at) })}</Text>
                {what?.(change)}
                {change.reason !== null && <Text size="sm">{change.reason}</Text>}
                <Text size="sm" c="dimmed">
                  {t('regime.pastCounts', {
                    moved: count(change.counts.moved),
                    added: count(change.counts.added),
                    dropped: count(change.counts.dropped),
                    untouched: count(change.counts.untouched),
                  })}
                </Text>
              </List.Item>
            ))}
          </List>
        )
      }
    </Answered>
  );
}
