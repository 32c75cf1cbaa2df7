import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from './format.js';

/** Says that what was typed earlier was brought back, and offers to drop it. */
export function KeptNote({ from, onDrop }: { from: string | null; onDrop: () => void }): ReactNode {
  const { t } = useTranslation();
  const { instant } = useFormats();
  if (from === null) return null;
  return (
    <Group gap="xs" role="status">
      <Text size="sm">{t('ui.keptBack', { at: instant(from) })}</Text>
      <Button size="compact-sm" variant="subtle" onClick={onDrop}>
        {t('ui.dropKept')}
      </Button>
    </Group>
  );
}
