import type { Words } from '../ui/words-shape.js';
import type { vi } from './words.vi.js';

export const en: Words<typeof vi> = {
  name: 'Sổ phối hợp',
  purpose: 'Who keeps the promises of cooperation agreements',
  forPrograms: 'For developers: the API',
  trail: 'Trail',
  navigation: 'Pages',
  language: 'Language',
  languageVi: 'Tiếng Việt',
  languageEn: 'English',
  toDark: 'Switch to the dark theme',
  toLight: 'Switch to the light theme',
  desk: 'My desk',
  agreements: 'Agreements',
  reports: 'Reports',
  reviews: 'Reviews',
  summary: 'Summary',
  calendar: 'Calendar',
  administration: 'Administration',
  bodies: 'Bodies',
  successions: 'Successions',
  workingCalendar: 'Working calendar',
  schemes: 'Reporting schemes',
  members: 'Members and seats',
  sweeps: 'Nightly sweep',
  audit: 'Audit trail',
};
