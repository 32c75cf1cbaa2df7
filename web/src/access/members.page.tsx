import { Anchor, Tabs, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Empty } from '../ui/empty.js';
import { Page } from '../ui/page.js';
import { AddMember, Invitation } from './add-member.js';
import { MemberState } from './member-state.js';
import { SeatList } from './seat-list.js';

const route = getRouteApi('/inside/thanh-vien');
const SEATS = 'vi-tri';

/** The people who sign in, and the seats that they hold. */
export default function MembersPage(): ReactNode {
  const { t } = useTranslation();
  const tab = route.useSearch()['the'] === SEATS ? SEATS : 'thanh-vien';
  const navigate = route.useNavigate();
  const mayKeep = useMay('members.keep');
  const [added, setAdded] = useState<Schemas['RegisteredMember'] | null>(null);
  return (
    <Page title={t('app.members')} actions={mayKeep && tab !== SEATS && <AddMember onAdded={setAdded} />}>
      {added !== null && <Invitation key={added.id} member={added} />}
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => void navigate({ search: { the: next === SEATS ? SEATS : undefined }, replace: true })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="thanh-vien">{t('access.tabMembers')}</Tabs.Tab>
          <Tabs.Tab value={SEATS}>{t('access.tabSeats')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="thanh-vien">
          <MemberList />
        </Tabs.Panel>
        <Tabs.Panel value={SEATS}>
          <SeatList />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function MemberList(): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const members = useInfiniteQuery({
    queryKey: ['members', 'list', q],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/members', {
          params: { query: { ...(q === '' ? {} : { q }), ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const columns = useMemo<Column<Schemas['MemberAnswer']>[]>(
    () => [
      {
        id: 'name',
        header: t('access.fullName'),
        cell: ({ row: { original: member } }) => (
          <Anchor component={Link} to="/thanh-vien/$id" params={{ id: member.id } as never}>
            {member.fullName}
          </Anchor>
        ),
      },
      { id: 'login', header: t('access.login'), cell: ({ row }) => row.original.login },
      {
        id: 'state',
        header: t('access.state'),
        cell: ({ row }) => <MemberState isSuspended={row.original.suspendedAt !== null} />,
      },
    ],
    [t],
  );
  return (
    <>
      <TextInput
        type="search"
        mb="md"
        maw={420}
        label={t('access.findMember')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
        }}
      />
      <Answered of={members}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Empty title={t('access.noMember')} />;
          return (
            <DataTable
              label={t('access.tabMembers')}
              rows={rows}
              columns={columns}
              keyOf={({ id }) => id}
              isLoadingMore={members.isFetchingNextPage}
              {...(members.hasNextPage ? { onEnd: () => void members.fetchNextPage() } : {})}
            />
          );
        }}
      </Answered>
    </>
  );
}
