import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.js';

export default function SchemeDraftPage(): ReactNode {
  const { t } = useTranslation();
  return <Page title={t('app.schemes')}>…</Page>;
}
