import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/empty.js';

export function Nowhere(): ReactNode {
  const { t } = useTranslation();
  return (
    <main>
      <h1 className="visually-hidden">{t('app.name')}</h1>
      <Empty title={t('ui.notFound')}>
        <Button component={Link} to="/">
          {t('ui.toDesk')}
        </Button>
      </Empty>
    </main>
  );
}
