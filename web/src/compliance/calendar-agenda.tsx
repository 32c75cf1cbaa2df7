import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useDutyTitle } from '../commitments/duty-title.js';
import { StandingBadge, type DutyStanding } from '../commitments/standing-badge.js';
import { Answered } from '../ui/answered.js';
import { Empty } from '../ui/empty.js';
import { useFormats } from '../ui/format.js';
import { TextLink } from '../ui/text-link.js';
import { today } from '../ui/today.js';
import { ToneBadge } from '../ui/tone.js';
import { nameOf } from '../agreements/agreement-picker.js';
import { daysOf, weekdayOf, type Span } from './calendar-days.js';

/** Things of each kind that one list holds at most: the longest page of the register. */
const MOST = 200;

export interface Narrowed {
  bodyId: string | null;
  agreementId: string | null;
}

interface Item {
  key: string;
  day: string;
  title: string;
  about: string;
  to: '/bao-cao/$id' | '/so-ket/$id' | '/van-ban/$id';
  id: string;
  standing: DutyStanding | null;
}

interface Props extends Narrowed {
  span: Span;
  offs: ReadonlyMap<string, Schemas['DueDay']>;
  /** Days on which nothing is due are named too. */
  withEmpty?: boolean;
}

/** What falls due, day by day, each thing leading to its page. */
export function CalendarAgenda({ span, bodyId, agreementId, offs, withEmpty = false }: Props): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const due = useDue(span, { bodyId, agreementId });
  return (
    <Answered of={due} rows={5}>
      {({ items, isCut }) => {
        const days = daysOf(span).filter((day) => withEmpty || items.some((item) => item.day === day));
        if (days.length === 0) return <Empty title={t('compliance.calendar.nothing')} />;
        return (
          <Stack gap="md" className="due-agenda">
            {isCut && <Alert color="yellow">{t('compliance.calendar.more')}</Alert>}
            {days.map((day) => {
              const off = offs.get(day)?.off ?? null;
              const ofDay = items.filter((item) => item.day === day);
              return (
                <section key={day} aria-label={civil(day)}>
                  <Group gap="xs" mb={4}>
                    <Title order={3} size="h5">
                      {t(`compliance.calendar.weekdays.${weekdayOf(day)}`)} {civil(day)}
                    </Title>
                    {day === today() && <ToneBadge tone="today">{t('ui.today')}</ToneBadge>}
                    {off !== null && !off.weekend && (
                      <ToneBadge tone="muted">{off.name ?? t('compliance.calendar.off')}</ToneBadge>
                    )}
                  </Group>
                  {ofDay.length === 0 ? (
                    <Text size="sm" c="dimmed">
                      {t('compliance.calendar.nothing')}
                    </Text>
                  ) : (
                    <ul>
                      {ofDay.map((item) => (
                        <Line key={item.key} item={item} />
                      ))}
                    </ul>
                  )}
                </section>
              );
            })}
          </Stack>
        );
      }}
    </Answered>
  );
}

function Line({ item }: { item: Item }): ReactNode {
  const { t } = useTranslation();
  return (
    <li>
      <Group justify="space-between" gap="xs" align="flex-start">
        <TextLink to={item.to} params={{ id: item.id }} fw={600} className="due-title">
          {item.title}
        </TextLink>
        {item.standing === null ? (
          <ToneBadge tone="muted">{t('compliance.calendar.termEnds')}</ToneBadge>
        ) : (
          <StandingBadge standing={item.standing} />
        )}
      </Group>
      <Text size="sm">{item.about}</Text>
    </li>
  );
}

/** Reports, reviews, follow-ups and ends of terms of a span, by day. */
function useDue({ from, to }: Span, { bodyId, agreementId }: Narrowed) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const titled = useDutyTitle();
  return useQuery({
    queryKey: ['calendar', 'agenda', from, to, bodyId, agreementId, language],
    queryFn: async () => {
      const of = agreementId === null ? {} : { agreementId };
      const by = bodyId === null ? {} : { bodyId };
      const span = { from, to, limit: MOST, ...of };
      const [reports, reviews, followUps, ending] = await Promise.all([
        answer(api.GET('/api/v1/occurrences', { params: { query: { ...span, ...by } } })),
        answer(api.GET('/api/v1/reviews', { params: { query: { ...span, ...by } } })),
        answer(
          api.GET('/api/v1/follow-ups', {
            params: { query: { ...span, ...(bodyId === null ? {} : { ownerId: bodyId }) } },
          }),
        ),
        answer(
          api.GET('/api/v1/agreements', {
            params: {
              query: {
                ...{ termToBy: to, sort: 'termTo', order: 'desc', limit: MOST, ...by },
                state: ['in_force', 'expiring', 'paused'],
              },
            },
          }),
        ),
      ]);
      const items: Item[] = [
        ...reports.items.map((row) => ({
          key: row.id,
          day: row.dueOn,
          title: titled(row.commitmentTitle, row),
          about: `${row.bodyName} · ${row.agreementTitle}`,
          ...({ to: '/bao-cao/$id', id: row.id } as const),
          standing: row.standing,
        })),
        ...reviews.items
          .filter(({ state }) => state !== 'cancelled')
          .map((row) => ({
            key: row.id,
            day: row.dueOn,
            title: titled(t('compliance.calendar.review'), row),
            about: `${row.hostName} · ${row.agreementTitle}`,
            ...({ to: '/so-ket/$id', id: row.id } as const),
            standing: row.standing,
          })),
        ...followUps.items
          .filter(({ state }) => state !== 'cancelled')
          .map((row) => ({
            key: row.id,
            day: row.dueOn,
            title: `${t('compliance.calendar.followUp')}: ${row.title}`,
            about: `${row.ownerName} · ${row.agreementTitle}`,
            ...({ to: '/so-ket/$id', id: row.reviewId } as const),
            standing: row.standing,
          })),
        ...ending.items
          .filter(({ id, termTo }) => termTo !== null && termTo >= from && (agreementId === null || id === agreementId))
          .map((row) => ({
            key: row.id,
            day: row.termTo ?? '',
            title: nameOf(row),
            about: row.parties.join(' – '),
            ...({ to: '/van-ban/$id', id: row.id } as const),
            standing: null,
          })),
      ];
      const isCut = [reports, reviews, followUps].some(({ next }) => next !== null);
      return { items: items.sort((a, b) => a.day.localeCompare(b.day)), isCut };
    },
  });
}
