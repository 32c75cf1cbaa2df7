import { vi as draft } from './draft-words.vi.js';

export const vi = {
  draft,
} as const;
