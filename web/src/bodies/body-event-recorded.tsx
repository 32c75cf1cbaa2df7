import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useFormats } from '../ui/format.js';
import { today } from '../ui/today.js';

/** What the event set off, and where to go on. */
export function Recorded({ event, bodyId }: { event: Schemas['BodyEventRecorded']; bodyId: string }): ReactNode {
  const { t } = useTranslation();
  const { civil, count } = useFormats();
  const waiting = event.suspendedReports + event.suspendedReviews > 0;
  return (
    <Stack role="status" align="flex-start">
      <Text>{t('bodies.eventLine', { kind: t(`bodies.kind.${event.kind}`), on: civil(event.effectiveOn) })}</Text>
      {event.effectiveOn > today() && <Text>{t('bodies.recordedLater', { on: civil(event.effectiveOn) })}</Text>}
      {waiting && (
        <Text>
          {t('bodies.recordedWaiting', {
            reports: count(event.suspendedReports),
            reviews: count(event.suspendedReviews),
          })}
        </Text>
      )}
      <Group>
        {waiting && (
          <Button component={Link} to="/ke-thua">
            {t('bodies.toSuccessions')}
          </Button>
        )}
        <Button component={Link} to="/co-quan/$id" params={{ id: bodyId } as never} variant="default">
          {t('bodies.toBody')}
        </Button>
      </Group>
    </Stack>
  );
}
