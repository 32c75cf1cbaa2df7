import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';

export const PERIOD_TYPES = ['WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'NINE_MONTHS', 'YEAR'] as const;
export type PeriodType = (typeof PERIOD_TYPES)[number];

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The window of a kind of period in a sentence. */
export function useWindowWords(): (type: PeriodType, cutoff: Schemas['SchemeCutoff'] | undefined) => string {
  const { t } = useTranslation();
  const dayOf = ({ month, day, yearOffset = 0 }: Schemas['MonthDayField']): string => {
    const place = yearOffset < 0 ? 'before' : yearOffset > 0 ? 'after' : 'same';
    const date =
      day === 'LAST'
        ? t('regime.lastDay', { month })
        : `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}`;
    return `${date} ${t(`regime.yearOffset.${place}`)}`;
  };
  return (type, cutoff) => {
    if (cutoff === undefined) return t('regime.windowCalendar');
    const { startDay = 1, monthOffset = 0, spans } = cutoff;
    if (spans !== undefined)
      return spans.map(({ from, to }) => t('regime.windowSpan', { from: dayOf(from), to: dayOf(to) })).join('; ');
    if (type === 'WEEK') return t('regime.windowWeek', { weekday: t(`regime.weekday.d${startDay as Weekday}`) });
    if (startDay === 1 && monthOffset === 0) return t('regime.windowCalendar');
    if (monthOffset === 0) return t('regime.windowFirst', { day: startDay });
    if (monthOffset === -1 && startDay > 1) return t('regime.windowBefore', { day: startDay, last: startDay - 1 });
    return t('regime.windowFar', { day: startDay, months: monthOffset });
  };
}
