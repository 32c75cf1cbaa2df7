import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/empty.js';
import { useFormats } from '../ui/format.js';
import { ListAnswered } from '../ui/list-answered.js';
import { Page as PageFrame } from '../ui/page.js';
import { SuccessionCard } from './successions-card.js';
import { SuccessionDecisions } from './successions-decided.js';
import { readPlace, successionsQuery, type Awaiting, type SuccessionAnswer } from './successions.queries.js';

/** Bodies that are gone, in agreements that go on: somebody has to say who takes their place. */
export default function SuccessionsPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const place = readPlace(useSearch({ strict: false }));
  const [told, setTold] = useState<SuccessionAnswer | null>(null);
  const waiting = useInfiniteQuery(successionsQuery(place, false));
  const putOff = useInfiniteQuery(successionsQuery(place, true));
  const rows = rowsOf(waiting);
  const isNarrowed = place.bodyId !== undefined || place.agreementId !== undefined;
  const tellDone = (answered: SuccessionAnswer): void => {
    setTold(answered);
    document.getElementById('content')?.focus();
  };
  return (
    <PageFrame
      title={t('app.successions')}
      actions={
        isNarrowed && (
          <Button
            variant="default"
            onClick={() => {
              void navigate({ to: '/ke-thua', search: {} });
            }}
          >
            {t('lifecycle.succession.showAll')}
          </Button>
        )
      }
    >
      <Text c="dimmed">{t('lifecycle.succession.intro')}</Text>
      {told && <Told told={told} />}
      <ListAnswered of={waiting}>
        {rows.length === 0 && (
          <Empty title={t(isNarrowed ? 'lifecycle.succession.noneSuch' : 'lifecycle.succession.none')} />
        )}
        <Cards list={waiting} isOpen={isNarrowed} onDecided={tellDone} />
      </ListAnswered>
      {rowsOf(putOff).length > 0 && (
        <>
          <Title order={2} size="h3">
            {t('lifecycle.succession.putOffTitle')}
          </Title>
          <Cards list={putOff} isOpen={false} onDecided={tellDone} />
        </>
      )}
      {place.agreementId !== undefined && <SuccessionDecisions agreementId={place.agreementId} />}
    </PageFrame>
  );
}

interface Page {
  items: Awaiting[];
  next: string | null;
}

type List = ReturnType<typeof useInfiniteQuery<Page, Error, InfiniteData<Page>>>;

const rowsOf = ({ data }: List): Awaiting[] => data?.pages.flatMap(({ items }) => items) ?? [];

interface CardsProps {
  list: List;
  isOpen: boolean;
  onDecided: (answered: SuccessionAnswer) => void;
}

function Cards({ list, isOpen, onDecided }: CardsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {rowsOf(list).map((row) => (
        <SuccessionCard key={row.partyId} row={row} isOpen={isOpen} onDecided={onDecided} />
      ))}
      {list.hasNextPage && (
        <Button
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => {
            void list.fetchNextPage();
          }}
        >
          {t('ui.more')}
        </Button>
      )}
    </>
  );
}

/** What the decision has set in motion, in figures. */
function Told({ told }: { told: SuccessionAnswer }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const lines = [
    t(`lifecycle.succession.told.${told.decision}`, {
      body: told.bodyName,
      heirs: told.successors.map(({ name }) => name).join('; '),
      from: civil(told.from),
    }),
    ...(told.released > 0 ? [t('lifecycle.succession.released', { count: told.released })] : []),
    ...(told.occurrences > 0 ? [t('lifecycle.succession.replanned', { count: told.occurrences })] : []),
    ...(told.reviews > 0
      ? [
          t(
            told.decision === 'CONTINUED_BY' ? 'lifecycle.succession.reviewsMoved' : 'lifecycle.succession.reviewsOff',
            {
              count: told.reviews,
            },
          ),
        ]
      : []),
  ];
  return (
    <Alert
      role="status"
      color="green"
      variant="outline"
      icon={<IconCircleCheck aria-hidden />}
      title={t('lifecycle.succession.saved')}
    >
      <Stack gap={4}>
        {lines.map((line) => (
          <Text key={line} size="sm">
            {line}
          </Text>
        ))}
        <Text size="sm">
          {t('lifecycle.succession.stateNow', { state: t(`agreements.state.${told.agreementState}`) })}
        </Text>
      </Stack>
    </Alert>
  );
}
