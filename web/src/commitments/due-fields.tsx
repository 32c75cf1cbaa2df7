import { Checkbox, NumberInput, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem.js';
import { hasDates, isByEvent, isCounted, isPeriodic, type DueRule, type Interval } from './interval.js';

type Anchor = DueRule['anchor'];

/** The ways to name a due day that fit a frequency; null = as the scheme says, or the day the count arrives at. */
function choices({ frequency, included }: Interval): readonly (Anchor | null)[] {
  if (isByEvent(frequency)) return [null, 'EVENT'];
  if (frequency === 'WEEKLY') return [null, 'WEEKDAY', 'CUTOFF'];
  if (frequency === 'ONCE' || frequency === 'END_OF_TERM') return [null, 'CUTOFF'];
  if (isCounted(frequency)) return [null, 'NTH_DATE', 'CUTOFF'];
  const single = frequency === 'YEARLY' || frequency === 'NINE_MONTHS' || included?.length === 1;
  const named = ['PERIOD_LAST_MONTH', 'NEXT_PERIOD_FIRST_MONTH', 'CUTOFF'] as const;
  return [null, ...named, ...(single ? (['FIXED_DATE'] as const) : [])];
}

const FRESH: Readonly<Record<Anchor, DueRule>> = {
  PERIOD_LAST_MONTH: { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 25 },
  NEXT_PERIOD_FIRST_MONTH: { qualifier: 'BY', anchor: 'NEXT_PERIOD_FIRST_MONTH', day: 5 },
  FIXED_DATE: { qualifier: 'BEFORE', anchor: 'FIXED_DATE', day: 15, month: 12 },
  CUTOFF: { qualifier: 'WITHIN', anchor: 'CUTOFF', nDays: 10 },
  NTH_DATE: { qualifier: 'WITHIN', anchor: 'NTH_DATE', nDays: 10 },
  EVENT: { qualifier: 'WITHIN', anchor: 'EVENT', nDays: 15 },
  WEEKDAY: { qualifier: 'BY', anchor: 'WEEKDAY', weekday: 5 },
};

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1));
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

interface Props {
  value: Interval;
  set: (change: Partial<Interval>) => void;
  problem?: Problem | null;
  label?: string;
  /** Where the rule stands in the request, for what is refused. */
  at?: string;
}

/** By when: the wordings of agreements ("trước ngày", "chậm nhất ngày … tháng cuối quý") as a few small fields. */
export function DueFields({ value, set, problem = null, label, at = '/dues/0/rule' }: Props): ReactNode {
  const { t } = useTranslation();
  if (!hasDates(value.frequency) && !isByEvent(value.frequency)) return null;
  const { due } = value;
  const change = (next: Partial<DueRule>): void => {
    if (due !== null) set({ due: { ...due, ...next } });
  };
  const follows = isPeriodic(value.frequency) && value.window.kind !== 'ANCHOR';
  const none = isByEvent(value.frequency) ? 'NONE' : follows ? 'SCHEME' : 'COUNT';
  const fault = (field: string): string | undefined => problem?.at(`${at}/${field}`) ?? problem?.at(`/due/${field}`);
  const names = due !== null && (due.day !== undefined || due.weekday !== undefined);
  return (
    <>
      <Select
        label={label ?? t('commitments.form.due')}
        w={280}
        maw="100%"
        allowDeselect={false}
        data={choices(value).map((each) => ({
          value: each ?? none,
          label: t(`commitments.form.dueAs.${each ?? none}`),
        }))}
        value={due?.anchor ?? none}
        onChange={(next) => set({ due: next === none || next === null ? null : FRESH[next as Anchor] })}
        error={fault('anchor')}
      />
      {names && (
        <Select
          label={t('commitments.form.qualifier')}
          w={170}
          allowDeselect={false}
          data={(['BEFORE', 'BY', 'ON'] as const).map((each) => ({
            value: each,
            label: t(`commitments.form.qualifiers.${each}`),
          }))}
          value={due.qualifier}
          onChange={(next) => next && change({ qualifier: next })}
        />
      )}
      {due?.day !== undefined && (
        <>
          {due.day !== 'LAST' && (
            <NumberInput
              label={t('commitments.form.day')}
              w={80}
              min={1}
              max={31}
              allowDecimal={false}
              hideControls
              value={due.day}
              onChange={(day) => change({ day: typeof day === 'number' && day > 0 ? day : 1 })}
              error={fault('day')}
            />
          )}
          {due.anchor === 'FIXED_DATE' ? (
            <Select
              label={t('commitments.form.month')}
              w={90}
              allowDeselect={false}
              data={MONTHS}
              value={String(due.month ?? 12)}
              onChange={(month) => change({ month: Number(month ?? 12) })}
              error={fault('month')}
            />
          ) : (
            <Checkbox
              mt={32}
              label={t('commitments.form.lastDay')}
              checked={due.day === 'LAST'}
              onChange={(event) => change({ day: event.currentTarget.checked ? 'LAST' : 25 })}
            />
          )}
          {due.anchor === 'FIXED_DATE' && (
            <Checkbox
              mt={32}
              label={t('commitments.form.nextYear')}
              checked={due.yearOffset === 1}
              onChange={(event) => change({ yearOffset: event.currentTarget.checked ? 1 : 0 })}
            />
          )}
        </>
      )}
      {due?.weekday !== undefined && (
        <Select
          label={t('commitments.form.weekday')}
          w={130}
          allowDeselect={false}
          data={WEEKDAYS.map((each) => ({ value: each, label: t(`commitments.form.weekdays.${each}`) }))}
          value={String(due.weekday)}
          onChange={(weekday) => change({ weekday: Number(weekday ?? 5) })}
        />
      )}
      {due?.nDays !== undefined && due.day === undefined && due.weekday === undefined && (
        <>
          <NumberInput
            label={t('commitments.form.nDays')}
            w={100}
            min={-366}
            max={366}
            allowDecimal={false}
            hideControls
            value={due.nDays}
            onChange={(nDays) => change({ nDays: typeof nDays === 'number' ? nDays : 0 })}
            error={fault('nDays')}
          />
          <Checkbox
            mt={32}
            label={t('commitments.form.workingDays')}
            checked={due.dayKind === 'WORKING'}
            onChange={(event) => change({ dayKind: event.currentTarget.checked ? 'WORKING' : 'CALENDAR' })}
          />
        </>
      )}
    </>
  );
}
