import { Anchor, Group } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { BodyPicker } from '../bodies/body-picker.js';
import { Answered } from '../ui/answered.js';
import { CivilField } from '../ui/civil-field.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Empty } from '../ui/empty.js';
import { useFormats } from '../ui/format.js';
import { today } from '../ui/today.js';
import { AddSeat } from './seat-windows.js';

type Seat = Schemas['SeatAnswer'];

/** Who holds the seat on a day. */
export function holderOn(seat: Seat, day: string): Schemas['HoldingAnswer'] | null {
  return seat.holdings.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? null;
}

/** Seats of a day, all or those in one body, with who holds them. */
export function SeatList(): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  const mayKeep = useMay('seats.keep');
  const [bodyId, setBodyId] = useState<string | null>(null);
  const [on, setOn] = useState(today());
  const seats = useInfiniteQuery({
    queryKey: ['seats', 'list', bodyId, on],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/seats', {
          params: {
            query: { on, ...(bodyId === null ? {} : { bodyId }), ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const columns = useMemo<Column<Seat>[]>(
    () => [
      {
        id: 'name',
        header: t('access.seat'),
        cell: ({ row: { original: seat } }) => (
          <Anchor component={Link} to="/thanh-vien/vi-tri/$id" params={{ id: seat.id } as never}>
            {say(seat.nameVi, seat.nameEn ?? seat.nameVi)}
          </Anchor>
        ),
      },
      { id: 'body', header: t('access.covers'), cell: ({ row }) => row.original.bodyName ?? t('access.wholeRegister') },
      { id: 'role', header: t('access.roleLabel'), cell: ({ row }) => t(`access.role.${row.original.role}`) },
      {
        id: 'holder',
        header: t('access.holder'),
        cell: ({ row }) => holderOn(row.original, on)?.memberName ?? t('access.vacant'),
      },
    ],
    [t, say, on],
  );
  return (
    <>
      <Group align="flex-end" mb="md">
        <BodyPicker
          label={t('regime.body')}
          placeholder={t('ui.all')}
          flex="1 1 260px"
          value={bodyId}
          onChange={setBodyId}
        />
        <CivilField
          label={t('access.seatsOn')}
          w={180}
          value={on}
          onChange={(day) => {
            setOn(day ?? today());
          }}
        />
        {mayKeep && <AddSeat bodyId={bodyId} />}
      </Group>
      <Answered of={seats}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Empty title={t('access.noSeat')} />;
          return (
            <DataTable
              label={t('access.tabSeats')}
              rows={rows}
              columns={columns}
              keyOf={({ id }) => id}
              isLoadingMore={seats.isFetchingNextPage}
              {...(seats.hasNextPage ? { onEnd: () => void seats.fetchNextPage() } : {})}
            />
          );
        }}
      </Answered>
    </>
  );
}
