import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { readable } from '../history/changes.js';
import { ChangesTable } from '../history/changes-table.js';
import { RecordLink } from '../history/record-link.js';
import { Answered } from '../ui/answered.js';
import { Empty } from '../ui/empty.js';
import { useFormats } from '../ui/format.js';
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
  const { instant, say } = useFormats();
  const changes = readable(entry.changes);
  const subject = entry.records.find(({ id }) => id === entry.subjectId);
  return (
    <li>
      <Text>
        <b>{say(entry.whatVi, entry.whatEn)}</b> – {entry.by}, <time dateTime={entry.at}>{instant(entry.at)}</time>
      </Text>
      {subject !== undefined && subject.id !== entry.agreementId && (
        <Text size="sm">
          <RecordLink record={subject} />
        </Text>
      )}
      {changes.length > 0 && (
        <details>
          <summary>{t('lifecycle.agreement.history.changes', { count: changes.length })}</summary>
          <ChangesTable what={entry.what} changes={changes} records={entry.records} />
        </details>
      )}
    </li>
  );
}
