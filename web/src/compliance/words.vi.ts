import { auditVi } from './audit-words.vi.js';
import { calendarVi } from './calendar-words.vi.js';
import { summaryVi } from './summary-words.vi.js';
export const vi = {
  audit: auditVi,
  calendar: calendarVi,
  summary: summaryVi,
} as const;
