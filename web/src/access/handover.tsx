import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { Answered } from '../ui/answered.js';
import { Facts } from '../ui/facts.js';
import { useFormats } from '../ui/format.js';

const LISTS = ['reports', 'reviews', 'followUps'] as const;
const PAGES = { reports: '/bao-cao/', reviews: '/so-ket/', followUps: null } as const;

/** What a new holder finds open, and what was late before. */
export function Handover({ seatId }: { seatId: string }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const sheet = useQuery({
    queryKey: ['seats', seatId, 'handover'],
    queryFn: () => answer(api.GET('/api/v1/seats/{id}/handover', { params: { path: { id: seatId }, query: {} } })),
  });
  return (
    <Answered of={sheet}>
      {(data) => {
        if (data.bodyId === null) return <Text c="dimmed">{t('access.handoverWhole')}</Text>;
        const isEmpty = LISTS.every((list) => data[list].length === 0);
        return (
          <Stack w="100%">
            <Text>{t('access.handoverOn', { on: civil(data.on) })}</Text>
            <Facts
              rows={[
                [t('access.handoverFrom'), data.former?.memberName],
                [t('access.handoverTo'), data.holder?.memberName],
                [
                  t('access.nextDates'),
                  data.nextDates.length === 0 ? null : data.nextDates.map((day) => civil(day)).join('; '),
                ],
              ]}
            />
            {isEmpty && <Text c="dimmed">{t('access.handoverNone')}</Text>}
            {LISTS.filter((list) => data[list].length > 0).map((list) => (
              <Duties key={list} title={t(`access.handed.${list}`)} page={PAGES[list]} rows={data[list]} />
            ))}
          </Stack>
        );
      }}
    </Answered>
  );
}

interface Props {
  title: string;
  page: string | null;
  rows: readonly Schemas['HandedDuty'][];
}

function Duties({ title, page, rows }: Props): ReactNode {
  const { t } = useTranslation();
  const { civil, say } = useFormats();
  const remarks = (duty: Schemas['HandedDuty']): string =>
    [
      duty.before ? t('access.before') : duty.overdue ? t('access.overdue') : null,
      duty.hasDraft ? t('access.hasDraft') : null,
      duty.returnedBecause === null ? null : t('access.returned', { why: duty.returnedBecause }),
    ]
      .filter((part) => part !== null)
      .join('; ');
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      <Table.ScrollContainer
        minWidth={560}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': title } }}
      >
        <Table>
          <Table.Thead>
            <Table.Tr>
              {(['handedDue', 'handedWhat', 'handedPeriod', 'handedState'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`access.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((duty) => (
              <Table.Tr key={duty.id}>
                <Table.Td>{civil(duty.dueOn)}</Table.Td>
                <Table.Td>
                  {page === null ? duty.title : <Anchor href={`${page}${duty.id}`}>{duty.title}</Anchor>}
                  <Text size="sm" c="dimmed">
                    {duty.agreementTitle}
                  </Text>
                </Table.Td>
                <Table.Td>{duty.periodVi === null ? '–' : say(duty.periodVi, duty.periodEn ?? duty.periodVi)}</Table.Td>
                <Table.Td>{remarks(duty) || '–'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
