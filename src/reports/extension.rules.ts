import { addDays, latest, type CivilDate } from '../core/civil-date.js';
import { defineLifeCycle } from '../core/life-cycle.js';
import type { Refusal } from '../core/refusal.js';
import { formatDate } from '../core/vietnamese.js';
import type { WorkingCalendar } from '../core/working-calendar.js';
import { refuseExtension } from './extension.refusals.js';
import type { Occurrence } from './occurrence.entity.js';

/** Asked with a reason, granted or refused (design §2). */
export const EXTENSION_LIFE = defineLifeCycle('extension', {
  initial: 'asked',
  final: ['granted', 'refused'],
  states: {
    asked: { grant: 'granted', refuse: 'refused' },
    granted: {},
    refused: {},
  },
});

type Clock = Pick<Occurrence, 'state' | 'dueOn' | 'agreedDueOn'>;

/** The last acceptable day as it stands: the agreed one, else the original. */
export function lastDay({ dueOn, agreedDueOn }: Pick<Occurrence, 'dueOn' | 'agreedDueOn'>): CivilDate {
  return agreedDueOn ?? dueOn;
}

function isOpen({ state }: Pick<Occurrence, 'state'>): boolean {
  return state === 'due' || state === 'returned';
}

/** Asked for while the report is still owed, to a later day that has not passed. */
export function checkAsked(occurrence: Clock, to: CivilDate, today: CivilDate): Refusal | null {
  if (!isOpen(occurrence)) return refuseExtension('not-open', { state: occurrence.state });
  return checkDay(occurrence, to) ?? (to < today ? refuseExtension('in-past', { to, today }, '/to') : null);
}

/**
 * Granted also after the date has passed, and on a report that was filed while the request waited: whoever decides
 * slowly makes nobody late. On a report still owed the day granted has not passed.
 */
export function checkGranted(occurrence: Clock, to: CivilDate, today: CivilDate): Refusal | null {
  const { state } = occurrence;
  if (state === 'suspended' || state === 'waived') return refuseExtension('set-aside', { state });
  const fault = checkDay(occurrence, to);
  if (fault) return fault;
  return isOpen(occurrence) && to < today ? refuseExtension('in-past', { to, today }, '/to') : null;
}

function checkDay(occurrence: Clock, to: CivilDate): Refusal | null {
  const due = lastDay(occurrence);
  return to > due ? null : refuseExtension('not-later', { to, due }, '/to');
}

/**
 * What a grant does to the clock: late from the day after, but never before a day named for sending a returned report
 * again; the alert is armed again (lesson 15). `dueOn` never moves.
 */
export function clockAfterGrant(
  { state }: Pick<Occurrence, 'state'>,
  to: CivilDate,
  resubmitBy: CivilDate | null,
): Pick<Occurrence, 'agreedDueOn' | 'overdueFrom' | 'overdueNoticedOn'> {
  const last = state === 'returned' && resubmitBy !== null ? latest(to, resubmitBy) : to;
  return { agreedDueOn: to, overdueFrom: addDays(last, 1), overdueNoticedOn: null };
}

/** A person chose the day, so it does not roll; it is only said. */
export function warningsOf(to: CivilDate, calendar: WorkingCalendar): string[] {
  return [
    ...(calendar.isWorkingDay(to) ? [] : ['not-a-working-day']),
    ...(calendar.isConfirmed(to) ? [] : ['calendar-unconfirmed']),
  ];
}

interface Grant {
  grantedTo: CivilDate | null;
  decidedBy: string | null;
  decidedOn: CivilDate | null;
  document: string | null;
  reason: string;
}

/** The part of "why this date?" that people decided, a sentence a grant. */
export function extensionWords(extensions: readonly Grant[], language: 'vi' | 'en'): string {
  return extensions
    .filter(({ grantedTo }) => grantedTo !== null)
    .map(({ grantedTo, decidedBy, decidedOn, document, reason }) => {
      const to = formatDate(grantedTo ?? '', language);
      const on = formatDate(decidedOn ?? '', language);
      const paper = document === null ? '' : ` (${document})`;
      const why = reason.replace(/[.\s]+$/u, '');
      return language === 'vi'
        ? `Được gia hạn đến ${to} theo quyết định của ${decidedBy ?? '…'} ngày ${on}${paper}, lý do: ${why}.`
        : `Extended to ${to} by decision of ${decidedBy ?? '…'} on ${on}${paper}, reason: ${why}.`;
    })
    .join(' ');
}
