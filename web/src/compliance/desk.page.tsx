import { Button, Stack, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useMay, useSession } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { Empty } from '../ui/empty.js';
import { Page } from '../ui/page.js';
import { DeskPart, useDeskCount, type DeskRow } from './desk-part.js';
import { useDeskRows, type ListName } from './desk-rows.js';

const deskQuery = queryOptions({ queryKey: ['desk'], queryFn: () => answer(api.GET('/api/v1/desk')) });

/** What waits longest for this person alone stands first; then what they prepare; then what others owe them. */
const ORDER: readonly ListName[] = [
  ...(['owes', 'followUps', 'toAccept', 'extensions', 'successions', 'reviewsWithoutOutcome'] as const),
  ...(['reviewsDue', 'drafts', 'expiring', 'needsInterval'] as const),
];

/** Where the whole list stands, for those that have a page. */
const WHOLE: Partial<Record<ListName, { to: string; search?: Record<string, string | string[]> }>> = {
  owes: { to: '/bao-cao', search: { standing: ['overdue', 'due_today', 'returned', 'due_soon', 'in_term'] } },
  toAccept: { to: '/bao-cao', search: { state: 'filed' } },
  successions: { to: '/ke-thua' },
  reviewsDue: { to: '/so-ket' },
  reviewsWithoutOutcome: { to: '/so-ket', search: { standing: 'held' } },
  drafts: { to: '/van-ban', search: { state: 'draft' } },
  expiring: { to: '/van-ban', search: { state: 'expiring' } },
};

interface Part {
  name: ListName;
  count: number;
  capped: boolean;
  rows: DeskRow[];
}

/** What waits for whoever is signed in, the most urgent on top, one click from the act. */
export default function DeskPage(): ReactNode {
  const { t } = useTranslation();
  const desk = useQuery(deskQuery);
  return (
    <Page title={t('app.desk')}>
      <Answered of={desk} rows={8}>
        {(found) => <Desk desk={found} />}
      </Answered>
    </Page>
  );
}

function Desk({ desk }: { desk: Schemas['DeskAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const rows = useDeskRows();
  const parts = ORDER.flatMap((name) => partOf(desk, name, rows[name] as (item: never) => DeskRow));
  if (parts.length === 0) return <AllDone />;
  return (
    <Stack gap="lg">
      {parts.length > 1 && <Jumps parts={parts} />}
      {parts.map(({ name, ...part }) => (
        <DeskPart
          key={name}
          id={name}
          heading={t(`compliance.desk.${name}`)}
          {...part}
          {...(WHOLE[name] ? { all: WHOLE[name] } : {})}
        />
      ))}
    </Stack>
  );
}

function partOf(desk: Schemas['DeskAnswer'], name: ListName, row: (item: never) => DeskRow): Part[] {
  const list = desk[name];
  if (list === null || list.count === 0) return [];
  return [{ name, count: list.count, capped: list.capped, rows: list.items.map((item) => row(item as never)) }];
}

/** All counts in one line; each leads to its part. */
function Jumps({ parts }: { parts: readonly Part[] }): ReactNode {
  const { t } = useTranslation();
  const told = useDeskCount();
  return (
    <nav aria-label={t('compliance.desk.summary')}>
      <ul className="desk-jumps">
        {parts.map(({ name, count, capped }) => (
          <li key={name}>
            <a
              href={`#${name}`}
              onClick={() => document.getElementById(`${name}-heading`)?.focus({ preventScroll: true })}
            >
              {t(`compliance.desk.${name}`)} <strong>{told(count, capped)}</strong>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function AllDone(): ReactNode {
  const { t } = useTranslation();
  const { seats } = useSession();
  const mayRead = useMay('reports.read');
  if (seats.length === 0) return <Empty title={t('compliance.desk.unseated')} />;
  return (
    <Empty title={t('compliance.desk.done')}>
      <Text ta="center" c="dimmed">
        {t('compliance.desk.doneHint')}
      </Text>
      {mayRead && (
        <Button component={Link} to="/bao-cao" variant="default">
          {t('compliance.desk.next')}
        </Button>
      )}
    </Empty>
  );
}
