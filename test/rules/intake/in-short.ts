import type { Cadence } from '../../../src/intake/cadence.shape.js';
import type { DueRule, MonthDay } from '../../../src/core/reporting-scheme.js';

const KINDS: Readonly<Record<string, string>> = {
  INFO_EXCHANGE: 'INFO',
  INTERIM_REVIEW: 'INTERIM',
  FINAL_REVIEW: 'FINAL',
  INSPECTION: 'INSPECT',
  TRAINING: 'TRAIN',
  COMMENDATION: 'COMMEND',
  ACTIVITY: 'ACT',
};
const FREQUENCIES: Readonly<Record<string, string>> = {
  HALF_YEARLY: 'HALF',
  NINE_MONTHS: '9M',
  END_OF_TERM: 'TERM',
  ON_EVENT: 'EVENT',
  ON_REQUEST: 'REQUEST',
  UNSPECIFIED: '?',
};

/** A proposal as the tables of sentences write it: `REPORT HALF[1] win 1/1..30/6 <15/7`; ! marks a date that the register refuses. */
export function inShort(cadence: Cadence): string {
  const { kind, frequency, n, included, milestones, anchorOn, window, due, fault } = cadence;
  const every =
    frequency === 'EVERY_N_MONTHS'
      ? `M${n ?? 0}`
      : frequency === 'EVERY_N_YEARS'
        ? `Y${n ?? 0}`
        : (FREQUENCIES[frequency] ?? frequency);
  const which = `${included ? `[${included.join(',')}]` : ''}${milestones ? `@${milestones.join(',')}` : ''}`;
  const covers =
    window.kind === 'SPAN'
      ? `win ${dayOf(window.from)}..${dayOf(window.to)}`
      : window.kind === 'SHIFTED'
        ? `win ${window.startDay}/${window.monthOffset}`
        : window.kind === 'WEEK'
          ? `win wk${window.startWeekday}`
          : '';
  const by = due ? dueInShort(due, fault === 'schedule.impossible-date') : '';
  return [KINDS[kind] ?? kind, every + which, anchorOn ?? '', covers, by].filter((part) => part !== '').join(' ');
}

function dayOf({ day, month, yearOffset }: MonthDay): string {
  return `${day}/${month}${offset(yearOffset)}`;
}

function offset(years: number): string {
  return years === 0 ? '' : years > 0 ? `+${years}` : String(years);
}

function dueInShort(due: DueRule, impossible: boolean): string {
  const sign = due.qualifier === 'BEFORE' ? '<' : due.qualifier === 'ON' ? '=' : '<=';
  const mark = `${sign}${impossible ? '!' : ''}`;
  const days = `${(due.nDays ?? 0) < 0 ? '' : '+'}${due.nDays ?? 0}${due.dayKind === 'WORKING' ? 'wd' : 'd'}`;
  switch (due.anchor) {
    case 'FIXED_DATE':
      return `${mark}${due.day}/${due.month}${offset(due.yearOffset ?? 0)}`;
    case 'PERIOD_LAST_MONTH':
      return `${mark}${due.day}.last`;
    case 'NEXT_PERIOD_FIRST_MONTH':
      return `${mark}${due.day}.next`;
    case 'WEEKDAY':
      return `${mark}wd${due.weekday}`;
    case 'CUTOFF':
      return `${mark}cut${days}`;
    case 'EVENT':
      return `${mark}${days}`;
    case 'NTH_DATE':
      return `${mark}nth`;
  }
}
