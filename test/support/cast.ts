import { randomBytes } from 'node:crypto';
import { SEAT_ROLES, type SeatRole } from '../../src/access/seat.entity.js';
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
async function sign(world: World, login: string): Promise<Record<string, string>> {
  const token = randomBytes(32).toString('base64url');
  await world.db.query(
    `insert into session (token_hash, member_id, carried_by, opened_at, last_seen_at, expires_at)
     select encode(sha256($1::bytea), 'hex'), id, 'bearer', now(), '9999-12-31', '9999-12-31' from member where login = $2`,
    [token, login],
  );
  return { authorization: `Bearer ${token}` };
}

/** A member who holds the roles, each over the body and all below it; without a body, over the whole register. */
async function seat(world: World, login: string, roles: readonly SeatRole[], bodyId: string | null): Promise<string> {
  await world.db.query(
    `with person as (
       insert into member (login, full_name, password_hash)
       select $1, $1, password_hash from member where login = 'admin'
       on conflict do nothing returning id
     ), chair as (
       insert into seat (body_id, name_vi, role) select $3::uuid, $1, unnest($2::text[]) from person returning id
     )
     insert into seat_holding (seat_id, member_id, from_on) select chair.id, person.id, '2000-01-01' from chair, person`,
    [login, roles, bodyId],
  );
  return login;
}

/** Everybody whom the fuzz harness plays: nobody, each role over the body's subtree, and last who holds every role. */
export async function castOf(world: World, bodyId: string, foreignMarks: readonly string[]): Promise<Caller[]> {
  await world.db.query(`create table if not exists kept_session as select * from session`);
  const cast: Caller[] = [{ name: 'nobody', headers: {}, foreignMarks, stranger: true }];
  for (const role of SEAT_ROLES) {
    const login = await seat(world, `vai-${role.toLowerCase()}`, [role], bodyId);
    cast.push({ name: role.toLowerCase(), headers: await sign(world, login), foreignMarks, stranger: false });
  }
  const all = await seat(world, 'vai-everything', SEAT_ROLES, null);
  return [...cast, { name: 'everything', headers: await sign(world, all), foreignMarks: [], stranger: false }];
}

/** Gives the cast, and the one who plants for it, what they took from one another: seats, doors, the planter's session. */
export async function reseat(world: World): Promise<void> {
  const cast = `(select id from member where login = 'admin' or login like 'vai-%')`;
  await world.db.query(`update member set disabled_at = null where id in ${cast} and disabled_at is not null`);
  await world.db.query(`update seat_holding set to_on = null where to_on is not null and member_id in ${cast}`);
  await world.db.query(`insert into session select * from kept_session on conflict do nothing`);
}
