import { Button, Checkbox, Group, NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import type { PeriodType } from './scheme-words.js';

type Cutoff = Schemas['SchemeCutoff'];
type Rule = Schemas['DueRuleField'];

const QUALIFIERS = ['BEFORE', 'BY', 'ON', 'WITHIN'] as const;
const ANCHORS = ['PERIOD_LAST_MONTH', 'NEXT_PERIOD_FIRST_MONTH', 'FIXED_DATE', 'CUTOFF', 'WEEKDAY'] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const OFFSETS = [-3, -2, -1, 0, 1, 2] as const;
const FIRST_RULE: Rule = { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 25 };

/** Only the parts that the anchor knows: the register refuses a part without effect. */
const PARTS: Readonly<Record<string, Partial<Rule>>> = {
  PERIOD_LAST_MONTH: { day: 25 },
  NEXT_PERIOD_FIRST_MONTH: { day: 5 },
  FIXED_DATE: { day: 15, month: 12, yearOffset: 0 },
  CUTOFF: { nDays: 5, dayKind: 'CALENDAR' },
  WEEKDAY: { weekday: 5 },
};

interface WindowProps {
  type: PeriodType;
  value: Cutoff | undefined;
  onChange: (value: Cutoff | undefined) => void;
}

/** When the data of a kind of period are closed; spans that came with the original can be kept. */
export function WindowFields({ type, value, onChange }: WindowProps): ReactNode {
  const { t } = useTranslation();
  const form = value === undefined ? 'calendar' : value.spans === undefined ? 'shifted' : 'spans';
  const name = t('regime.form.window', { type: t(`regime.periodType.${type}`) });
  const offsetWords = (offset: number): string =>
    offset === 0
      ? t('regime.form.offset0')
      : t(offset < 0 ? 'regime.form.offsetBefore' : 'regime.form.offsetAfter', { count: Math.abs(offset) });
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <Select
        label={name}
        allowDeselect={false}
        data={(['calendar', 'shifted', ...(form === 'spans' ? (['spans'] as const) : [])] as const).map((one) => ({
          value: one,
          label: t(`regime.form.${one}`),
        }))}
        value={form}
        onChange={(next) => {
          if (next === 'calendar') onChange(undefined);
          if (next === 'shifted')
            onChange({ startDay: type === 'WEEK' ? 1 : 15, monthOffset: type === 'WEEK' ? 0 : -1 });
        }}
      />
      {form === 'shifted' && type === 'WEEK' && (
        <Select
          label={t('regime.form.startWeekday')}
          allowDeselect={false}
          data={WEEKDAYS.map((day) => ({ value: String(day), label: t(`regime.weekday.d${day}`) }))}
          value={String(value?.startDay ?? 1)}
          onChange={(day) => {
            onChange({ startDay: Number(day), monthOffset: 0 });
          }}
        />
      )}
      {form === 'shifted' && type !== 'WEEK' && (
        <>
          <NumberInput
            label={t('regime.form.startDay')}
            min={1}
            max={28}
            required
            value={value?.startDay ?? 1}
            onChange={(day) => {
              onChange({ ...value, startDay: Number(day) });
            }}
          />
          <Select
            label={t('regime.form.monthOffset')}
            allowDeselect={false}
            data={OFFSETS.map((offset) => ({ value: String(offset), label: offsetWords(offset) }))}
            value={String(value?.monthOffset ?? 0)}
            onChange={(offset) => {
              onChange({ ...value, monthOffset: Number(offset) });
            }}
          />
        </>
      )}
    </SimpleGrid>
  );
}

interface DuesProps {
  type: PeriodType;
  value: readonly Rule[];
  onChange: (value: Rule[]) => void;
}

/** The due rules of a kind of period, one a tier. */
export function DueFields({ type, value, onChange }: DuesProps): ReactNode {
  const { t } = useTranslation();
  const label = t('regime.form.dues', { type: t(`regime.periodType.${type}`) });
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      {value.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('regime.form.duesNone')}
        </Text>
      )}
      {value.map((rule, tier) => (
        <Group key={tier} align="flex-end" gap="xs">
          <RuleFields
            value={rule}
            onChange={(next) => {
              onChange(value.map((other, place) => (place === tier ? next : other)));
            }}
          />
          <Button
            variant="default"
            onClick={() => {
              onChange(value.filter((_, place) => place !== tier));
            }}
          >
            {t('regime.form.removeTier', { tier: tier + 1 })}
          </Button>
        </Group>
      ))}
      {value.length < 5 && (
        <div>
          <Button
            size="sm"
            variant="default"
            aria-label={`${t(value.length === 0 ? 'regime.form.addTier' : 'regime.form.addNextTier')}: ${label}`}
            onClick={() => {
              onChange([...value, FIRST_RULE]);
            }}
          >
            {t(value.length === 0 ? 'regime.form.addTier' : 'regime.form.addNextTier')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function RuleFields({ value, onChange }: { value: Rule; onChange: (value: Rule) => void }): ReactNode {
  const { t } = useTranslation();
  const isLast = value.day === 'LAST';
  const number = (part: 'month' | 'nDays', min: number, max: number): ReactNode => (
    <NumberInput
      label={t(`regime.form.${part}`)}
      w={130}
      min={min}
      max={max}
      value={value[part] ?? 0}
      onChange={(next) => {
        onChange({ ...value, [part]: Number(next) });
      }}
    />
  );
  return (
    <>
      <Select
        label={t('regime.form.qualifier')}
        w={170}
        allowDeselect={false}
        data={QUALIFIERS.map((one) => ({ value: one, label: t(`regime.qualifier.${one}`) }))}
        value={value.qualifier}
        onChange={(qualifier) => {
          if (qualifier !== null) onChange({ ...value, qualifier });
        }}
      />
      {value.day !== undefined && !isLast && (
        <NumberInput
          label={t('regime.form.dayOf')}
          w={90}
          min={1}
          max={31}
          value={value.day}
          onChange={(day) => {
            onChange({ ...value, day: Number(day) });
          }}
        />
      )}
      {value.day !== undefined && (
        <Checkbox
          label={t('regime.form.lastOfMonth')}
          checked={isLast}
          onChange={({ currentTarget }) => {
            onChange({ ...value, day: currentTarget.checked ? 'LAST' : 25 });
          }}
        />
      )}
      {value.weekday !== undefined && (
        <Select
          label={t('regime.form.weekday')}
          w={140}
          allowDeselect={false}
          data={WEEKDAYS.map((day) => ({ value: String(day), label: t(`regime.weekday.d${day}`) }))}
          value={String(value.weekday)}
          onChange={(weekday) => {
            onChange({ ...value, weekday: Number(weekday) });
          }}
        />
      )}
      <Select
        label={t('regime.form.anchor')}
        w={220}
        allowDeselect={false}
        data={ANCHORS.map((one) => ({ value: one, label: t(`regime.anchor.${one}`) }))}
        value={value.anchor}
        onChange={(anchor) => {
          if (anchor !== null) onChange({ qualifier: value.qualifier, anchor, ...PARTS[anchor] });
        }}
      />
      {value.month !== undefined && number('month', 1, 12)}
      {value.nDays !== undefined && number('nDays', -366, 366)}
    </>
  );
}
