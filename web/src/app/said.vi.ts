import { vi as access } from '../access/words.vi.js';
import { vi as agreements } from '../agreements/words.vi.js';
import { vi as bodies } from '../bodies/words.vi.js';
import { vi as commitments } from '../commitments/words.vi.js';
import { vi as compliance } from '../compliance/words.vi.js';
import { vi as history } from '../history/words.vi.js';
import { vi as lifecycle } from '../lifecycle/words.vi.js';
import { vi as regime } from '../regime/words.vi.js';
import { vi as reports } from '../reports/words.vi.js';
import { vi as reviews } from '../reviews/words.vi.js';
import { vi as sweep } from '../sweep/words.vi.js';
import { vi as ui } from '../ui/words.vi.js';
import { vi as app } from './words.vi.js';

export const said = {
  access,
  agreements,
  app,
  bodies,
  commitments,
  compliance,
  history,
  lifecycle,
  regime,
  reports,
  reviews,
  sweep,
  ui,
};
