import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.js';

export default function BodyPage(): ReactNode {
  const { t } = useTranslation();
  return <Page title={t('app.bodies')}>…</Page>;
}
