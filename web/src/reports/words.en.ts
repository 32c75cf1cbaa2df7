import type { Words } from '../ui/words-shape.js';
import type { vi } from './words.vi.js';
export const en: Words<typeof vi> = {
  extension: { state: { asked: 'Awaits a decision', granted: 'Granted', refused: 'Refused' } },
};
