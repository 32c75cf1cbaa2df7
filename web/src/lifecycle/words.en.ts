import type { Words } from '../ui/words-shape.js';
import { parts } from './agreement-parts.words.en.js';
import { agreement } from './agreement.words.en.js';
import { en as draft } from './draft-words.en.js';
import { extension, needs, succession } from './successions.words.en.js';
import type { vi } from './words.vi.js';

export const en: Words<typeof vi> = {
  agreement: { ...agreement, ...parts },
  draft,
  extension,
  needs,
  succession,
};
