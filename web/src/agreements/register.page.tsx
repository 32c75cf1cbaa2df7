import { Box, Button, Collapse, Group, Kbd, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, lazy, useCallback, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { DataTable } from '../ui/data-table.js';
import { Empty } from '../ui/empty.js';
import { useFormats } from '../ui/format.js';
import { Page } from '../ui/page.js';
import { ProblemNote } from '../ui/problem-note.js';
import './register.css';
import { useColumnChoice, useColumns } from './register-columns.js';
import { useRowKeys } from './register-keys.js';
import { useCounts, useRegister } from './register-list.js';
import {
  ORDERS,
  countFilters,
  queryOf,
  readAsked,
  searchOf,
  writeAsked,
  type Asked,
  type Search,
} from './register-search.js';
import { SavedViews } from './register-views.js';
import { StateChips } from './state-chips.js';

const Filters = lazy(() => import('./register-filters.js'));
const ColumnMenu = lazy(() => import('./column-menu.js'));

export default function RegisterPage(): ReactNode {
  const { t } = useTranslation();
  const search: Search = useSearch({ strict: false });
  const asked = readAsked(search);
  const navigate = useNavigate();
  const searchField = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const keys = useRowKeys(searchField, rows);
  const choice = useColumnChoice();
  const [areFiltersOpen, filters] = useDisclosure(countFilters(asked) > 0);
  const mayRegister = useMay('agreements.register');
  const ask = (change: Partial<Asked>): void => {
    void navigate({ to: '/van-ban', search: writeAsked({ ...asked, ...change }), replace: true, resetScroll: false });
  };
  const filtersOn = countFilters(asked);
  return (
    <Page
      title={t('app.agreements')}
      actions={
        mayRegister && (
          <Button component={Link} to="/van-ban/moi" leftSection={<IconPlus size={18} aria-hidden />}>
            {t('agreements.register.create')}
          </Button>
        )
      }
    >
      <Stack gap="sm" className="no-print" role="search">
        <Group gap="xs" align="flex-end">
          <SearchField asked={asked} ask={ask} input={searchField} onKeyDown={keys.onSearchKey} />
          <Button
            variant={filtersOn > 0 ? 'light' : 'default'}
            leftSection={<IconFilter size={18} aria-hidden />}
            aria-expanded={areFiltersOpen}
            onClick={filters.toggle}
          >
            {filtersOn > 0
              ? t('agreements.register.filtersOn', { count: filtersOn })
              : t('agreements.register.filters')}
          </Button>
          <OrderField asked={asked} ask={ask} />
          <SavedViews
            present={{ query: queryOf(writeAsked(asked)), columns: choice.shown }}
            onChoose={({ query, columns }) => {
              choice.show(columns);
              if (countFilters(readAsked(searchOf(query))) > 0) filters.open();
              void navigate({ to: '/van-ban', search: searchOf(query) });
            }}
          />
          <Suspense fallback={<Box w={36} h={36} />}>
            <ColumnMenu {...choice} />
          </Suspense>
        </Group>
        <Collapse expanded={areFiltersOpen} keepMounted={false}>
          <Suspense>
            <Filters asked={asked} ask={ask} />
          </Suspense>
        </Collapse>
        <StateChips asked={asked} ask={ask} />
      </Stack>
      <div ref={rows} className="register" onKeyDown={keys.onRowsKey}>
        <Rows asked={asked} hidden={choice.hidden} />
      </div>
    </Page>
  );
}

interface AskProps {
  asked: Asked;
  ask: (change: Partial<Asked>) => void;
}

interface SearchProps extends AskProps {
  input: RefObject<HTMLInputElement | null>;
  onKeyDown: (event: React.KeyboardEvent) => void;
}

function SearchField({ asked, ask, input, onKeyDown }: SearchProps): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(asked.q);
  const [sent, setSent] = useState(asked.q);
  const [seen, setSeen] = useState(asked.q);
  // The address has changed, and not to what was sent from here: a view chosen, or "back".
  if (asked.q !== seen) {
    setSeen(asked.q);
    if (asked.q !== sent) setText(asked.q);
  }
  const send = useDebouncedCallback((q: string) => {
    setSent(q);
    ask({ q });
  }, 250);
  return (
    <TextInput
      ref={input}
      type="search"
      flex="1 1 260px"
      label={t('agreements.register.search')}
      title={t('agreements.register.searchHint')}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={<Kbd aria-hidden>/</Kbd>}
      aria-keyshortcuts="/"
      maxLength={200}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        send(value.trim());
      }}
      onKeyDown={onKeyDown}
    />
  );
}

function OrderField({ asked, ask }: AskProps): ReactNode {
  const { t } = useTranslation();
  const orders = Object.keys(ORDERS) as Asked['order'][];
  return (
    <Select
      label={t('agreements.register.sort')}
      w={210}
      allowDeselect={false}
      data={orders.map((order) => ({ value: order, label: t(`agreements.register.${ORDERS[order][0]}`) }))}
      value={asked.order}
      onChange={(order) => ask({ order: order as Asked['order'] })}
    />
  );
}

function Rows({ asked, hidden }: { asked: Asked; hidden: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const { count } = useFormats();
  const counts = useCounts(asked);
  const columns = useColumns();
  const { pages, rows } = useRegister(asked);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed" role="status">
        {counts.data !== undefined && t('agreements.register.found', { n: count(counts.data.total) })}
      </Text>
      <Answered of={pages} rows={10}>
        {() =>
          rows.length === 0 ? (
            <Nothing asked={asked} />
          ) : (
            <>
              {pages.isError && <ProblemNote of={pages.error} onRetry={() => void pages.refetch()} />}
              <DataTable
                label={t('app.agreements')}
                rows={rows}
                columns={columns}
                keyOf={({ id }) => id}
                hidden={hidden}
                isLoadingMore={isFetchingNextPage}
                rowHeight={64}
                {...(hasNextPage ? { onEnd: more } : {})}
              />
            </>
          )
        }
      </Answered>
    </Stack>
  );
}

function Nothing({ asked }: { asked: Asked }): ReactNode {
  const { t } = useTranslation();
  const isFiltered = countFilters(asked) > 0 || asked.state.length > 0 || asked.q !== '';
  return <Empty title={isFiltered ? t('agreements.register.nothing') : t('agreements.register.none')} />;
}
