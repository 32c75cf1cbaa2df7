import { Injectable } from '@nestjs/common';
import { BodyService } from '../bodies/body.service.js';
import { note } from '../platform/audit/audit.js';
import { updateGuarded } from '../platform/database/guarded.js';
import { insertOne } from '../platform/database/rows.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import { refuseStale } from '../platform/http/etag.js';
import { refuseMember, refuseSeat } from './access.refusals.js';
import { Member } from './member.entity.js';
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
      if (!(await tx.existsBy(Member, { id: memberId }))) throw refuseMember('unknown', {}, '/memberId');
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
      return this.changed(tx, act, 'seat.left', seat, before);
    });
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
