import { Button, Loader, Tabs, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense, lazy, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../agreements/state-badge.js';
import { useMay } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { Acts } from './agreement-acts.js';
import { Overview } from './agreement-overview.js';
import { TABS, useAgreement, usePlace, type Agreement, type Tab } from './agreement-record.js';
import './agreement.css';

const Clauses = lazy(() => import('./agreement-clauses.js'));
const Timeline = lazy(() => import('./agreement-timeline.js'));
const Documents = lazy(() => import('./agreement-documents.js'));
const Amendments = lazy(() => import('./agreement-amendments.js'));
const History = lazy(() => import('./agreement-history.js'));

export default function AgreementPage(): ReactNode {
  const { id } = useParams({ from: '/inside/van-ban/$id' });
  const { t } = useTranslation();
  const agreement = useAgreement(id);
  const trail = [{ label: t('app.agreements'), to: '/van-ban' }];
  if (agreement.data === undefined)
    return (
      <Page title={t('app.agreements')} trail={trail}>
        <Answered of={agreement} rows={8}>
          {() => null}
        </Answered>
      </Page>
    );
  return <Whole agreement={agreement.data} trail={trail} />;
}

function Whole({ agreement, trail }: { agreement: Agreement; trail: { label: string; to: string }[] }): ReactNode {
  const { t } = useTranslation();
  const mayRegister = useMay('agreements.register');
  const place = usePlace(agreement.id);
  const isDraft = agreement.state === 'draft' || agreement.state === 'signed';
  const numbers = agreement.numbers.map(({ printed }) => printed).join('; ');
  return (
    <Page
      title={agreement.title}
      trail={trail}
      badges={<StateBadge state={agreement.state} />}
      actions={
        <>
          {mayRegister && isDraft && (
            <Button
              component={Link}
              to={`/van-ban/${agreement.id}/soan`}
              leftSection={<IconPencil size={18} aria-hidden />}
            >
              {t('lifecycle.agreement.continueDraft')}
            </Button>
          )}
          <Acts agreement={agreement} />
        </>
      }
    >
      <Text c="dimmed">
        {t(`agreements.kind.${agreement.kind}`)}
        {numbers === '' ? '' : ` · ${numbers}`}
      </Text>
      <Tabs
        value={place.tab}
        onChange={(tab) =>
          place.go({ muc: tab === 'tong-quan' ? undefined : (tab ?? undefined), dieu: undefined, camKet: undefined })
        }
        keepMounted={false}
      >
        <Tabs.List aria-label={t('lifecycle.agreement.tabs.label')} className="agreement-tabs no-print">
          {Object.entries(TABS).map(([tab, word]) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`lifecycle.agreement.tabs.${word}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {(Object.keys(TABS) as Tab[]).map((tab) => (
          <Tabs.Panel key={tab} value={tab} pt="md" tabIndex={-1}>
            <Suspense fallback={<Loader aria-label={t('ui.loading')} />}>
              <Part tab={tab} agreement={agreement} />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

function Part({ tab, agreement }: { tab: Tab; agreement: Agreement }): ReactNode {
  switch (tab) {
    case 'tong-quan':
      return <Overview agreement={agreement} />;
    case 'dieu-khoan':
      return <Clauses agreement={agreement} />;
    case 'thoi-gian':
      return <Timeline agreement={agreement} />;
    case 'tai-lieu':
      return <Documents agreement={agreement} />;
    case 'sua-doi':
      return <Amendments agreement={agreement} />;
    case 'lich-su':
      return <History agreement={agreement} />;
  }
}
