import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { Empty } from '../ui/empty.js';
import { useFormats } from '../ui/format.js';
import { TextLink } from '../ui/text-link.js';
import { ToneBadge } from '../ui/tone.js';
import { BOX_LOOK } from './summary-boxes.js';
import { queryOf, type Asked } from './summary-asked.js';

interface Props {
  asked: Asked;
  /** Of the row whose figure is open; null: of the totals. */
  label: [vi: string, en: string] | null;
  onClose: () => void;
}

/** The duties behind the figure that is open, each leading to its report and to the sentence that asks for it. */
export function SummaryRows({ asked, label, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const { say } = useFormats();
  const { open } = asked;
  const row = label === null ? t('compliance.summary.everything') : say(...label);
  return (
    <Drawer
      opened={open !== null}
      onClose={onClose}
      position="right"
      size="lg"
      className="no-print"
      title={open === null ? '' : t('compliance.summary.rows', { box: t(`compliance.summary.box.${open}`), row })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {open !== null && <Duties asked={asked} box={open} />}
    </Drawer>
  );
}

function Duties({ asked, box }: { asked: Asked; box: Schemas['SummaryFigure'] }): ReactNode {
  const { t } = useTranslation();
  const query = { ...queryOf(asked), box, ...(asked.key === null ? {} : { key: asked.key }) };
  const pages = useInfiniteQuery({
    queryKey: ['summary', 'rows', query],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/summary/rows', {
          params: { query: { ...query, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages: all }) => all.flatMap(({ items }) => items),
  });
  return (
    <Answered of={pages} rows={6}>
      {(duties) =>
        duties.length === 0 ? (
          <Empty title={t('compliance.summary.noRows')} />
        ) : (
          <Stack gap={0} component="ul" className="summary-duties">
            {duties.map((duty) => (
              <li key={duty.id}>
                <DutyLine duty={duty} />
              </li>
            ))}
            {pages.hasNextPage && (
              <Button
                variant="default"
                mt="sm"
                loading={pages.isFetchingNextPage}
                onClick={() => void pages.fetchNextPage()}
              >
                {t('ui.more')}
              </Button>
            )}
          </Stack>
        )
      }
    </Answered>
  );
}

function DutyLine({ duty }: { duty: Schemas['DutyAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const { civil, say } = useFormats();
  const title = duty.followUpTitle ?? duty.commitmentTitle ?? t(`compliance.summary.duty.${duty.duty}`);
  const page =
    duty.duty === 'REPORT'
      ? ({ to: '/bao-cao/$id', params: { id: duty.id } } as const)
      : ({ to: '/so-ket/$id', params: { id: duty.reviewId ?? duty.id } } as const);
  return (
    <>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <TextLink fw={600} {...page}>
          {title}
        </TextLink>
        <BoxBadge box={duty.box} />
      </Group>
      <Text size="sm">{[say(duty.periodName, duty.periodNameEn), duty.bodyName].join(' · ')}</Text>
      <Text size="sm">
        {t('compliance.summary.due')} {civil(duty.dueOn)}
        {duty.agreedDueOn !== duty.dueOn && `, ${t('compliance.summary.dueMoved', { day: civil(duty.agreedDueOn) })}`}
        {duty.doneOn !== null && ` · ${t('compliance.summary.doneOn', { day: civil(duty.doneOn) })}`}
        {duty.daysLate > 0 && ` · ${t('compliance.summary.lateBy', { days: duty.daysLate })}`}
      </Text>
      <Text size="sm" c="dimmed">
        {duty.agreementTitle}
      </Text>
      {duty.clauseId !== null && (
        <TextLink
          size="sm"
          to="/van-ban/$id"
          params={{ id: duty.agreementId }}
          search={{ muc: 'dieu-khoan', dieu: duty.clauseId }}
        >
          {t('compliance.summary.sentence')}
        </TextLink>
      )}
    </>
  );
}

function BoxBadge({ box }: { box: Schemas['Box'] }): ReactNode {
  const { t } = useTranslation();
  if (box === 'suspended' || box === 'waived')
    return <ToneBadge tone="muted">{t(`compliance.summary.box.${box}`)}</ToneBadge>;
  const [tone, Icon] = BOX_LOOK[box];
  return (
    <ToneBadge tone={tone} icon={<Icon aria-hidden />}>
      {t(`compliance.summary.box.${box}`)}
    </ToneBadge>
  );
}
