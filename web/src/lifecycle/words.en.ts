import type { Words } from '../ui/words-shape.js';
import { extension, needs, succession } from './successions.words.en.js';
import type { vi } from './words.vi.js';

export const en: Words<typeof vi> = {
  extension,
  needs,
  succession,
};
