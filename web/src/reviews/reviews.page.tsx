import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.js';
import { Filters } from './filters.js';
import { FollowUpList } from './follow-up-list.js';
import { ReviewList } from './review-list.js';
import { followUpFilter, readSearch, reviewFilter } from './search.js';

/** Reviews in sight, and what they have asked bodies to do. */
export default function ReviewsPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const found = readSearch(useSearch({ strict: false }));
  const set = (words: Record<string, string | string[] | undefined>): void => {
    void navigate({ to: '/so-ket', search: (was) => ({ ...was, ...words }), replace: true });
  };
  return (
    <Page title={t('app.reviews')}>
      <Tabs
        value={found.tab}
        onChange={(tab) => set({ muc: tab === 'viec' ? 'viec' : undefined, standing: undefined, kind: undefined })}
      >
        <Tabs.List>
          <Tabs.Tab value="so-ket">{t('reviews.tabReviews')}</Tabs.Tab>
          <Tabs.Tab value="viec">{t('reviews.tabFollowUps')}</Tabs.Tab>
        </Tabs.List>
        {(['so-ket', 'viec'] as const).map((tab) => (
          <Tabs.Panel key={tab} value={tab} pt="md">
            {found.tab === tab && (
              <>
                <Filters found={found} set={set} />
                {tab === 'so-ket' ? (
                  <ReviewList filter={reviewFilter(found)} />
                ) : (
                  <FollowUpList filter={followUpFilter(found)} />
                )}
              </>
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
