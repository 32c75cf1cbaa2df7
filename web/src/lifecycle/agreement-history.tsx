import { Button, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { Empty } from '../ui/empty.js';
import { civil as civilOf, useFormats, type Language } from '../ui/format.js';
import type { Agreement } from './agreement-record.js';

/** Who did what to the agreement and to everything that belongs to it, the latest first. */
export default function History({ agreement: { id } }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const pages = useInfiniteQuery({
    queryKey: ['history', id],
    queryFn: ({ pageParam }) => {
      const query = { subjectId: id, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return answer(api.GET('/api/v1/history', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Answered of={pages} rows={8}>
      {({ pages: got }) => {
        const entries = got.flatMap(({ items }) => items);
        if (entries.length === 0) return <Empty title={t('lifecycle.agreement.history.none')} />;
        return (
          <Stack>
            <ol className="clauses" aria-label={t('lifecycle.agreement.tabs.history')}>
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </ol>
            {pages.hasNextPage && (
              <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {t('lifecycle.agreement.history.more')}
              </Button>
            )}
          </Stack>
        );
      }}
    </Answered>
  );
}

function Entry({ entry }: { entry: Schemas['HistoryEntry'] }): ReactNode {
  const { t } = useTranslation();
  const { instant, say, language } = useFormats();
  return (
    <li>
      <Text>
        <b>{say(entry.whatVi, entry.whatEn)}</b> – {entry.by}, <time dateTime={entry.at}>{instant(entry.at)}</time>
      </Text>
      {entry.changes.length > 0 && (
        <details>
          <summary>{t('lifecycle.agreement.history.changes', { count: entry.changes.length })}</summary>
          <Table.ScrollContainer minWidth={420} scrollAreaProps={{ tabIndex: 0 }}>
            <Table withTableBorder>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('lifecycle.agreement.history.field')}</Table.Th>
                  <Table.Th scope="col">{t('lifecycle.agreement.history.from')}</Table.Th>
                  <Table.Th scope="col">{t('lifecycle.agreement.history.to')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {entry.changes.map(({ field, from, to }) => (
                  <Table.Tr key={field}>
                    <Table.Td>{field}</Table.Td>
                    <Table.Td>{shown(from, language)}</Table.Td>
                    <Table.Td>{shown(to, language)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </details>
      )}
    </li>
  );
}

function shown(value: unknown, language: Language): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return civilOf(value, language);
  return JSON.stringify(value);
}
