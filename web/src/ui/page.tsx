import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from './format.js';
import './page.css';
import { today } from './today.js';

interface Props {
  title: string;
  /** Where one came from, outermost first. */
  trail?: readonly { label: string; to: string }[];
  /** Beside the title: state badges. */
  badges?: ReactNode;
  /** At the end of the title's line: buttons. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A page: one heading, its trail, its actions. Sets the title of the window. */
export function Page({ title, trail = [], badges, actions, children }: Props): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
  }, [title, t]);
  return (
    <Stack gap="md" className="page">
      {trail.length > 0 && (
        <Breadcrumbs className="no-print" component="nav" aria-label={t('app.trail')}>
          {trail.map(({ label, to }) => (
            <Anchor key={to} component={Link} to={to} size="sm">
              {label}
            </Anchor>
          ))}
        </Breadcrumbs>
      )}
      <Group justify="space-between" align="flex-start" gap="sm">
        <Group gap="sm" className="page-title">
          <Title order={1} size="h2">
            {title}
          </Title>
          {badges}
        </Group>
        {actions && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      <Text className="paper-only page-paper" size="sm">
        {t('ui.printedOn', { name: t('app.name'), day: civil(today()) })}
      </Text>
      {children}
    </Stack>
  );
}
