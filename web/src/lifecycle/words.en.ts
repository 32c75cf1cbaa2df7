import type { Words } from '../ui/words-shape.js';
import { en as draft } from './draft-words.en.js';
import type { vi } from './words.vi.js';

export const en: Words<typeof vi> = {
  draft,
};
