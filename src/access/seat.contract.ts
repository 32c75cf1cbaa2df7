import { Civil, Id, Int, Many, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { SEAT_ROLES, type SeatRole } from './seat.entity.js';

export class NewSeat {
  @Id({ optional: true, about: 'Covers this body and all below it; left out: the whole register' })
  bodyId?: string | null;
  @Text({ max: 200, example: 'Trưởng Ban' }) nameVi: string;
  @Text({ max: 200, optional: true }) nameEn?: string | null;
  @OneOf(SEAT_ROLES, 'SeatRole') role: SeatRole;
  @Civil({ optional: true }) validFrom?: string | null;
  @Civil({ optional: true, about: 'Last day, inclusive' }) validTo?: string | null;
}

export class NewHolding {
  @Id() memberId: string;
  @Civil({ about: 'First day; may lie ahead' }) from: string;
}

export class HoldingEnd {
  @Civil({ about: 'Last day, inclusive; may lie ahead' }) on: string;
}

export class SeatsQuery extends PageQuery {
  @Id({ optional: true, query: true }) bodyId?: string;
  @Civil({ optional: true, query: true, about: 'Only seats that exist on this day' }) on?: string;
}

export class HoldingAnswer {
  @Id() id: string;
  @Id() memberId: string;
  @Text() memberName: string;
  @Civil() from: string;
  @Civil({ nullable: true, about: 'Last day, inclusive' }) to: string | null;
}

export class SeatAnswer {
  @Id() id: string;
  @Id({ nullable: true, about: 'null: the whole register' }) bodyId: string | null;
  @Text({ nullable: true }) bodyName: string | null;
  @Text() nameVi: string;
  @Text({ nullable: true }) nameEn: string | null;
  @OneOf(SEAT_ROLES, 'SeatRole') role: SeatRole;
  @Civil({ nullable: true }) validFrom: string | null;
  @Civil({ nullable: true, about: 'Last day, inclusive' }) validTo: string | null;
  @Many(() => HoldingAnswer, { about: 'The earliest first' }) holdings: HoldingAnswer[];
  @Int() version: number;
}
