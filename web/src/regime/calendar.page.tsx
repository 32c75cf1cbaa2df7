import { Alert, Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { Answered } from '../ui/answered.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { useFormats } from '../ui/format.js';
import { useKept } from '../ui/kept.js';
import { Page } from '../ui/page.js';
import { today } from '../ui/today.js';
import { ToneBadge } from '../ui/tone.js';
import { CalendarDraft, type Draft } from './calendar-draft.js';
import { DayFields, YearWindow, type DaySetting } from './calendar-windows.js';
import { PastChanges } from './past-changes.js';
import { DAY_TONES, YearMonths } from './year-months.js';

const route = getRouteApi('/inside/lich-lam-viec');
const KINDS = ['HOLIDAY', 'MAKE_UP_OFF', 'SWAP_OFF', 'SWAP_WORK'] as const;
const NOTHING: Draft = { days: [], years: [] };
const NEW_DAY: DaySetting = { date: '', kind: 'HOLIDAY', name: '', basis: null };

/** Days off and worked Saturdays of a year, and the changes of them. */
export default function WorkingCalendarPage(): ReactNode {
  const { t } = useTranslation();
  const asked = Number(route.useSearch()['nam'] ?? today().slice(0, 4));
  const year = Number.isInteger(asked) && asked >= 1900 && asked <= 2200 ? asked : Number(today().slice(0, 4));
  const navigate = route.useNavigate();
  const calendar = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => answer(api.GET('/api/v1/calendar-days', { params: { query: { year } } })),
  });
  const go = (to: number): void => void navigate({ search: { nam: String(to) }, replace: true });
  return (
    <Page
      title={t('app.workingCalendar')}
      actions={
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconChevronLeft size={18} aria-hidden />}
            aria-label={t('regime.yearBefore')}
            onClick={() => {
              go(year - 1);
            }}
          >
            {year - 1}
          </Button>
          <Button
            variant="default"
            rightSection={<IconChevronRight size={18} aria-hidden />}
            aria-label={t('regime.yearAfter')}
            onClick={() => {
              go(year + 1);
            }}
          >
            {year + 1}
          </Button>
        </Group>
      }
    >
      <Answered of={calendar} rows={12}>
        {(data) => <Year key={data.year} calendar={data} />}
      </Answered>
    </Page>
  );
}

function Year({ calendar }: { calendar: Schemas['CalendarAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const mayKeep = useMay('calendar.keep');
  const { value: draft, set, forget } = useKept<Draft>('calendar-change', NOTHING);
  const [setting, setSetting] = useState<DaySetting | null>(null);
  const days = useMemo(() => new Map(calendar.days.map((day) => [day.date, day])), [calendar.days]);
  const begin = (date: string): void => {
    const known = draft.days.find((day) => day.date === date) ?? days.get(date);
    setSetting(known ?? { ...NEW_DAY, date });
  };
  const take = (event: SubmitEvent): void => {
    event.preventDefault();
    if (setting === null) return;
    set((was) => ({ ...was, days: [...was.days.filter(({ date }) => date !== setting.date), setting] }));
    setSetting(null);
  };
  const { year, confirmed } = calendar;
  const isWaiting = draft.days.length + draft.years.length > 0;
  return (
    <>
      <Title order={2} size="h3">
        {t('regime.year', { year })}
      </Title>
      <Alert color={confirmed ? 'green' : 'yellow'} variant="outline">
        {t(confirmed ? 'regime.confirmed' : 'regime.unconfirmed', { year })}
        {calendar.basis !== null && ` (${calendar.basis})`}
      </Alert>
      {mayKeep && (
        <Group>
          <Button
            variant="default"
            onClick={() => {
              begin('');
            }}
          >
            {t('regime.addDay')}
          </Button>
          <YearWindow
            year={calendar}
            onSet={(next) => {
              set((was) => ({ ...was, years: [...was.years.filter((other) => other.year !== next.year), next] }));
            }}
          />
        </Group>
      )}
      {isWaiting && (
        <CalendarDraft
          draft={draft}
          onChange={set}
          onApplied={() => {
            forget(NOTHING);
          }}
        />
      )}
      <Group gap="xs" aria-label={t('regime.legend')} role="group">
        {KINDS.map((kind) => (
          <ToneBadge key={kind} tone={DAY_TONES[kind]}>
            {t(`regime.dayMark.${kind}`)} · {t(`regime.dayKind.${kind}`)}
          </ToneBadge>
        ))}
      </Group>
      {mayKeep && (
        <Text size="sm" c="dimmed" visibleFrom="md">
          {t('regime.keysHint')}
        </Text>
      )}
      <YearMonths
        year={year}
        days={days}
        pending={new Set(draft.days.map(({ date }) => date))}
        {...(mayKeep ? { onDay: begin } : {})}
      />
      <Days calendar={calendar} />
      <Past />
      <Modal
        opened={setting !== null}
        onClose={() => {
          setSetting(null);
        }}
        title={setting?.date ? t('regime.setDay', { on: civil(setting.date) }) : t('regime.addDay')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {setting !== null && (
          <form onSubmit={take}>
            <Stack>
              <DayFields value={setting} onChange={setSetting} isKnown={days.has(setting.date)} />
              <Group justify="flex-end">
                <Button type="submit">{t('regime.toChanges')}</Button>
              </Group>
            </Stack>
          </form>
        )}
      </Modal>
    </>
  );
}

function Days({ calendar }: { calendar: Schemas['CalendarAnswer'] }): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const columns = useMemo<Column<Schemas['CalendarDayAnswer']>[]>(
    () => [
      { id: 'day', header: t('regime.day'), cell: ({ row }) => civil(row.original.date) },
      {
        id: 'kind',
        header: t('regime.dayKindLabel'),
        cell: ({ row: { original: day } }) => (
          <ToneBadge tone={DAY_TONES[day.kind]}>{t(`regime.dayKind.${day.kind}`)}</ToneBadge>
        ),
      },
      { id: 'name', header: t('regime.dayName'), cell: ({ row }) => row.original.name },
      { id: 'basis', header: t('regime.basis'), cell: ({ row }) => row.original.basis ?? '–' },
    ],
    [t, civil],
  );
  return (
    <Stack component="section" gap="xs">
      <Title order={2} size="h4">
        {t('regime.days', { year: calendar.year })}
      </Title>
      {calendar.days.length === 0 ? (
        <Text c="dimmed">{t('regime.daysNone')}</Text>
      ) : (
        <DataTable
          label={t('regime.days', { year: calendar.year })}
          rows={calendar.days}
          columns={columns}
          keyOf={({ date }) => date}
        />
      )}
    </Stack>
  );
}

function Past(): ReactNode {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const past = useQuery({
    queryKey: ['calendar', 'changes'],
    queryFn: () => answer(api.GET('/api/v1/calendar-changes')),
  });
  const kindOf = (day: DaySetting): string =>
    day.kind == null ? t('regime.ordinary') : `${t(`regime.dayKind.${day.kind}`)}, ${day.name ?? ''}`;
  return (
    <Stack component="section" gap="xs">
      <Title order={2} size="h4">
        {t('regime.past')}
      </Title>
      <PastChanges
        of={past}
        what={({ after }) => {
          const { days = [], years = [] } = after as Partial<Draft>;
          const said = [
            ...days.map((day) => t('regime.pendingDay', { on: civil(day.date), kind: kindOf(day) })),
            ...years.map(({ year, confirmed }) =>
              t('regime.pendingYear', { year, state: confirmed ? t('regime.yearIs') : t('regime.yearIsNot') }),
            ),
          ];
          return <Text size="sm">{said.join('; ')}</Text>;
        }}
      />
    </Stack>
  );
}
