import { Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { CivilField } from '../ui/civil-field.js';
import { useFormats } from '../ui/format.js';
import { DueFields } from './due-fields.js';
import './forms.css';
import { Foreseen } from './foreseen.js';
import { IntervalFields } from './interval-fields.js';
import { isPeriodic, sentSchedule, type Interval, type ScheduleTyped } from './interval.js';

export interface Involved {
  bodyId: string;
  name: string;
}

interface Props {
  agreementId: string;
  commitmentId?: string;
  parties: readonly Involved[];
  value: ScheduleTyped;
  set: (change: Partial<ScheduleTyped>) => void;
  onSplit?: (intervals: Interval[]) => void;
  problem?: Problem | null;
  /** The dates beside it are shown elsewhere. */
  withoutDates?: boolean;
}

/** One reporting schedule: how often and by when, the rest folded, and the dates that follow. */
export function ScheduleFields({
  agreementId,
  commitmentId,
  parties,
  value,
  set,
  onSplit,
  problem = null,
  withoutDates = false,
}: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <IntervalFields
        value={value}
        set={set}
        sentence={value.textAsWritten}
        onSentence={(textAsWritten, read) => set({ ...read, textAsWritten })}
        onSplit={onSplit}
        problem={problem}
      />
      <details className="fold">
        <summary>{t('commitments.form.more')}</summary>
        <Stack gap="sm" pt="xs">
          <Regime value={value} set={set} problem={problem} />
          <Reporters parties={parties} value={value} set={set} problem={problem} />
        </Stack>
      </details>
      {!withoutDates && (
        <Foreseen agreementId={agreementId} schedule={{ ...sentSchedule(value), commitmentId: commitmentId ?? null }} />
      )}
    </Stack>
  );
}

interface Part {
  value: ScheduleTyped;
  set: (change: Partial<ScheduleTyped>) => void;
  problem: Problem | null;
}

function Regime({ value, set, problem }: Part): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Group align="flex-start" gap="sm">
        <SchemeSelect
          label={t('commitments.form.scheme')}
          none={t('commitments.form.schemeOfAgreement')}
          value={value.schemeId}
          onChange={(schemeId) => set({ schemeId })}
        />
        <WindowFields value={value} set={set} problem={problem} />
      </Group>
      <Group align="flex-start" gap="sm">
        <RollSelect value={value} set={set} />
        <CivilField
          label={t('commitments.form.startsOn')}
          w={180}
          value={value.startsOn}
          onChange={(startsOn) => set({ startsOn })}
          error={problem?.at('/startsOn')}
        />
        <CivilField
          label={t('commitments.form.endsOn')}
          w={180}
          value={value.endsOn}
          onChange={(endsOn) => set({ endsOn })}
          error={problem?.at('/endsOn')}
        />
      </Group>
    </>
  );
}

interface SchemeProps {
  label: string;
  none: string;
  value: string | null;
  onChange: (schemeId: string | null) => void;
}

/** A reporting scheme (NĐ 09/2019, calendar year …), or none. */
export function SchemeSelect({ label, none, value, onChange }: SchemeProps): ReactNode {
  const { say } = useFormats();
  const found = useQuery({
    queryKey: ['schemes', 'all'],
    queryFn: () => answer(api.GET('/api/v1/reporting-schemes', { params: { query: { limit: 100 } } })),
  });
  const schemes = (found.data?.items ?? []).map(({ id, nameVi, nameEn }) => ({
    value: id,
    label: say(nameVi, nameEn),
  }));
  return (
    <Select
      label={label}
      w={340}
      maw="100%"
      allowDeselect={false}
      data={[{ value: '', label: none }, ...schemes]}
      value={value ?? ''}
      onChange={(id) => onChange(id === '' ? null : id)}
    />
  );
}

export function RollSelect({ value, set }: { value: Interval; set: (change: Partial<Interval>) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Select
      label={t('commitments.form.roll')}
      w={280}
      maw="100%"
      allowDeselect={false}
      data={(['SCHEME', 'NONE', 'NEXT', 'PREVIOUS'] as const).map((each) => ({
        value: each,
        label: t(`commitments.form.rolls.${each}`),
      }))}
      value={value.roll ?? 'SCHEME'}
      onChange={(roll) => set({ roll: roll === 'SCHEME' ? null : (roll) })}
    />
  );
}

/** What a report covers; a span written in the text is shown and kept. */
export function WindowFields({
  value,
  set,
  problem,
}: {
  value: Interval;
  set: (change: Partial<Interval>) => void;
  problem: Problem | null;
}): ReactNode {
  const { t } = useTranslation();
  const { window, frequency } = value;
  const weekly = frequency === 'WEEKLY';
  const shifted = isPeriodic(frequency) && !weekly;
  const kinds = [
    'SCHEME',
    ...(shifted ? ['SHIFTED'] : []),
    ...(weekly ? ['WEEK'] : []),
    'ANCHOR',
    ...(window.kind === 'SPAN' ? ['SPAN'] : []),
  ] as (typeof window.kind)[];
  const fresh = {
    SHIFTED: { startDay: 15, monthOffset: -1 },
    WEEK: { startWeekday: 4 },
    SCHEME: {},
    ANCHOR: {},
    SPAN: window,
  };
  return (
    <>
      <Select
        label={t('commitments.form.window')}
        w={280}
        maw="100%"
        allowDeselect={false}
        data={kinds.map((kind) => ({ value: kind, label: t(`commitments.form.windows.${kind}`) }))}
        value={window.kind}
        onChange={(kind) =>
          kind && set({ window: { ...fresh[kind], kind: kind } })
        }
        error={problem?.at('/window')}
      />
      {window.kind === 'SHIFTED' && (
        <NumberInput
          label={t('commitments.form.startDay')}
          w={260}
          min={1}
          max={28}
          hideControls
          value={window.startDay ?? 15}
          onChange={(startDay) => set({ window: { ...window, startDay: Number(startDay) } })}
          error={problem?.at('/window/startDay')}
        />
      )}
      {window.kind === 'WEEK' && (
        <Select
          label={t('commitments.form.startWeekday')}
          w={160}
          allowDeselect={false}
          data={(['1', '2', '3', '4', '5', '6', '7'] as const).map((each) => ({
            value: each,
            label: t(`commitments.form.weekdays.${each}`),
          }))}
          value={String(window.startWeekday ?? 1)}
          onChange={(day) => set({ window: { ...window, startWeekday: Number(day) } })}
        />
      )}
      {window.kind === 'ANCHOR' && (
        <CivilField
          label={t('commitments.form.anchorOn')}
          description={t('commitments.form.anchorHint')}
          w={260}
          value={value.anchorOn}
          onChange={(anchorOn) => set({ anchorOn })}
        />
      )}
    </>
  );
}

/** Who reports, and in which tier where several report one after another. */
function Reporters({ parties, value, set, problem }: Part & { parties: readonly Involved[] }): ReactNode {
  const { t } = useTranslation();
  const tierOf = (bodyId: string): string => String(value.reporters.find((one) => one.bodyId === bodyId)?.tier ?? 0);
  const choose = (bodyId: string, tier: number): void => {
    const others = value.reporters.filter((one) => one.bodyId !== bodyId);
    const reporters = tier === 0 ? others : [...others, { bodyId, tier }];
    const tiers = new Set(reporters.map((one) => one.tier));
    set({ reporters, laterDues: value.laterDues.filter((due) => tiers.has(due.tier)) });
  };
  const later = [...new Set(value.reporters.map(({ tier }) => tier))].filter((tier) => tier > 1).sort();
  const dueOf = (tier: number): Interval['due'] => value.laterDues.find((due) => due.tier === tier)?.rule ?? null;
  return (
    <Stack gap="xs" role="group" aria-label={t('commitments.form.reporters')}>
      <Text size="sm" fw={500}>
        {t('commitments.form.reporters')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('commitments.form.reportersHint')} {t('commitments.form.tierHint')}
      </Text>
      {parties.map(({ bodyId, name }) => (
        <Group key={bodyId} gap="sm" wrap="wrap">
          <Select
            aria-label={t('commitments.form.tier', { name })}
            w={160}
            size="xs"
            allowDeselect={false}
            data={['0', '1', '2', '3'].map((tier) => ({
              value: tier,
              label: tier === '0' ? t('commitments.form.noReport') : t('commitments.form.tierOf', { tier }),
            }))}
            value={tierOf(bodyId)}
            onChange={(tier) => choose(bodyId, Number(tier))}
          />
          <Text size="sm">{name}</Text>
        </Group>
      ))}
      {later.map((tier) => (
        <Group key={tier} gap="sm" align="flex-start">
          <DueFields
            label={t('commitments.form.tierDue', { tier })}
            value={{ ...value, due: dueOf(tier) }}
            set={({ due = null }) =>
              set({ laterDues: [...value.laterDues.filter((one) => one.tier !== tier), { tier, rule: due }] })
            }
            problem={problem}
            at={`/dues/${tier - 1}/rule`}
          />
        </Group>
      ))}
    </Stack>
  );
}
