import { SEAT_ROLES, type SeatRole } from '../../src/access/seat.entity.js';
import { putRow } from '../support/rows.js';
import type { World } from '../support/world.js';

export const LETTERS: Readonly<Record<SeatRole, string>> = {
  REGISTRAR: 'G',
  REPORTER: 'R',
  REVIEWER: 'V',
  OFFICIAL: 'O',
  ADMINISTRATOR: 'A',
};

/** A member signed in who holds one seat, or none (`N`). */
export interface Caller {
  name: string;
  /** First letter as in LETTERS; `N` without a seat. */
  letter: string;
  /** Over the whole register. */
  whole: boolean;
  headers: Record<string, string>;
}

/** Each role over the body and over the whole register, and somebody without a seat. */
export async function callersOver(world: World, bodyId: string): Promise<Caller[]> {
  const callers = [await signIn(world, 'N', null)];
  for (const role of SEAT_ROLES) {
    callers.push(await signIn(world, LETTERS[role], { role, bodyId }));
    callers.push(await signIn(world, LETTERS[role], { role, bodyId: null }));
  }
  return callers;
}

async function signIn(
  world: World,
  letter: string,
  seat: { role: SeatRole; bodyId: string | null } | null,
): Promise<Caller> {
  const whole = seat !== null && seat.bodyId === null;
  const login = `${letter}-${whole ? 'toan-so' : 'co-quan'}`.toLowerCase();
  const password = 'mat-khau-thu-nghiem-cua-can-bo';
  const { body } = await world.call<{ id: string }>('POST', '/members', {
    login,
    fullName: `Cán bộ ${login}`,
    password,
  });
  if (seat) {
    const row = { name_vi: `Vị trí ${login}`, role: seat.role, body_id: seat.bodyId };
    const seatId = await putRow(world.db, 'seat', row);
    await putRow(world.db, 'seat_holding', { seat_id: seatId, member_id: body.id, from_on: '2026-01-01' });
  }
  const session = await world.call<{ token: string }>('POST', '/sessions', { login, password });
  return { name: login, letter, whole, headers: { authorization: `Bearer ${session.body.token}` } };
}
