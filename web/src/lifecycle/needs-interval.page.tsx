import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { lackingPlace } from '../commitments/lacking-place.js';
import { ButtonLink } from '../ui/button-link.js';
import { Empty } from '../ui/empty.js';
import { ListAnswered } from '../ui/list-answered.js';
import { Page } from '../ui/page.js';
import { TextLink } from '../ui/text-link.js';
import { readPlace } from './successions.queries.js';
import './successions.css';

type Lacking = Schemas['NeedsIntervalAnswer'];

/** What was promised at intervals that nobody has written down, by agreement, each with its sentence. */
export default function NeedsIntervalPage(): ReactNode {
  const { t } = useTranslation();
  const { agreementId } = readPlace(useSearch({ strict: false }));
  const list = useInfiniteQuery({
    queryKey: ['needs-interval', agreementId],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/needs-interval', {
          params: {
            query: {
              limit: 100,
              ...(agreementId === undefined ? {} : { agreementId }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const agreements = [...new Set(rows.map((row) => row.agreementId))];
  return (
    <Page title={t('app.needsInterval')}>
      <Text c="dimmed">{t('lifecycle.needs.intro')}</Text>
      <ListAnswered of={list}>
        {rows.length === 0 && <Empty title={t('lifecycle.needs.none')} />}
        {agreements.map((id) => (
          <OfAgreement key={id} rows={rows.filter((row) => row.agreementId === id)} />
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
      </ListAnswered>
    </Page>
  );
}

function OfAgreement({ rows }: { rows: readonly Lacking[] }): ReactNode {
  const id = useId();
  const [first] = rows;
  if (first === undefined) return null;
  return (
    <Card withBorder component="section" aria-labelledby={id}>
      <Title order={2} size="h4" id={id} mb="xs">
        <TextLink to="/van-ban/$id" params={{ id: first.agreementId }} inherit>
          {first.agreementTitle}
        </TextLink>
      </Title>
      <Stack gap={0}>
        {rows.map((row) => (
          <One key={row.scheduleId ?? row.cycleId ?? row.commitmentId} row={row} />
        ))}
      </Stack>
    </Card>
  );
}

function One({ row }: { row: Lacking }): ReactNode {
  const { t } = useTranslation();
  const mayRegister = useMay('agreements.register');
  const { agreementId, commitmentTitle, kind, textAsWritten } = row;
  const word = kind === 'FOLLOW_UP' ? t('lifecycle.needs.followUp') : t(`commitments.kind.${kind}`);
  const title = commitmentTitle ?? t('lifecycle.needs.whole', { kind: word });
  return (
    <Group justify="space-between" align="flex-start" gap="sm" className="succession-row">
      <Stack gap={4} flex="1 1 280px">
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed">
          {word}
        </Text>
        {textAsWritten !== null && (
          <blockquote className="succession-quote" aria-label={t('lifecycle.needs.sentence')}>
            {textAsWritten}
          </blockquote>
        )}
      </Stack>
      {mayRegister && (
        <ButtonLink
          to="/van-ban/$id/soan"
          params={{ id: agreementId }}
          search={lackingPlace(row)}
          aria-label={t('lifecycle.needs.giveFor', { title })}
        >
          {t('lifecycle.needs.give')}
        </ButtonLink>
      )}
    </Group>
  );
}
