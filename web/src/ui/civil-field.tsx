import { DateInput, type DateInputProps } from '@mantine/dates';
import '@mantine/dates/styles.css';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

dayjs.extend(customParseFormat);

type Props = Omit<DateInputProps, 'value' | 'onChange'> & {
  /** 'YYYY-MM-DD' or null. */
  value: string | null;
  onChange: (value: string | null) => void;
};

/** Typed forms of a day: 5/1/2026, 05/01/2026, 5.1.2026, 5-1-2026, 05012026; null when it is no date (31/06). */
function typed(text: string): string | null {
  const parts =
    /^\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})\s*$/.exec(text) ??
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  if (parts === null) return null;
  const [day, month, year] = parts.slice(1).map((part) => part.padStart(2, '0'));
  const parsed = dayjs(`${year}-${month}-${day}`, 'YYYY-MM-DD', true);
  return parsed.isValid() ? parsed.format('YYYY-MM-DD') : null;
}

const isOutside = (day: string, { minDate, maxDate }: Pick<Props, 'minDate' | 'maxDate'>): boolean =>
  (typeof minDate === 'string' && day < minDate) || (typeof maxDate === 'string' && day > maxDate);

/** A day, typed or picked, shown as 05/01/2026; in and out as 'YYYY-MM-DD'. What is no day (31/06) stays and is told. */
export function CivilField({ value, onChange, placeholder, ...rest }: Props): ReactNode {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<'ui.noSuchDay' | 'ui.dayOutside' | null>(null);
  const told = fault === null ? '' : t(fault);
  useEffect(() => {
    // A form with such a field is not sent.
    input.current?.setCustomValidity(told);
  }, [told]);
  const judge = (text: string): void => {
    const day = typed(text);
    if (text.trim() === '') setFault(null);
    else if (day === null) setFault('ui.noSuchDay');
    else setFault(isOutside(day, rest) ? 'ui.dayOutside' : null);
  };
  return (
    <DateInput
      ref={input}
      valueFormat="DD/MM/YYYY"
      dateParser={(text) => typed(text)}
      fixOnBlur={false}
      placeholder={placeholder ?? t('ui.dateHint')}
      clearable={rest.required !== true}
      clearButtonProps={{ 'aria-label': t('ui.clear') }}
      ariaLabels={{
        nextMonth: t('ui.nextMonth'),
        previousMonth: t('ui.previousMonth'),
        nextYear: t('ui.nextYear'),
        previousYear: t('ui.previousYear'),
        monthLevelControl: t('ui.chooseMonth'),
        yearLevelControl: t('ui.chooseYear'),
      }}
      highlightToday
      popoverProps={{ withinPortal: true }}
      value={value}
      onChange={(day) => {
        setFault(null);
        onChange(day);
      }}
      {...rest}
      onBlur={(event) => {
        judge(event.currentTarget.value);
        rest.onBlur?.(event);
      }}
      error={fault === null ? rest.error : told}
    />
  );
}
