import { Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StandingBadge } from '../commitments/standing-badge.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Empty } from '../ui/empty.js';
import { useFormats } from '../ui/format.js';
import { ListAnswered } from '../ui/list-answered.js';
import { TextLink } from '../ui/text-link.js';
import { FollowUpActions } from './follow-up-actions.js';
import { followUpsQuery, type FollowUp, type FollowUpFilter } from './review.queries.js';

export function FollowUpList({ filter }: { filter: FollowUpFilter }): ReactNode {
  const { t } = useTranslation();
  const columns = useColumns();
  const list = useInfiniteQuery({ ...followUpsQuery(filter), placeholderData: keepPreviousData });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  return (
    <ListAnswered of={list}>
      {rows.length === 0 ? (
        <Empty title={t(Object.keys(filter).length === 0 ? 'reviews.noFollowUps' : 'reviews.noFollowUpsSuch')} />
      ) : (
        <DataTable
          label={t('reviews.tabFollowUps')}
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

function useColumns(): Column<FollowUp>[] {
  const { t } = useTranslation();
  const { civil } = useFormats();
  return [
    {
      id: 'title',
      header: t('reviews.task'),
      cell: ({ row: { original: row } }) => (
        <span>
          <Text span fw={600} display="block">
            {row.title}
          </Text>
          {row.note !== null && (
            <Text span size="sm" c="dimmed" display="block">
              {row.note}
            </Text>
          )}
        </span>
      ),
    },
    { id: 'owner', header: t('reviews.owner'), cell: ({ row: { original: row } }) => row.ownerName },
    {
      id: 'from',
      header: t('reviews.askedBy'),
      cell: ({ row: { original: row } }) => (
        <span>
          <TextLink to="/so-ket/$id" params={{ id: row.reviewId }}>
            {t('reviews.askedAt', { kind: t(`commitments.kind.${row.reviewKind}`), on: civil(row.heldOn) })}
          </TextLink>
          <Text span size="sm" c="dimmed" display="block">
            {row.agreementTitle}
          </Text>
        </span>
      ),
    },
    {
      id: 'due',
      header: t('reviews.dueOn'),
      cell: ({ row: { original: row } }) => <span className="reviews-day">{civil(row.dueOn)}</span>,
    },
    {
      id: 'standing',
      header: t('reviews.standingLabel'),
      cell: ({ row: { original: row } }) => (
        <span>
          <StandingBadge standing={row.standing} />
          {row.doneOn !== null && (
            <Text span size="xs" display="block">
              {t('reviews.doneOnDay', { on: civil(row.doneOn) })}
            </Text>
          )}
        </span>
      ),
    },
    {
      id: 'actions',
      header: t('ui.actions'),
      cell: ({ row: { original: row } }) => <FollowUpActions followUp={row} />,
    },
  ];
}
