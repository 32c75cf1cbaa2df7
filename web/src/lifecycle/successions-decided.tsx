import { Card, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answered } from '../ui/answered.js';
import { useFormats } from '../ui/format.js';
import { decisionsQuery, type SuccessionDecision } from './successions.queries.js';

/** What was decided in one agreement. */
export function SuccessionDecisions({ agreementId }: { agreementId: string }): ReactNode {
  const { t } = useTranslation();
  const decisions = useQuery(decisionsQuery(agreementId));
  return (
    <Answered of={decisions} rows={2}>
      {(items) =>
        items.length > 0 && (
          <Card withBorder component="section" aria-labelledby="succession-decided">
            <Stack gap="md">
              <Title order={2} size="h4" id="succession-decided">
                {t('lifecycle.succession.decidedTitle')}
              </Title>
              {items.map((item) => (
                <One key={item.id} item={item} />
              ))}
            </Stack>
          </Card>
        )
      }
    </Answered>
  );
}

function One({ item }: { item: SuccessionDecision }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const heirs = item.successors.map(({ name }) => name).join('; ');
  return (
    <Stack gap={4}>
      <Text fw={600}>{item.bodyName}</Text>
      <Text>
        {t(`lifecycle.succession.told.${item.decision}`, { body: item.bodyName, heirs, from: civil(item.from) })}
      </Text>
      {item.basis !== null && <Text size="sm">{item.basis}</Text>}
      {item.note !== null && <Text size="sm">{item.note}</Text>}
      <Text size="sm" c="dimmed">
        {t('lifecycle.succession.decidedBy', { who: item.decidedBy, on: civil(item.decidedOn) })}
      </Text>
    </Stack>
  );
}
