import { randomBytes } from 'node:crypto';
import type { World } from './world.js';

/** Somebody at the door: how they sign, and what they must never see. */
export interface Caller {
  name: string;
  headers: Record<string, string>;
  foreignMarks: readonly string[];
  /** Not signed in: nothing but the open routes may answer. */
  stranger: boolean;
}

/** A session of the member, as a sign-in would have left it. */
async function sign(world: World, memberId: string): Promise<Record<string, string>> {
  const token = randomBytes(32).toString('base64url');
  await world.db.query(
    `insert into session (token_hash, member_id, opened_at, expires_at)
     values (encode(sha256($1::bytea), 'hex'), $2, now(), '9999-12-31')`,
    [token, memberId],
  );
  return { authorization: `Bearer ${token}` };
}

/** Everybody whom the fuzz harness plays; the one who may change most comes last. */
export async function castOf(world: World, foreignMarks: readonly string[]): Promise<Caller[]> {
  const [administrator] = await world.db.query<[{ id: string }]>(
    `select id from member where role = 'administrator' order by id limit 1`,
  );
  return [
    { name: 'nobody', headers: {}, foreignMarks, stranger: true },
    { name: 'administrator', headers: await sign(world, administrator.id), foreignMarks: [], stranger: false },
  ];
}
