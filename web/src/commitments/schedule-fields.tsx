import { Group, Select, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem.js';
import { CivilField } from '../ui/civil-field.js';
import { DueFields } from './due-fields.js';
import './forms.css';
import { Foreseen } from './foreseen.js';
import { IntervalFields } from './interval-fields.js';
import { sentSchedule, type Interval, type ScheduleTyped } from './interval.js';
import { RollSelect, SchemeSelect, WindowFields } from './regime-fields.js';

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
