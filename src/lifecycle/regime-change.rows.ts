import { insertOne } from '../platform/database/rows.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { RegimeChange } from './replanning.entity.js';
import type { Counts } from './replanning.rules.js';

interface Changed {
  /** null = the working calendar. */
  schemeId: string | null;
  before: object;
  after: object;
  reason: string | null;
  counts: Counts;
}

export function recordRegimeChange(tx: Tx, act: Act, change: Changed): Promise<string> {
  const cause = change.schemeId === null ? 'CALENDAR' : 'SCHEME';
  return insertOne(tx, RegimeChange, { ...change, cause, byId: act.actor.id, onDate: act.today, at: act.at });
}
