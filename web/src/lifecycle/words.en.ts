import type { Words } from '../ui/words-shape.js';
import { agreement } from './agreement.words.en.js';
import type { vi } from './words.vi.js';

export const en: Words<typeof vi> = {
  agreement,
};
