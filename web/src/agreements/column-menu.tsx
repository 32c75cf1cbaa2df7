import { ActionIcon, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { COLUMNS, type ColumnChoice } from './register-columns.js';

/** Which columns are shown; the title always is. */
export default function ColumnMenu({ hidden, hide }: Pick<ColumnChoice, 'hidden' | 'hide'>): ReactNode {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <ActionIcon variant="default" size={36} aria-label={t('ui.chooseColumns')} title={t('ui.chooseColumns')}>
          <IconColumns3 size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('ui.chooseColumns')}>
        <Stack gap="xs">
          {COLUMNS.filter((id) => id !== 'title').map((id) => (
            <Checkbox
              key={id}
              label={t(`agreements.column.${id}`)}
              checked={!hidden.includes(id)}
              onChange={({ currentTarget: { checked } }) =>
                hide(checked ? hidden.filter((other) => other !== id) : [...hidden, id])
              }
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
