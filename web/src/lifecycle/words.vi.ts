import { extension, needs, succession } from './successions.words.vi.js';

export const vi = {
  extension,
  needs,
  succession,
} as const;
