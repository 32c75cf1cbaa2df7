import { Text, UnstyledButton } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { changesOf, readable } from '../history/changes.js';
import { RecordLink } from '../history/record-link.js';
import { useFieldName, useValueText } from '../history/value-text.js';
import { Answered } from '../ui/answered.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Empty } from '../ui/empty.js';
import { useFormats } from '../ui/format.js';
import { Page } from '../ui/page.js';
import { AuditEntry, Where } from './audit-entry.js';
import { AuditFilters, NAMES, type Filters } from './audit-filters.js';
import { AuditVerification } from './audit-verification.js';
import './audit.css';

type Entry = Schemas['AuditEntryAnswer'];

const route = getRouteApi('/inside/nhat-ky');
/** Changes told in the list; the entry itself has all. */
const TOLD = 3;
/** Told in the entry, of no use in the list, which says from where. */
const LEFT_OUT = new Set(['address', 'agent', 'carriedBy']);

/** Who did what when, from where, before and after; and whether the trail is whole. */
export default function AuditPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = route.useSearch();
  const mayVerify = useMay('audit.verify');
  const [opened, setOpened] = useState<Entry | null>(null);
  const filters: Filters = Object.fromEntries(
    Object.entries(NAMES).flatMap(([name, word]) => {
      const value = [search[word]].flat()[0];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const change = (next: Partial<Record<keyof typeof NAMES, string | null>>): void => {
    const words = Object.fromEntries(
      Object.entries(next).map(([name, value]) => [NAMES[name as keyof typeof NAMES], value ?? undefined]),
    );
    void navigate({ to: '/nhat-ky', search: (was) => ({ ...was, ...words }), replace: true });
  };
  const pages = useInfiniteQuery({
    queryKey: ['audit-entries', filters],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/audit-entries', {
          params: { query: { ...filters, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages: all }) => all.flatMap(({ items }) => items),
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const columns = useColumns(setOpened);
  const subject = pages.data?.flatMap(({ records }) => records).find(({ id }) => id === filters.subjectId);
  return (
    <Page title={t('app.audit')} actions={mayVerify && <AuditVerification />}>
      <AuditFilters filters={filters} change={change} subject={subject} />
      <Answered of={pages} rows={10}>
        {(entries) =>
          entries.length === 0 ? (
            <Empty title={t('compliance.audit.empty')} />
          ) : (
            <DataTable
              label={t('compliance.audit.table')}
              rows={entries}
              columns={columns}
              keyOf={({ id }) => id}
              onEnd={more}
              isLoadingMore={isFetchingNextPage}
            />
          )
        }
      </Answered>
      <AuditEntry
        entry={opened}
        onClose={() => {
          setOpened(null);
        }}
      />
    </Page>
  );
}

function useColumns(open: (entry: Entry) => void): Column<Entry>[] {
  const { t } = useTranslation();
  const { instant, say } = useFormats();
  return [
    { id: 'at', header: t('compliance.audit.at'), cell: ({ row }) => instant(row.original.at) },
    { id: 'who', header: t('compliance.audit.who'), cell: ({ row }) => row.original.actor.name },
    {
      id: 'what',
      header: t('compliance.audit.what'),
      cell: ({ row }) => (
        <UnstyledButton
          className="audit-open"
          title={t('compliance.audit.open')}
          onClick={() => {
            open(row.original);
          }}
        >
          {say(row.original.whatVi, row.original.whatEn)}
        </UnstyledButton>
      ),
    },
    { id: 'changes', header: t('compliance.audit.changes'), cell: ({ row }) => <Told entry={row.original} /> },
    { id: 'where', header: t('compliance.audit.where'), cell: ({ row }) => <Where entry={row.original} /> },
  ];
}

/** The first changes in a line each: field: before → after. */
function Told({ entry }: { entry: Entry }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const textOf = useValueText({ noun: entry.what.split('.')[0] ?? '', records: entry.records });
  const subject = entry.records.find(({ id }) => id === entry.subjectId);
  const changes = readable(changesOf(entry.before, entry.after)).filter(({ field }) => !LEFT_OUT.has(field));
  return (
    <div className="audit-told">
      {subject !== undefined && (
        <div>
          <RecordLink record={subject} />
        </div>
      )}
      {changes.slice(0, TOLD).map(({ field, from, to }) => (
        <div key={field}>
          {nameOf(field)}: {from !== null && <del>{textOf(field, from)}</del>} {from !== null && '→ '}
          {textOf(field, to)}
        </div>
      ))}
      {changes.length > TOLD && (
        <Text size="sm" c="dimmed">
          {t('compliance.audit.moreChanges', { number: changes.length - TOLD })}
        </Text>
      )}
    </div>
  );
}
