import type { SeatRole } from '../access/seat.entity.js';
import { MemberService } from '../access/member.service.js';
import { SeatService } from '../access/seat.service.js';
import type { CivilDate } from '../core/civil-date.js';
import { idOf, type Cast } from './sample-bodies.js';
import type { SampleDesk } from './sample-desk.js';

interface Person {
  login: string;
  fullName: string;
  seat: string;
  role: SeatRole;
  /** Code of the body; null: over the whole register. */
  body: string | null;
}

/** One of each of those who use the register; the names are made up. */
export const PEOPLE: readonly Person[] = [
  { login: 'van-thu', fullName: 'Lê Thị Minh An', seat: 'Văn thư giữ sổ', role: 'REGISTRAR', body: null },
  { login: 'don-vi', fullName: 'Trần Văn Bình', seat: 'Chủ tịch Mặt trận phường', role: 'REPORTER', body: 'DH-MTTQ' },
  { login: 'tham-dinh', fullName: 'Phạm Thu Cúc', seat: 'Chuyên viên theo dõi', role: 'REVIEWER', body: 'DH-DU' },
  { login: 'lanh-dao', fullName: 'Nguyễn Hữu Dũng', seat: 'Phó Bí thư thường trực', role: 'OFFICIAL', body: 'TU' },
];

/** Each with a seat since `from` and the password of the trial. */
export async function seatPeople(
  desk: SampleDesk,
  cast: Cast,
  { from, today, password }: { from: CivilDate; today: CivilDate; password: string },
): Promise<void> {
  const act = await desk.on(today);
  for (const { login, fullName, seat, role, body } of PEOPLE) {
    const { id: memberId } = await desk.the(MemberService).register(act, { login, fullName, password });
    const bodyId = body === null ? null : idOf(cast, body);
    const { id } = await desk.the(SeatService).create(act, { bodyId, nameVi: seat, role });
    await desk.the(SeatService).take(await desk.on(today), id, { memberId, from });
  }
}
