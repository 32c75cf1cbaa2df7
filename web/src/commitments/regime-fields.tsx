import { NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { CivilField } from '../ui/civil-field.js';
import { useFormats } from '../ui/format.js';
import { isPeriodic, type Interval } from './interval.js';

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
      onChange={(roll) => set({ roll: roll === 'SCHEME' ? null : roll })}
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
        onChange={(kind) => kind && set({ window: { ...fresh[kind], kind: kind } })}
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
