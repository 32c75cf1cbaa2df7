import { summaryVi } from './summary-words.vi.js';
export const vi = {
  summary: summaryVi,
} as const;
