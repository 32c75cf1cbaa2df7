import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.js';

export default function EmptyPage(): ReactNode {
  const { t } = useTranslation();
  return <Page title={t('app.members')}>…</Page>;
}
