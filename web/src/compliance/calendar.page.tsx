import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { BodyPicker } from '../bodies/body-picker.js';
import { useFormats } from '../ui/format.js';
import { Page } from '../ui/page.js';
import { ProblemNote } from '../ui/problem-note.js';
import { today } from '../ui/today.js';
import { AgreementPicker } from '../agreements/agreement-picker.js';
import { CalendarAgenda } from './calendar-agenda.js';
import { monthOf, monthsAfter, quarterOf, VIEWS, weekOf, type Span, type View } from './calendar-days.js';
import { CalendarLegend, CalendarMonth } from './calendar-month.js';
import './calendar.css';

const route = getRouteApi('/inside/lich');
const ROMAN = ['I', 'II', 'III', 'IV'];
const CIVIL = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const IN_ADDRESS = { month: 'thang', list: 'danh-sach', quarter: 'quy' } as const;

/** What falls due: a month to move in by keys, a list of its days, and a list of the quarter for paper. */
export default function CalendarPage(): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const navigate = useNavigate();
  const search = route.useSearch();
  const isPhone = useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false });
  const word = (name: string): string | null => [search[name]].flat()[0] ?? null;
  const asked = word('ngay');
  const day = asked !== null && CIVIL.test(asked) ? asked : today();
  const view: View = VIEWS.find((one) => IN_ADDRESS[one] === word('xem')) ?? (isPhone ? 'list' : 'month');
  const isWeek = word('tuan') === 'co';
  const narrowed = { bodyId: word('co-quan'), agreementId: word('van-ban') };
  const change = (next: Record<string, string | null>): void => {
    const words = Object.fromEntries(Object.entries(next).map(([name, value]) => [name, value ?? undefined]));
    void navigate({ to: '/lich', search: (was) => ({ ...was, ...words }), replace: true, resetScroll: false });
  };
  const { from, to } = view === 'quarter' ? quarterOf(day) : monthOf(day);
  const seen: Span = view === 'month' ? { from: weekOf(from).from, to: weekOf(to).to } : { from, to };
  const due = useQuery({
    queryKey: ['calendar', 'days', seen, narrowed],
    queryFn: () =>
      answer(
        api.GET('/api/v1/due-days', {
          params: {
            query: {
              ...seen,
              ...(narrowed.bodyId === null ? {} : { bodyId: narrowed.bodyId }),
              ...(narrowed.agreementId === null ? {} : { agreementId: narrowed.agreementId }),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const days = new Map((due.data?.days ?? []).map((one) => [one.day, one]));
  const span = useSpanName(day, view);
  const list = isWeek ? weekOf(day) : { from: day, to: day };
  return (
    <Page
      title={t('app.calendar')}
      actions={
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => print()}>
          {t('ui.print')}
        </Button>
      }
    >
      <Group gap="sm" align="flex-end" className="no-print">
        <SegmentedControl
          aria-label={t('compliance.calendar.view')}
          className="due-views"
          data={VIEWS.map((value) => ({ value, label: t(`compliance.calendar.${value}`) }))}
          value={view}
          onChange={(next) => {
            change({ xem: IN_ADDRESS[next] });
          }}
        />
        <BodyPicker
          label={t('compliance.calendar.body')}
          placeholder={t('compliance.calendar.everything')}
          value={narrowed.bodyId}
          onChange={(bodyId) => {
            change({ 'co-quan': bodyId });
          }}
        />
        <AgreementPicker
          label={t('compliance.calendar.agreement')}
          placeholder={t('compliance.calendar.everything')}
          value={narrowed.agreementId}
          onChange={(agreementId) => {
            change({ 'van-ban': agreementId });
          }}
        />
      </Group>
      <Group gap="xs" justify="space-between" className="no-print">
        <Title order={2} size="h3" aria-live="polite">
          {span}
        </Title>
        <Steps
          day={day}
          months={view === 'quarter' ? 3 : 1}
          onGo={(ngay) => {
            change({ ngay });
          }}
        />
      </Group>
      <Text className="due-paper" fw={600}>
        {t('compliance.calendar.paper', { span })}
      </Text>
      <ProblemNote of={due.error} onRetry={() => void due.refetch()} />
      {view === 'month' ? (
        <div className="due-both">
          <div>
            <CalendarMonth
              chosen={day}
              days={days}
              label={t('compliance.calendar.grid', { span })}
              onChoose={(ngay) => {
                change({ ngay });
              }}
            />
            <CalendarLegend />
          </div>
          <div className="due-list" aria-live="polite">
            <Group justify="space-between" mb="sm">
              <Text fw={600}>
                {isWeek && t('compliance.calendar.weekTitle', { from: civil(list.from), to: civil(list.to) })}
              </Text>
              <Button
                size="xs"
                variant={isWeek ? 'filled' : 'default'}
                aria-pressed={isWeek}
                onClick={() => {
                  change({ tuan: isWeek ? null : 'co' });
                }}
              >
                {t('compliance.calendar.week')}
              </Button>
            </Group>
            <CalendarAgenda span={list} {...narrowed} offs={days} withEmpty={!isWeek} />
          </div>
        </div>
      ) : (
        <CalendarAgenda span={{ from, to }} {...narrowed} offs={days} />
      )}
    </Page>
  );
}

function useSpanName(day: string, view: View): string {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { quarter, year } = quarterOf(day);
  if (view !== 'quarter') return t('compliance.calendar.monthName', { month: Number(day.slice(5, 7)), year });
  return t('compliance.calendar.quarterName', {
    quarter: language === 'vi' ? (ROMAN[quarter - 1] ?? quarter) : quarter,
    year,
  });
}

function Steps({ day, months, onGo }: { day: string; months: number; onGo: (day: string) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Group gap={4}>
      <Button
        variant="default"
        leftSection={<IconChevronLeft size={18} aria-hidden />}
        onClick={() => {
          onGo(monthsAfter(day, -months));
        }}
      >
        {t('compliance.calendar.previous')}
      </Button>
      <Button
        variant="default"
        onClick={() => {
          onGo(today());
        }}
      >
        {t('ui.today')}
      </Button>
      <Button
        variant="default"
        rightSection={<IconChevronRight size={18} aria-hidden />}
        onClick={() => {
          onGo(monthsAfter(day, months));
        }}
      >
        {t('compliance.calendar.next')}
      </Button>
    </Group>
  );
}
