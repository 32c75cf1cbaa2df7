import type { Words } from '../ui/words-shape.js';
import { auditEn } from './audit-words.en.js';
import { calendarEn } from './calendar-words.en.js';
import { summaryEn } from './summary-words.en.js';
import type { vi } from './words.vi.js';

export const en: Words<typeof vi> = {
  audit: auditEn,
  calendar: calendarEn,
  summary: summaryEn,
};
