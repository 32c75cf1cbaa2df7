import type { Words } from '../ui/words-shape.js';
import { en as form } from './form-words.en.js';
import type { vi } from './words.vi.js';

export const en: Words<typeof vi> = {
  form,
  kind: {
    CONTINUOUS: 'Continuous work',
    ACTIVITY: 'Activity',
    REPORT: 'Report',
    INFO_EXCHANGE: 'Exchange of information',
    MEETING: 'Coordination meeting',
    INTERIM_REVIEW: 'Interim review',
    FINAL_REVIEW: 'Final review',
    INSPECTION: 'Inspection',
    PLAN: 'Plan to draw up',
    TRAINING: 'Training',
    MODEL: 'Good model',
    COMMENDATION: 'Commendation',
    DEADLINE: 'Task with a deadline',
  },
  role: { LEAD: 'Lead', COORDINATE: 'Coordinates', INFORM: 'For information' },
  standing: {
    overdue: 'Overdue',
    due_today: 'Due today',
    due_soon: 'Due soon',
    in_term: 'Within the time limit',
    not_started: 'Not begun',
    returned: 'Returned',
    done_on_time: 'Completed on time',
    done_late: 'Completed late',
    suspended: 'Suspended',
    waived: 'Waived',
    upcoming: 'Coming up',
    planned: 'Planned',
    held: 'Held, no outcome yet',
    concluded: 'Concluded',
    cancelled: 'Cancelled',
  },
  daysLate: '{{count}} days late',
  daysLeft: '{{count}} days left',
};
