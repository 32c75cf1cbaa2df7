import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BodyPicker } from './body-picker.js';

export interface Chosen {
  id: string;
  name: string;
}

interface Props {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: readonly Chosen[];
  onAdd: (id: string) => void;
  onRemove: (id: string) => void;
}

/** Several bodies, chosen one after the other. */
export function SeveralBodies({ label, hint, error, value, onAdd, onRemove }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <BodyPicker
        label={label}
        description={hint}
        placeholder={t('bodies.addBody')}
        value={null}
        error={error}
        onChange={(id) => {
          if (id !== null) onAdd(id);
        }}
      />
      {value.map(({ id, name }) => (
        <Group key={id} gap="xs" wrap="nowrap">
          <ActionIcon
            variant="default"
            aria-label={t('bodies.removeBody', { name })}
            onClick={() => {
              onRemove(id);
            }}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
          <Text>{name}</Text>
        </Group>
      ))}
    </Stack>
  );
}
