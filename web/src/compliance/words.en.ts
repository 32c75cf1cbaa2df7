import type { Words } from '../ui/words-shape.js';
import { summaryEn } from './summary-words.en.js';
import type { vi } from './words.vi.js';

export const en: Words<typeof vi> = {
  summary: summaryEn,
};
