import { Injectable } from '@nestjs/common';
import { BodyService } from '../bodies/body.service.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { insertOne } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import { refuseMember, refuseSeat } from './access.refusals.js';
import { Departure } from './departure.entity.js';
import type { HoldingEnd, NewHolding, NewSeat, SeatAnswer } from './seat.contract.js';
import { Seat, SeatHolding } from './seat.entity.js';
import { SeatQueries } from './seat.queries.js';
import { checkHoldingEnd, checkNewHolding, checkSeatDates } from './seat.rules.js';

/** Seats and who holds them. Every verb holds the seat first, so that of two new holders one finds the other. */
@Injectable()
export class SeatService {
  constructor(
    private readonly work: Work,
    private readonly bodies: BodyService,
    private readonly queries: SeatQueries,
  ) {}

  create(act: Act, input: NewSeat): Promise<SeatAnswer> {
    return this.work.run(act, async (tx) => {
      const { bodyId = null, nameVi, role, nameEn = null, validFrom = null, validTo = null } = input;
      const fault = checkSeatDates({ validFrom, validTo });
      if (fault) throw fault;
      if (bodyId !== null) await this.bodies.mustExist(tx, [{ id: bodyId, pointer: '/bodyId' }]);
      const id = await insertOne(tx, Seat, { bodyId, nameVi, nameEn, role, validFrom, validTo });
      const after = await this.queries.one(id, tx);
      await note(tx, act, 'seat.created', id, { after });
      return after;
    });
  }

  /** From this day on the member holds the seat and its open duties, not its past. */
  take(act: Act, id: string, { memberId, from }: NewHolding): Promise<SeatAnswer> {
    return this.work.run(act, async (tx) => {
      const seat = await this.lock(tx, act, id);
      await this.mustKeep(tx, memberId);
      if (await tx.existsBy(Departure, { memberId })) throw refuseMember('departed', {}, '/memberId');
      const before = await this.queries.one(id, tx);
      const fault = checkNewHolding(seat, before.holdings, from);
      if (fault) throw fault;
      await tx.insert(SeatHolding, { seatId: id, memberId, fromOn: from });
      return this.changed(tx, act, 'seat.taken', seat, before);
    });
  }

  leave(act: Act, id: string, holdingId: string, { on }: HoldingEnd): Promise<SeatAnswer> {
    return this.work.run(act, async (tx) => {
      const seat = await this.lock(tx, act, id);
      const before = await this.queries.one(id, tx);
      const holding = before.holdings.find((held) => held.id === holdingId);
      if (!holding) throw refuseSeat('holding-unknown');
      const fault = checkHoldingEnd(holding, on);
      if (fault) throw fault;
      await tx.update(SeatHolding, { id: holdingId }, { toOn: on });
      await this.refuseLastKeeper(tx, seat);
      return this.changed(tx, act, 'seat.left', seat, before);
    });
  }

  /** One seats one's own members, and those without a seat whom one has registered; others' do not exist. */
  private async mustKeep(tx: Tx, memberId: string): Promise<void> {
    const [known] = await tx.query<unknown[]>(`select from member m where m.id = $1 and member_in_scope(m.id)`, [
      memberId,
    ]);
    if (!known) throw refuseMember('unknown', {}, '/memberId');
  }

  /** Somebody keeps the register, without an end in sight. */
  private async refuseLastKeeper(tx: Tx, { role, bodyId }: Seat): Promise<void> {
    if (role !== 'ADMINISTRATOR' || bodyId !== null) return;
    const [other] = await tx.query<unknown[]>(
      `select from seat_holding h join seat s on s.id = h.seat_id join member m on m.id = h.member_id
       where s.role = 'ADMINISTRATOR' and s.body_id is null and h.to_on is null and m.disabled_at is null limit 1`,
    );
    if (!other) throw refuseSeat('last-keeper');
  }

  private async lock(tx: Tx, act: Act, id: string): Promise<Seat> {
    const seat = await tx.findOne(Seat, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!seat) throw refuseSeat('unknown');
    refuseStale(act, seat.version);
    return seat;
  }

  private async changed(tx: Tx, act: Act, what: string, seat: Seat, before: SeatAnswer): Promise<SeatAnswer> {
    await updateGuarded(tx, Seat, seat, {});
    const after = await this.queries.one(seat.id, tx);
    await note(tx, act, what, seat.id, { before, after });
    return after;
  }
}
