import { agreement } from './agreement.words.vi.js';

export const vi = {
  agreement,
} as const;
