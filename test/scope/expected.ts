import type { Side, Sides } from './sides.js';

/**
 * What is expected of one route. Letters: G registrar, R reporter, V reviewer, O official, A administrator, N no seat;
 * each over one's own body. A role over the whole register passes wherever its letter stands in any of the columns.
 */
export interface Expected {
  /** Who passes on what is one's own body's. */
  own: string;
  /** Who passes on what is the partner's in an agreement of both. Others who hold the right: 403, or 404 when `hidden`. */
  partner: string;
  partnerHidden?: boolean;
  /** Foreign records do not exist (404) for whoever holds the right; `open` ones are read by all, others' deeds are 403. */
  foreign: 'hidden' | 'open' | 'forbidden';
  /** Fills `:id` (and further places) of the path. */
  ids?: (side: Side) => Record<string, string>;
  /** A body that passes the validation, so that an unknown record shows as such. */
  valid?: (side: Side, sides: Sides) => object;
  /** Fields beside the file of an upload. */
  form?: Record<string, string>;
  /** Only over the whole register: these letters pass, everybody else is refused. */
  wholeOnly?: string;
  query?: (side: Side) => string;
}

export const READERS = 'GRVOA';
export const ALL = 'GRVOAN';

type Kind = keyof Side;

const by = (kind: Kind) => (side: Side) => ({ id: side[kind] });

export function read(kind: Kind): Expected {
  return { own: READERS, partner: READERS, foreign: 'hidden', ids: by(kind) };
}
/** A list or a figure: everybody who may read it; what is foreign does not stand in it, also when asked for by name. */
export function list(query?: (side: Side) => string): Expected {
  return { own: READERS, partner: READERS, foreign: 'open', ...(query ? { query } : {}) };
}
export function open(kind?: Kind): Expected {
  return { own: ALL, partner: ALL, foreign: 'open', ...(kind ? { ids: by(kind) } : {}) };
}
export function deed(kind: Kind, own: string, partner: string, valid: Expected['valid'] = () => ({})): Expected {
  return { own, partner, foreign: 'hidden', ids: by(kind), valid };
}
/** Names a body in what is sent; bodies are no secret, so others' are refused and not denied. */
export function named(own: string, valid: Expected['valid'], ids?: Expected['ids']): Expected {
  return { own, partner: '', foreign: 'forbidden', valid, ...(ids ? { ids } : {}) };
}
export function whole(letters: string, kind?: Kind): Expected {
  return { own: '', partner: '', foreign: 'forbidden', wholeOnly: letters, ...(kind ? { ids: by(kind) } : {}) };
}
export function upload(kind: Kind, own: string, partner: string, fields: Record<string, string> = {}): Expected {
  return { ...deed(kind, own, partner), form: { noSecretConfirmed: 'true', ...fields } };
}

/** Members of one's own bodies; others' do not exist. */
export function aMember(): Expected {
  return { ...deed('member', 'A', ''), partnerHidden: true };
}

export function aWebhook(): Expected {
  return { ...deed('webhook', 'A', ''), partnerHidden: true };
}
