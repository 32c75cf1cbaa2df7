import { Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDutyTitle } from '../commitments/duty-title.js';
import { StandingBadge } from '../commitments/standing-badge.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Empty } from '../ui/empty.js';
import { useFormats } from '../ui/format.js';
import { ListAnswered } from '../ui/list-answered.js';
import { TextLink } from '../ui/text-link.js';
import { reviewsQuery, type ReviewFilter, type ReviewRow } from './review.queries.js';
import './reviews.css';

export function ReviewList({ filter }: { filter: ReviewFilter }): ReactNode {
  const { t } = useTranslation();
  const columns = useColumns();
  const list = useInfiniteQuery({ ...reviewsQuery(filter), placeholderData: keepPreviousData });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  return (
    <ListAnswered of={list}>
      {rows.length === 0 ? (
        <Empty title={t(Object.keys(filter).length === 0 ? 'reviews.noReviews' : 'reviews.noReviewsSuch')} />
      ) : (
        <DataTable
          label={t('reviews.tabReviews')}
          rows={rows}
          columns={columns}
          keyOf={(row) => row.id}
          isLoadingMore={isFetchingNextPage}
          {...(hasNextPage ? { onEnd: more } : {})}
        />
      )}
    </ListAnswered>
  );
}

function useColumns(): Column<ReviewRow>[] {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const titled = useDutyTitle();
  return [
    {
      id: 'review',
      header: t('reviews.review'),
      cell: ({ row: { original: row } }) => (
        <TextLink to="/so-ket/$id" params={{ id: row.id }} fw={600}>
          {titled(t(`commitments.kind.${row.kind}`), row)}
        </TextLink>
      ),
    },
    { id: 'agreement', header: t('reviews.agreement'), cell: ({ row: { original: row } }) => row.agreementTitle },
    { id: 'host', header: t('reviews.host'), cell: ({ row: { original: row } }) => row.hostName },
    {
      id: 'due',
      header: t('reviews.dueOn'),
      cell: ({ row: { original: row } }) => <span className="reviews-day">{civil(row.dueOn)}</span>,
    },
    {
      id: 'planned',
      header: t('reviews.plannedOn'),
      cell: ({ row: { original: row } }) => (
        <span>
          <span className="reviews-day">{civil(row.plannedOn)}</span>
          {row.plannedLate && (
            <Text span size="xs" c="dimmed" display="block">
              {t('reviews.plannedLate')}
            </Text>
          )}
        </span>
      ),
    },
    {
      id: 'held',
      header: t('reviews.heldOn'),
      cell: ({ row: { original: row } }) => <span className="reviews-day">{civil(row.heldOn)}</span>,
    },
    {
      id: 'standing',
      header: t('reviews.standingLabel'),
      cell: ({ row: { original: row } }) => (
        <span>
          <StandingBadge standing={row.standing} />
          {row.decision !== null && (
            <Text span size="xs" display="block">
              {t(`reviews.decision.${row.decision}`)}
            </Text>
          )}
        </span>
      ),
    },
  ];
}
