import { Anchor, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { CivilField } from '../ui/civil-field.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Empty } from '../ui/empty.js';
import { useFormats } from '../ui/format.js';
import { Page } from '../ui/page.js';
import { today } from '../ui/today.js';
import { BodyTree } from './body-tree.js';
import { AddBody } from './body-windows.js';

const route = getRouteApi('/inside/co-quan');
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** All bodies: the tree of a day, or what is found in it. */
export default function BodiesPage(): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const q = typeof search['q'] === 'string' ? search['q'] : '';
  const asked = typeof search['ngay'] === 'string' && DAY.test(search['ngay']) ? search['ngay'] : null;
  const on = asked ?? today();
  const [typed, setTyped] = useState(q);
  const [settled] = useDebouncedValue(typed.trim(), 250);
  useEffect(() => {
    void navigate({ search: (was) => ({ ...was, q: settled === '' ? undefined : settled }), replace: true });
  }, [settled, navigate]);
  const mayAdd = useMay('bodies.register');
  const look = (id: string): void => void navigate({ to: '/co-quan/$id', params: { id } });
  const add = mayAdd && (
    <AddBody
      onAdded={({ id }) => {
        look(id);
      }}
    />
  );
  return (
    <Page title={t('app.bodies')} actions={add}>
      <Group align="flex-end">
        <TextInput
          type="search"
          label={t('bodies.find')}
          placeholder={t('bodies.findHint')}
          leftSection={<IconSearch size={18} aria-hidden />}
          flex="1 1 260px"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        <CivilField
          label={t('bodies.asOf')}
          value={on}
          w={180}
          onChange={(day) => {
            const ngay = day === null || day === today() ? undefined : day;
            void navigate({ search: (was) => ({ ...was, ngay }), replace: true });
          }}
        />
      </Group>
      {asked !== null && <Text c="dimmed">{t('bodies.asOfNote', { on: civil(on) })}</Text>}
      {settled === '' ? (
        <>
          <Text size="sm" c="dimmed" visibleFrom="md">
            {t('bodies.treeHint')}
          </Text>
          <BodyTree on={on} empty={<Empty title={t('bodies.nothing')} />} />
        </>
      ) : (
        <Found q={settled} on={on} />
      )}
    </Page>
  );
}

function Found({ q, on }: { q: string; on: string }): ReactNode {
  const { t } = useTranslation();
  const { say, civil } = useFormats();
  const found = useInfiniteQuery({
    queryKey: ['bodies', 'found', q, on],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/body-tree', { params: { query: { q, on, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const columns = useMemo<Column<Schemas['BodyNode']>[]>(
    () => [
      {
        id: 'name',
        header: t('bodies.name'),
        cell: ({ row: { original: body } }) => (
          <Anchor component={Link} to="/co-quan/$id" params={{ id: body.id } as never}>
            {say(body.nameVi, body.nameEn ?? body.nameVi)}
          </Anchor>
        ),
      },
      {
        id: 'parent',
        header: t('bodies.parent'),
        cell: ({ row: { original: body } }) =>
          body.parentNameVi === null ? '–' : say(body.parentNameVi, body.parentNameEn ?? body.parentNameVi),
      },
      { id: 'level', header: t('bodies.levelLabel'), cell: ({ row }) => t(`bodies.level.${row.original.level}`) },
      { id: 'code', header: t('bodies.code'), cell: ({ row }) => row.original.code },
    ],
    [t, say],
  );
  return (
    <Answered of={found}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        if (rows.length === 0) return <Empty title={t('bodies.nothingFound', { q, on: civil(on) })} />;
        return (
          <DataTable
            label={t('bodies.found')}
            rows={rows}
            columns={columns}
            keyOf={({ id }) => id}
            isLoadingMore={found.isFetchingNextPage}
            {...(found.hasNextPage ? { onEnd: () => void found.fetchNextPage() } : {})}
          />
        );
      }}
    </Answered>
  );
}
