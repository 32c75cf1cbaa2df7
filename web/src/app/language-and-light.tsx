import { ActionIcon, Group, Text, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats, type Language } from '../ui/format.js';
import { switchLanguage } from './i18n.js';

/** The other language at once; what the register words is asked for anew. */
export function LanguageButton(): ReactNode {
  const { t } = useTranslation();
  const { language } = useFormats();
  const client = useQueryClient();
  const choose = async (next: Language): Promise<void> => {
    await switchLanguage(next);
    await client.invalidateQueries();
  };
  const other: Language = language === 'vi' ? 'en' : 'vi';
  return (
    <UnstyledButton
      lang={other}
      aria-label={other === 'en' ? t('app.languageEn') : t('app.languageVi')}
      onClick={() => void choose(other)}
    >
      <Group gap={4} wrap="nowrap">
        <IconLanguage size={20} aria-hidden />
        <Text size="sm" visibleFrom="sm">
          {other === 'en' ? t('app.languageEn') : t('app.languageVi')}
        </Text>
      </Group>
    </UnstyledButton>
  );
}

/** From light to dark and back; remembered. */
export function SchemeButton(): ReactNode {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      size="lg"
      aria-label={isDark ? t('app.toLight') : t('app.toDark')}
      onClick={() => {
        setColorScheme(isDark ? 'light' : 'dark');
      }}
    >
      {isDark ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
    </ActionIcon>
  );
}
