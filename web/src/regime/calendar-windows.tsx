import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { CivilField } from '../ui/civil-field.js';
import { FormWindow } from '../ui/form-window.js';

export type DaySetting = Schemas['CalendarDaySetting'];
export type YearSetting = Schemas['CalendarYearSetting'];

const KINDS = ['HOLIDAY', 'MAKE_UP_OFF', 'SWAP_OFF', 'SWAP_WORK'] as const;
const ORDINARY = 'ORDINARY';
const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

interface DayProps {
  value: DaySetting;
  onChange: (value: DaySetting) => void;
  /** Whether the register has the day as something else than its weekday says. */
  isKnown: boolean;
}

/** What a day shall be: a kind of day off, a worked Saturday, or an ordinary day again. */
export function DayFields({ value, onChange, isKnown }: DayProps): ReactNode {
  const { t } = useTranslation();
  const kinds = KINDS.map((kind) => ({ value: kind, label: t(`regime.dayKind.${kind}`) }));
  const isOrdinary = value.kind == null;
  return (
    <>
      <CivilField
        label={t('regime.day')}
        required
        value={value.date === '' ? null : value.date}
        onChange={(date) => {
          onChange({ ...value, date: date ?? '' });
        }}
      />
      <Select
        label={t('regime.dayKindLabel')}
        required
        allowDeselect={false}
        data={isKnown ? [...kinds, { value: ORDINARY, label: t('regime.ordinary') }] : kinds}
        value={value.kind ?? (isKnown ? ORDINARY : null)}
        onChange={(kind) => {
          onChange({ ...value, kind: kind === ORDINARY ? null : kind });
        }}
      />
      {!isOrdinary && (
        <TextInput
          label={t('regime.dayName')}
          required
          maxLength={200}
          value={value.name ?? ''}
          onChange={({ currentTarget }) => {
            onChange({ ...value, name: currentTarget.value });
          }}
        />
      )}
      {!isOrdinary && (
        <TextInput
          label={t('regime.basis')}
          description={t('regime.basisHint')}
          required={value.kind === 'SWAP_OFF' || value.kind === 'SWAP_WORK'}
          value={value.basis ?? ''}
          onChange={({ currentTarget }) => {
            onChange({ ...value, basis: orNull(currentTarget.value) });
          }}
        />
      )}
    </>
  );
}

/** Whether the days off of a year have been announced. */
export function YearWindow({
  year,
  onSet,
}: {
  year: Schemas['CalendarAnswer'];
  onSet: (setting: YearSetting) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [confirmed, setConfirmed] = useState(year.confirmed);
  const [basis, setBasis] = useState(year.basis ?? '');
  return (
    <FormWindow
      label={t('regime.setYear')}
      submitLabel={t('regime.toChanges')}
      onOpen={() => {
        setConfirmed(!year.confirmed);
        setBasis(year.basis ?? '');
      }}
      onSend={() => {
        onSet({ year: year.year, confirmed, basis: orNull(basis) });
        return Promise.resolve();
      }}
    >
      {() => (
        <>
          <Checkbox
            label={t('regime.yearConfirmed')}
            checked={confirmed}
            onChange={({ currentTarget }) => {
              setConfirmed(currentTarget.checked);
            }}
          />
          <TextInput
            label={t('regime.basis')}
            description={t('regime.basisHint')}
            value={basis}
            onChange={({ currentTarget }) => {
              setBasis(currentTarget.value);
            }}
          />
        </>
      )}
    </FormWindow>
  );
}
