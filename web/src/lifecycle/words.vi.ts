import { parts } from './agreement-parts.words.vi.js';
import { agreement } from './agreement.words.vi.js';

export const vi = {
  agreement: { ...agreement, ...parts },
} as const;
