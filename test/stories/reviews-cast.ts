import type { Act } from '../../src/platform/http/act.js';
import { aBody, anAgreement, memberId, putRow } from '../support/rows.js';
import type { Reply, World } from '../support/world.js';

export interface Cycle {
  id: string;
  version: number;
  hostId: string;
  [field: string]: unknown;
}

export interface Row {
  id: string;
  version: number;
  dueOn: string;
  state: string;
  standing: string;
  hostId: string;
  [field: string]: unknown;
}

export interface Refused {
  code: string;
  pointer?: string;
  errors?: { code: string; pointer: string }[];
}

export interface Office {
  agreementId: string;
  partyA: string;
  partyB: string;
}

/** Two parties, the second being the standing body; in force, followed and activated since 2026-01-01. */
export async function anOffice(world: World, changes: Record<string, unknown> = {}): Promise<Office> {
  const { db } = world;
  const partyA = await aBody(db, 'Ban Tuyên giáo Quận ủy');
  const partyB = await aBody(db, 'Ban Chỉ huy Quân sự Quận');
  const agreementId = await anAgreement(db, { activated_on: '2026-01-01', followed_since: '2026-01-01', ...changes });
  const party = (body_id: string, ordinal: number, role: string): Promise<string> =>
    putRow(db, 'party', { agreement_id: agreementId, body_id, ordinal, role, name_as_signed: `Bên ${ordinal}` });
  await party(partyA, 0, 'PARTY');
  await party(partyB, 1, 'PARTY');
  await party(partyB, 2, 'STANDING_BODY');
  return { agreementId, partyA, partyB };
}

export function addCycle<T = Cycle>(world: World, agreementId: string, body: object): Promise<Reply<T>> {
  return world.call<T>('POST', `/agreements/${agreementId}/review-cycles`, body);
}

export async function reviewsOf(world: World, agreementId: string, filter = ''): Promise<Row[]> {
  const { body } = await world.call<{ items: Row[] }>('GET', `/reviews?agreementId=${agreementId}${filter}`);
  return body.items;
}

/** The acting administrator on the day of the story, for verbs that have no route here. */
export async function actOf(world: World): Promise<Act> {
  const actor = { id: await memberId(world.db), name: 'Quản trị' };
  return { actor, today: world.clock.today(), at: world.clock.now(), requestId: 'story', from: null, by: 'system' };
}
