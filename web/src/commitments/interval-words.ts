import { useTranslation } from 'react-i18next';
import { useFormats } from '../ui/format.js';
import type { DueRule, Interval } from './interval.js';

/** Says a due day: "chậm nhất ngày 20 tháng cuối kỳ". */
export function useDueWords(): (rule: DueRule) => string {
  const { t } = useTranslation();
  return (rule) => {
    const how = t(`commitments.form.qualifiers.${rule.qualifier}`);
    const day = rule.day === 'LAST' ? t('commitments.form.dueSaid.lastDay') : (rule.day ?? '');
    const unit = t(rule.dayKind === 'WORKING' ? 'commitments.form.workingDays' : 'commitments.form.calendarDays');
    const n = Math.abs(rule.nDays ?? 0);
    switch (rule.anchor) {
      case 'PERIOD_LAST_MONTH':
        return t('commitments.form.dueSaid.day', { how, day });
      case 'NEXT_PERIOD_FIRST_MONTH':
        return t('commitments.form.dueSaid.dayNext', { how, day });
      case 'FIXED_DATE': {
        const next = (rule.yearOffset ?? 0) > 0 ? t('commitments.form.dueSaid.nextYear') : '';
        return t('commitments.form.dueSaid.fixed', { how, day, month: rule.month ?? '', next });
      }
      case 'CUTOFF':
        return t('commitments.form.dueSaid.after', { n, unit });
      case 'NTH_DATE':
        return t('commitments.form.dueSaid.nth', { n, unit });
      case 'EVENT':
        return t(`commitments.form.dueSaid.${(rule.nDays ?? 0) < 0 ? 'eventBefore' : 'event'}`, { n, unit });
      case 'WEEKDAY': {
        const weekday = t(`commitments.form.weekdays.${String(rule.weekday ?? 5) as '5'}`);
        return t('commitments.form.dueSaid.weekday', { how, weekday });
      }
    }
  };
}

/** Says an interval in a line: "Hằng quý, chậm nhất ngày 20 tháng cuối kỳ". */
export function useIntervalWords(): (
  interval: Pick<Interval, 'frequency' | 'n' | 'included' | 'anchorOn' | 'due'>,
) => string {
  const { t } = useTranslation();
  const { civil } = useFormats();
  const due = useDueWords();
  return ({ frequency, n, included, anchorOn, due: rule }) => {
    const often =
      frequency === 'EVERY_N_MONTHS'
        ? t('commitments.form.everyMonths', { n: n ?? '…' })
        : frequency === 'EVERY_N_YEARS'
          ? t('commitments.form.everyYears', { n: n ?? '…' })
          : frequency === 'ONCE' && anchorOn !== null
            ? t('commitments.form.onceOn', { date: civil(anchorOn) })
            : t(`commitments.form.frequency.${frequency}`);
    const only = included === null ? [] : [t('commitments.form.included', { periods: included.join(', ') })];
    return [often, ...only, ...(rule === null ? [] : [due(rule)])].join(', ');
  };
}
