import { addDays, latest, type CivilDate } from '../core/civil-date.js';
import { defineLifeCycle } from '../core/life-cycle.js';
import type { Refusal } from '../core/refusal.js';
import type { Occurrence } from './occurrence.entity.js';
import { refuseReport } from './report.refusals.js';

/** A due report (design §2); one whose body is gone before it falls due is born suspended (domain §6.3). */
export const OCCURRENCE_LIFE = defineLifeCycle('occurrence', {
  initial: ['due', 'suspended'],
  final: ['accepted', 'waived'],
  states: {
    due: { file: 'filed', suspend: 'suspended', waive: 'waived' },
    filed: { accept: 'accepted', return: 'returned' },
    returned: { file: 'filed', suspend: 'suspended', waive: 'waived' },
    suspended: { resume: 'due', resume_returned: 'returned', waive: 'waived' },
    accepted: {},
    waived: {},
  },
});

/** A report is taken from the first day of its window; one due before its event ("trước khi tổ chức") at any time. */
export function checkNotTooEarly(
  { windowStart, dueOn }: Pick<Occurrence, 'windowStart' | 'dueOn'>,
  day: CivilDate,
  pointer?: string,
): Refusal | null {
  if (day >= windowStart || dueOn < windowStart) return null;
  return refuseReport('too-early', { day, windowStart }, pointer);
}

/**
 * What a return does to the clock: whoever first filed in time is late only from the day after the day to file again,
 * so that a slow reviewer makes nobody late; `dueOn` never moves (lessons 11 and 21).
 */
export function clockAfterReturn(
  { firstFiledOn, dueOn }: Pick<Occurrence, 'firstFiledOn' | 'dueOn'>,
  resubmitBy: CivilDate,
): Partial<Pick<Occurrence, 'overdueFrom' | 'overdueNoticedOn'>> {
  if (firstFiledOn === null || firstFiledOn > dueOn) return {};
  return { overdueFrom: addDays(latest(dueOn, resubmitBy), 1), overdueNoticedOn: null };
}
