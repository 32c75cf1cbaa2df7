import { Group, Text } from '@mantine/core';
import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../ui/format.js';
import type { Draft } from './draft.js';

/** Whether what was typed is on the server, since when, or still on this device. */
export function SavedNote({ draft: { saving, savedAt } }: { draft: Pick<Draft, 'saving' | 'savedAt'> }): ReactNode {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const Icon = saving === 'local' ? IconCloudOff : saving === 'saved' ? IconCloudCheck : IconCloudUp;
  const words =
    saving === 'saved' && savedAt !== null
      ? t('reports.form.saved', { at: instant(savedAt) })
      : t(`reports.form.${saving === 'saved' ? 'fresh' : saving}`);
  return (
    // Read out only when it goes wrong: each save would interrupt whoever listens while typing.
    <Group gap={6} wrap="nowrap" role="status" aria-live={saving === 'local' ? 'polite' : 'off'}>
      <Icon size={18} aria-hidden />
      <Text size="sm" {...(saving === 'local' ? { fw: 600 } : { c: 'dimmed' })}>
        {words}
      </Text>
    </Group>
  );
}
