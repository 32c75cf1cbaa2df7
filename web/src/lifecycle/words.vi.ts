import { parts } from './agreement-parts.words.vi.js';
import { agreement } from './agreement.words.vi.js';
import { vi as draft } from './draft-words.vi.js';
import { extension, needs, succession } from './successions.words.vi.js';

export const vi = {
  agreement: { ...agreement, ...parts },
  draft,
  extension,
  needs,
  succession,
} as const;
