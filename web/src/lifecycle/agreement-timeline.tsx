import { ActionIcon, Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { StandingBadge } from '../commitments/standing-badge.js';
import { Answered } from '../ui/answered.js';
import '../ui/data-table.css';
import { Empty } from '../ui/empty.js';
import { useFormats } from '../ui/format.js';
import { today } from '../ui/today.js';
import { usePlace, useReports, useReviews, type Agreement } from './agreement-record.js';
import { Picture } from './agreement-timeline-picture.js';
import { lanesOf } from './agreement-timeline-lanes.js';
import { Why } from './agreement-why.js';

/** A year of the agreement: what fell and falls due, as a picture and as a table that says the same. */
export default function Timeline({ agreement }: { agreement: Agreement }): ReactNode {
  const { t } = useTranslation();
  const place = usePlace(agreement.id);
  const year = place.year ?? Number(today().slice(0, 4));
  const span = { from: `${year}-01-01`, to: `${year}-12-31` };
  const reports = useReports(agreement.id, span);
  const reviews = useReviews(agreement.id, span);
  const turn = (by: number): void => place.go({ nam: String(year + by) }, true);
  return (
    <Stack gap="md">
      <Group gap="xs" className="no-print" role="group" aria-label={t('lifecycle.agreement.time.year')}>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('lifecycle.agreement.time.previous')}
          onClick={() => turn(-1)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Text fw={600} role="status" miw={48} ta="center">
          {year}
        </Text>
        <ActionIcon variant="default" size={36} aria-label={t('lifecycle.agreement.time.next')} onClick={() => turn(1)}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Answered of={reports} rows={8}>
        {(items) => (
          <Answered of={reviews} rows={8}>
            {(meetings) => {
              if (items.length + meetings.length === 0)
                return <Empty title={t('lifecycle.agreement.time.none', { year })} />;
              const lanes = lanesOf(items, meetings);
              return (
                <>
                  <Picture agreement={agreement} lanes={lanes} year={year} />
                  <Rows key={year} lanes={lanes} year={year} />
                </>
              );
            }}
          </Answered>
        )}
      </Answered>
      <Cycles id={agreement.id} />
    </Stack>
  );
}

/** Rows of the table before "show all": more slow an old PC down. */
const ROWS_AT_FIRST = 200;

const COLUMNS = ['due', 'duty', 'period', 'body', 'standing', 'filed'] as const;

function Rows({ lanes, year }: { lanes: ReturnType<typeof lanesOf>; year: number }): ReactNode {
  const { t } = useTranslation();
  const { civil, say, count } = useFormats();
  const [shown, setShown] = useState(ROWS_AT_FIRST);
  const label = t('lifecycle.agreement.time.picture', { year });
  const name = (column: (typeof COLUMNS)[number]): string => t(`lifecycle.agreement.time.${column}`);
  const rows = lanes.flatMap((lane) => lane.marks.flatMap((mark) => mark.duties.map((duty) => ({ lane, duty }))));
  rows.sort((a, b) => (a.duty.day < b.duty.day ? -1 : a.duty.day > b.duty.day ? 1 : 0));
  return (
    <div className="timeline-frame" tabIndex={0} role="region" aria-label={label}>
      <Table verticalSpacing="xs" aria-label={label} className="phone-cards">
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column} scope="col">
                {name(column)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, shown).map(({ lane, duty }) => (
            <Table.Tr key={duty.id}>
              <Table.Td data-label={name('due')}>
                <Group gap={2} wrap="nowrap">
                  {civil(duty.day)}
                  <Why duty={lane.duty} id={duty.id} dueOn={duty.day} />
                </Group>
              </Table.Td>
              <Table.Td data-label={name('duty')}>
                <Anchor component={Link} to={duty.to} size="sm">
                  {lane.kind === null ? lane.title : t(`commitments.kind.${lane.kind}`)}
                </Anchor>
              </Table.Td>
              <Table.Td data-label={name('period')}>{say(duty.periodVi, duty.periodEn)}</Table.Td>
              <Table.Td data-label={name('body')}>{duty.body}</Table.Td>
              <Table.Td data-label={name('standing')}>
                <StandingBadge standing={duty.standing} />
              </Table.Td>
              <Table.Td data-label={name('filed')}>{civil(duty.doneOn)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rows.length > shown && (
        <Group gap="sm" p="xs" className="no-print">
          <Text size="sm" role="status">
            {t('lifecycle.agreement.time.shown', { n: count(shown), all: count(rows.length) })}
          </Text>
          <Button size="xs" variant="default" onClick={() => setShown(rows.length)}>
            {t('lifecycle.agreement.time.showAll', { all: count(rows.length) })}
          </Button>
        </Group>
      )}
    </div>
  );
}

/** How the reviews come: every so often, who calls them, last and next. */
function Cycles({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const { data } = useQuery({
    queryKey: ['reviews', 'cycles', id],
    queryFn: () => answer(api.GET('/api/v1/agreements/{id}/review-cycles', { params: { path: { id } } })),
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="agreement-part" aria-label={t('lifecycle.agreement.time.cycles')}>
      <h2>{t('lifecycle.agreement.time.cycles')}</h2>
      <ul>
        {data.items.map((cycle) => (
          <li key={cycle.id}>
            <b>{t(`commitments.kind.${cycle.kind}`)}</b>,{' '}
            {t(`lifecycle.agreement.frequency.${cycle.frequency}`, { n: cycle.n ?? '' })}
            {cycle.textAsWritten !== null && ` – “${cycle.textAsWritten}”`}
            <Text size="sm" c="dimmed">
              {t('lifecycle.agreement.time.host')}: {cycle.hostName}; {t('lifecycle.agreement.time.lastHeld')}:{' '}
              {civil(cycle.lastHeldOn)}; {t('lifecycle.agreement.time.nextDue')}: {civil(cycle.nextDueOn)}
              {cycle.closedOn !== null && `; ${t('lifecycle.agreement.time.closed', { day: civil(cycle.closedOn) })}`}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
