import { en as access } from '../access/words.en.js';
import { en as agreements } from '../agreements/words.en.js';
import { en as bodies } from '../bodies/words.en.js';
import { en as commitments } from '../commitments/words.en.js';
import { en as compliance } from '../compliance/words.en.js';
import { en as history } from '../history/words.en.js';
import { en as lifecycle } from '../lifecycle/words.en.js';
import { en as regime } from '../regime/words.en.js';
import { en as reports } from '../reports/words.en.js';
import { en as reviews } from '../reviews/words.en.js';
import { en as sweep } from '../sweep/words.en.js';
import { en as ui } from '../ui/words.en.js';
import { en as app } from './words.en.js';

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
