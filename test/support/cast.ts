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
    `insert into session (token_hash, member_id, opened_at, expires_at)
     select encode(sha256($1::bytea), 'hex'), id, now(), '9999-12-31' from member where login = $2`,
    [token, login],
  );
  return { authorization: `Bearer ${token}` };
}

/** A member with one seat, whose role covers the body and all below it. */
async function seat(world: World, role: SeatRole, bodyId: string): Promise<string> {
  const login = `vai-${role.toLowerCase()}`;
  await world.db.query(
    `with person as (
       insert into member (login, full_name, password_hash) values ($1, $1, 'không đăng nhập bằng mật khẩu')
       on conflict do nothing returning id
     ), chair as (
       insert into seat (body_id, name_vi, role) select $3::uuid, $1, $2 from person returning id
     )
     insert into seat_holding (seat_id, member_id, from_on) select chair.id, person.id, '2000-01-01' from chair, person`,
    [login, role, bodyId],
  );
  return login;
}

/** Everybody whom the fuzz harness plays: nobody, each role over the body's subtree, and last who holds every role. */
export async function castOf(world: World, bodyId: string, foreignMarks: readonly string[]): Promise<Caller[]> {
  const cast: Caller[] = [{ name: 'nobody', headers: {}, foreignMarks, stranger: true }];
  for (const role of SEAT_ROLES) {
    const login = await seat(world, role, bodyId);
    cast.push({ name: role.toLowerCase(), headers: await sign(world, login), foreignMarks, stranger: false });
  }
  return [...cast, { name: 'everything', headers: await sign(world, 'admin'), foreignMarks: [], stranger: false }];
}

/** Gives the cast back the seats that they took from one another. */
export async function reseat(world: World): Promise<void> {
  await world.db.query(
    `update seat_holding set to_on = null where to_on is not null
       and member_id in (select id from member where login = 'admin' or login like 'vai-%')`,
  );
}
