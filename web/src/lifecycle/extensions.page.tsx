import { Card, Group, SegmentedControl, Stack, Text, Title, Button } from '@mantine/core';
import { IconCheck, IconHourglass, IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { BodyPicker } from '../bodies/body-picker.js';
import { useDutyTitle } from '../commitments/duty-title.js';
import { ExtensionDecision } from '../reports/extension-decision.js';
import { Empty } from '../ui/empty.js';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';
import { ListAnswered } from '../ui/list-answered.js';
import { Page } from '../ui/page.js';
import { TextLink } from '../ui/text-link.js';
import { daysBetween } from '../ui/today.js';
import { ToneBadge } from '../ui/tone.js';
import { readPlace } from './successions.queries.js';
import './successions.css';

type Extension = Schemas['ExtensionRow'];
const STATES = ['asked', 'granted', 'refused'] as const;
type State = (typeof STATES)[number];

const LOOK = {
  asked: ['soon', IconHourglass],
  granted: ['good', IconCheck],
  refused: ['danger', IconX],
} as const;

const extensionsQuery = (state: State | null, bodyId: string | undefined) => ({
  queryKey: ['extensions', 'list', state, bodyId],
  queryFn: ({ pageParam }: { pageParam: string | null }) =>
    answer(
      api.GET('/api/v1/extensions', {
        params: {
          query: {
            ...(state === null ? {} : { state }),
            ...(bodyId === undefined ? {} : { bodyId }),
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        },
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }: { next: string | null }) => next,
});

/** Requests for a later day: those that wait for a word, and what was said before. */
export default function ExtensionsPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const raw: Record<string, string | string[] | undefined> = useSearch({ strict: false });
  const { bodyId } = readPlace(raw);
  const state = raw['state'] === 'all' ? null : (STATES.find((one) => one === raw['state']) ?? 'asked');
  const set = (words: Record<string, string | undefined>): void => {
    void navigate({ to: '/xin-lui-han', search: (was) => ({ ...was, ...words }), replace: true });
  };
  const list = useInfiniteQuery(extensionsQuery(state, bodyId));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={t('app.extensions')}>
      <Group gap="sm" align="flex-end" role="search" aria-label={t('lifecycle.extension.filters')}>
        <SegmentedControl
          aria-label={t('lifecycle.extension.stateLabel')}
          data={[
            ...STATES.map((one) => ({ value: one, label: t(`reports.extension.state.${one}`) })),
            { value: 'all', label: t('ui.all') },
          ]}
          value={state ?? 'all'}
          onChange={(chosen) => set({ state: chosen === 'asked' ? undefined : chosen })}
          className="succession-wraps"
        />
        <BodyPicker
          label={t('lifecycle.extension.body')}
          placeholder={t('ui.all')}
          value={bodyId ?? null}
          onChange={(chosen) => set({ bodyId: chosen ?? undefined })}
          w={260}
        />
      </Group>
      <ListAnswered of={list}>
        {rows.length === 0 && (
          <Empty title={t(state === 'asked' ? 'lifecycle.extension.noneAsked' : 'lifecycle.extension.none')} />
        )}
        {rows.map((row) => (
          <One key={row.id} row={row} />
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

function One({ row }: { row: Extension }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const titled = useDutyTitle();
  const mayDecide = useMay('extensions.decide');
  const id = useId();
  const [tone, Icon] = LOOK[row.state];
  const before = row.state === 'granted' ? row.dueOn : (row.agreedDueOn ?? row.dueOn);
  const to = row.grantedTo ?? row.askedTo;
  return (
    <Card withBorder component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="sm">
          <Title order={2} size="h4" id={id} flex="1 1 240px">
            <TextLink to="/bao-cao/$id" params={{ id: row.occurrenceId }} inherit>
              {titled(row.commitmentTitle, row)}
            </TextLink>
          </Title>
          <ToneBadge tone={tone} icon={<Icon aria-hidden />}>
            {t(`reports.extension.state.${row.state}`)}
          </ToneBadge>
        </Group>
        <Text fw={600}>
          {t('lifecycle.extension.change', {
            from: civil(before),
            to: civil(to),
            count: Math.max(0, daysBetween(before, to)),
          })}
        </Text>
        <Facts
          rows={[
            [t('lifecycle.extension.body'), row.bodyName],
            [t('lifecycle.extension.agreement'), row.agreementTitle],
            [
              t('lifecycle.extension.asked'),
              t('lifecycle.extension.byOn', { who: row.askedBy, on: civil(row.askedOn) }),
            ],
            [t('reports.extension.reason'), row.reason],
            [
              t('lifecycle.extension.askedTo'),
              row.grantedTo !== null && row.grantedTo !== row.askedTo ? civil(row.askedTo) : null,
            ],
            [
              t('lifecycle.extension.decided'),
              row.decidedOn === null
                ? null
                : t('lifecycle.extension.byOn', { who: row.decidedBy ?? '–', on: civil(row.decidedOn) }),
            ],
            [t('reports.extension.note'), row.decisionNote],
            [t('reports.extension.document'), row.document],
          ]}
        />
        {row.warnings.map((warning) => (
          <Text key={warning} size="sm" c="dimmed">
            {warning === 'not-a-working-day' || warning === 'calendar-unconfirmed'
              ? t(`reports.extension.warning.${warning}`)
              : warning}
          </Text>
        ))}
        {row.state === 'asked' && mayDecide && <ExtensionDecision extension={row} />}
      </Stack>
    </Card>
  );
}
