import { Id, Instant, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { SEAT_ROLES, type SeatRole } from './seat.entity.js';

export class SignIn {
  @Text({ max: 100, example: 'admin' }) login: string;
  @Text({ max: 200 }) password: string;
}

export class HeldSeat {
  @OneOf(SEAT_ROLES, 'SeatRole') role: SeatRole;
  @Id({ nullable: true, about: 'The seat covers this body and all below it; null: the whole register' })
  bodyId: string | null;
}

export class MemberListed {
  @Id() id: string;
  @Text() login: string;
  @Text() fullName: string;
}

export class MemberAnswer extends MemberListed {
  @Many(() => HeldSeat, { about: 'Held today' }) seats: HeldSeat[];
  @Text({ many: true, about: 'What may be done, somewhere' }) rights: string[];
}

export class SessionAnswer {
  @Text({ about: 'Send it as `Authorization: Bearer <token>`; shown this once' }) token: string;
  @Instant() expiresAt: string;
  @One(() => MemberAnswer) member: MemberAnswer;
}

export class NewMember {
  @Text({ max: 100, example: 'nguyen.van.a' }) login: string;
  @Text({ max: 200 }) fullName: string;
  @Text({ min: 10, max: 200, about: 'At least ten characters' }) password: string;
}

export class MembersQuery extends PageQuery {
  @Text({ max: 200, optional: true, query: true, about: 'Part of the login or the name' }) q?: string;
}
