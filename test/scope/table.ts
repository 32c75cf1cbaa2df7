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

const READERS = 'GRVOA';
const ALL = 'GRVOAN';

type Kind = keyof Side;

const by = (kind: Kind) => (side: Side) => ({ id: side[kind] });

function read(kind: Kind): Expected {
  return { own: READERS, partner: READERS, foreign: 'hidden', ids: by(kind) };
}
/** A list or a figure: everybody who may read it; what is foreign does not stand in it, also when asked for by name. */
function list(query?: (side: Side) => string): Expected {
  return { own: READERS, partner: READERS, foreign: 'open', ...(query ? { query } : {}) };
}
function open(kind?: Kind): Expected {
  return { own: ALL, partner: ALL, foreign: 'open', ...(kind ? { ids: by(kind) } : {}) };
}
function deed(kind: Kind, own: string, partner: string, valid: Expected['valid'] = () => ({})): Expected {
  return { own, partner, foreign: 'hidden', ids: by(kind), valid };
}
/** Names a body in what is sent; bodies are no secret, so others' are refused and not denied. */
function named(own: string, valid: Expected['valid'], ids?: Expected['ids']): Expected {
  return { own, partner: '', foreign: 'forbidden', valid, ...(ids ? { ids } : {}) };
}
function whole(letters: string, kind?: Kind): Expected {
  return { own: '', partner: '', foreign: 'forbidden', wholeOnly: letters, ...(kind ? { ids: by(kind) } : {}) };
}
function upload(kind: Kind, own: string, partner: string, fields: Record<string, string> = {}): Expected {
  return { ...deed(kind, own, partner), form: { noSecretConfirmed: 'true', ...fields } };
}

/** Members of one's own bodies; others' do not exist. */
function aMember(): Expected {
  return { ...deed('member', 'A', ''), partnerHidden: true };
}

const reason = () => ({ reason: 'Lý do' });
const day = '2026-07-01';

export const TABLE: Readonly<Record<string, Expected>> = {
  'GET /sessions/current': open(),
  'GET /members': { own: 'A', partner: 'A', foreign: 'open' },
  'POST /members': { own: 'A', partner: 'A', foreign: 'open' },
  'POST /members/{id}/password-reset': aMember(),
  'POST /members/{id}/suspension': aMember(),
  'DELETE /members/{id}/suspension': aMember(),
  'DELETE /members/{id}/totp': aMember(),
  'GET /me': open(),
  'GET /sessions': open(),
  'POST /me/password': open(),
  'POST /me/totp': open(),
  'POST /me/totp/confirmation': open(),
  'DELETE /me/totp': open(),
  'GET /seats': list(({ body }) => `bodyId=${body}`),
  'POST /seats': named('A', ({ body }) => ({ bodyId: body, nameVi: 'Vị trí', role: 'REPORTER' })),
  'GET /seats/{id}': { ...read('seat'), partner: '', partnerHidden: true },
  'GET /seats/{id}/handover': { ...read('seat'), partner: '', partnerHidden: true },
  'POST /seats/{id}/holdings': {
    ...deed('seat', 'A', '', ({ member }) => ({ memberId: member, from: '2027-01-01' })),
    partnerHidden: true,
  },
  'POST /seats/{id}/holdings/{holdingId}/end': {
    ...deed('seat', 'A', '', () => ({ on: day })),
    ids: ({ seat, holding }) => ({ id: seat, holdingId: holding }),
    partnerHidden: true,
  },

  'GET /bodies': open(),
  'GET /bodies/{id}': open('body'),
  'GET /bodies/{id}/events': open('body'),
  'GET /bodies/{id}/lineage': open('body'),
  'POST /bodies': named('G', ({ body }) => ({
    ...{ code: 'MOI', nameVi: 'Cơ quan mới', system: 'PARTY', level: 'COMMUNE', parentId: body },
  })),
  'PATCH /bodies/{id}': named(
    'G',
    () => ({ nameEn: 'x' }),
    ({ body }) => ({ id: body }),
  ),
  'POST /bodies/{id}/events': named(
    'G',
    () => ({ kind: 'DISSOLVED', effectiveOn: day }),
    ({ body }) => ({ id: body }),
  ),
  'POST /body-events': named('G', ({ body }) => ({
    ...{ kind: 'DISSOLVED', effectiveOn: day, predecessorIds: [body] },
  })),
  'GET /reporting-schemes': open(),
  'GET /reporting-schemes/{id}': open('scheme'),
  'GET /reporting-schemes/{id}/revisions': open('scheme'),
  'GET /calendar-days': open(),
  'GET /working-days': { ...open(), query: () => 'from=2026-06-01&add=3' },
  'GET /calendar-changes': open(),
  'POST /reporting-schemes': whole('G'),
  'PATCH /reporting-schemes/{id}': whole('G', 'scheme'),
  'POST /reporting-schemes/{id}/previews': whole('G', 'scheme'),
  'POST /reporting-schemes/{id}/revisions': whole('G', 'scheme'),
  'POST /calendar-changes/previews': whole('G'),
  'POST /calendar-changes': whole('G'),
  'GET /sweeps': whole('A'),
  'GET /sweeps/{id}': whole('A', 'sweep'),
  'POST /sweeps': whole('A'),

  'GET /agreements': list(({ body }) => `bodyId=${body}`),
  'POST /agreements': named('G', ({ body, other }, { partner, foreign }) => ({
    kind: 'REGULATION',
    title: 'Quy chế',
    noSecretConfirmed: true,
    // The own side's other party is the partner: the deed is one's own as soon as one of the parties is.
    parties:
      body === partner.body ? [{ bodyId: body }, { bodyId: foreign.body }] : [{ bodyId: body }, { bodyId: other }],
  })),
  'GET /agreements/{id}': read('agreement'),
  'PATCH /agreements/{id}': deed('agreement', 'G', 'G', () => ({ title: 'Tên khác' })),
  'DELETE /agreements/{id}': deed('agreement', 'G', 'G'),
  'POST /agreements/{id}/signature': deed('agreement', 'G', 'G', () => ({ signedOn: day })),
  'POST /agreements/{id}/documents': upload('agreement', 'G', 'G', { kind: 'OTHER' }),
  'GET /documents/{id}/content': read('document'),
  'DELETE /documents/{id}': deed('document', 'G', 'G'),
  'GET /agreements/{id}/clauses': read('agreement'),
  'GET /agreements/{id}/clauses/differences': {
    ...read('agreement'),
    query: () => 'from=2026-01-01&to=2026-06-01',
  },
  'GET /clauses/{id}/versions': read('clause'),
  'POST /agreements/{id}/clauses': deed('agreement', 'G', 'G', () => ({ clauses: [{ kind: 'ARTICLE', text: 'x' }] })),
  'PATCH /clauses/{id}': deed('clause', 'G', 'G', () => ({ text: 'x' })),
  'DELETE /clauses/{id}': deed('clause', 'G', 'G'),
  'GET /agreements/{id}/commitments': read('agreement'),
  'GET /commitments/{id}': read('commitment'),
  'GET /commitments/{id}/periods': read('commitment'),
  'POST /agreements/{id}/commitments': deed('agreement', 'G', 'G', ({ body }) => ({
    ...{ title: 'Cam kết', kind: 'REPORT', bodies: [{ bodyId: body, role: 'LEAD' }] },
  })),
  'PATCH /commitments/{id}': deed('commitment', 'G', 'G', () => ({ title: 'x' })),
  'DELETE /commitments/{id}': deed('commitment', 'G', 'G'),
  'POST /commitments/{id}/schedules': deed('commitment', 'G', 'G', () => ({ frequency: 'UNSPECIFIED' })),
  'GET /schedules/{id}': read('schedule'),
  'GET /schedules/{id}/revisions': read('schedule'),
  'PATCH /schedules/{id}': deed('schedule', 'G', 'G'),
  'DELETE /schedules/{id}': deed('schedule', 'G', 'G'),
  'POST /schedules/{id}/previews': deed('schedule', 'G', 'G'),
  'POST /schedules/{id}/revisions': deed('schedule', 'G', 'G', () => ({ token: 'x'.repeat(64) })),
  'POST /agreements/{id}/activation': deed('agreement', 'G', 'G'),
  'POST /agreements/{id}/termination': deed('agreement', 'GO', 'GO', () => ({ on: day, reason: 'x' })),
  'POST /agreements/{id}/pause': deed('agreement', 'GO', 'GO', () => ({ from: day, reason: 'x' })),
  'POST /agreements/{id}/resumption': deed('agreement', 'GO', 'GO', () => ({ on: day })),
  'POST /agreements/{id}/history': deed('agreement', 'G', 'G', () => ({ followedSince: '2026-01-01', filings: [] })),
  'GET /agreements/{id}/amendments': read('agreement'),
  'POST /agreements/{id}/amendments': deed('agreement', 'G', 'G', () => ({ effectiveFrom: day, documentText: 'x' })),
  'POST /agreements/{id}/renewal': deed('agreement', 'GO', 'GO', () => ({ termTo: '2030-01-01', document: 'x' })),
  'POST /agreements/{id}/renewal-notice': deed('agreement', 'GO', 'GO', ({ body }) => ({
    ...{ givenOn: day, bodyId: body, document: 'x' },
  })),
  'GET /successions': list(),
  'GET /agreements/{id}/successions': read('agreement'),
  'POST /agreements/{id}/successions': named(
    'O',
    ({ body, other }) => ({ bodyId: body, decision: 'CONTINUED_BY', successorIds: [other], from: day }),
    ({ agreement }) => ({ id: agreement }),
  ),

  'GET /occurrences': list(({ body }) => `bodyId=${body}`),
  'GET /occurrences/{id}': read('occurrence'),
  'POST /occurrences/{id}/waiver': deed('occurrence', '', 'O', reason),
  'POST /schedules/{id}/events': deed('schedule', 'GO', 'GO', () => ({ on: day })),
  'POST /occurrences/{id}/submissions': deed('occurrence', 'GR', ''),
  'GET /submissions/{id}': read('submission'),
  'PATCH /submissions/{id}': deed('submission', 'GR', ''),
  'DELETE /submissions/{id}': deed('submission', 'GR', ''),
  'POST /submissions/{id}/submission': deed('submission', 'GR', ''),
  'POST /submissions/{id}/acceptance': deed('submission', '', 'VO'),
  'POST /submissions/{id}/return': deed('submission', '', 'VO', () => ({ comment: 'x' })),
  'POST /submissions/{id}/evidence': upload('submission', 'GR', ''),
  'GET /evidence/{id}/content': read('evidence'),
  'DELETE /evidence/{id}': deed('evidence', 'GR', ''),
  'GET /extensions': list(),
  'POST /occurrences/{id}/extensions': deed('occurrence', 'R', '', () => ({ to: '2026-08-01', reason: 'x' })),
  'POST /extensions/{id}/grant': deed('extension', '', 'O'),
  'POST /extensions/{id}/refusal': deed('extension', '', 'O', () => ({ note: 'x' })),

  'GET /agreements/{id}/review-cycles': read('agreement'),
  'POST /agreements/{id}/review-cycles': deed('agreement', 'G', 'G', () => ({ kind: 'MEETING' })),
  'GET /review-cycles/{id}': read('cycle'),
  'PATCH /review-cycles/{id}': deed('cycle', 'G', 'G'),
  'GET /reviews': list(({ agreement }) => `agreementId=${agreement}`),
  'GET /reviews/{id}': read('review'),
  'PATCH /reviews/{id}': deed('review', 'GVO', 'GVO'),
  'POST /reviews/{id}/plan': deed('review', 'GVO', 'GVO', () => ({ on: day })),
  'POST /reviews/{id}/meeting': deed('review', 'GVO', 'GVO', ({ body }) => ({ heldOn: day, sidesPresent: [body] })),
  'POST /reviews/{id}/minutes': upload('review', 'GVO', 'GVO'),
  'GET /reviews/{id}/minutes/content': read('review'),
  'POST /reviews/{id}/outcome': deed('review', 'O', 'O', () => ({ decision: 'CONTINUE' })),
  'GET /follow-ups': list(({ agreement }) => `agreementId=${agreement}`),
  'GET /follow-ups/{id}': read('followUp'),
  'POST /reviews/{id}/follow-ups': deed('review', 'GVO', 'GVO', ({ body }) => ({
    ...{ title: 'x', ownerId: body, dueOn: '2026-12-01' },
  })),
  'POST /follow-ups/{id}/completion': deed('followUp', 'R', ''),
  'POST /follow-ups/{id}/cancellation': deed('followUp', 'GO', 'GO', () => ({ reason: 'x' })),

  'GET /summary': list(),
  'GET /summary/rows': list(({ body }) => `bodyId=${body}`),
  'GET /needs-interval': list(),
  'GET /history': list(({ agreement }) => `subjectId=${agreement}`),
};
