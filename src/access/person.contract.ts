import { Bool, Civil, Data, Id, Instant, Int, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { SavedViewAnswer } from './view.contract.js';
import { DEPARTURE_REASONS, type DepartureReason } from './departure.entity.js';

export class Contact {
  @Text({ max: 254, optional: true, about: 'At the office', example: 'lan.nv@danang.gov.vn' }) email?: string | null;
  @Text({ max: 40, optional: true, about: 'At the office', example: '0236 3821 234' }) phone?: string | null;
}

export class NewDeparture {
  @Civil({ about: 'Last day in office; not after today' }) on: string;
  @OneOf(DEPARTURE_REASONS, 'DepartureReason') reason: DepartureReason;
}

export class DepartureAnswer {
  @Civil() on: string;
  @OneOf(DEPARTURE_REASONS, 'DepartureReason') reason: DepartureReason;
  @Instant({ nullable: true, about: 'Since when the name and the contact are gone' }) anonymisedAt: string | null;
}

export class PersonAnswer {
  @Id() id: string;
  @Text() login: string;
  @Text() fullName: string;
  @Text({ nullable: true }) email: string | null;
  @Text({ nullable: true }) phone: string | null;
  @Instant({ nullable: true, about: 'No sign-in since then' }) disabledAt: string | null;
  @One(() => DepartureAnswer, { nullable: true }) departure: DepartureAnswer | null;
}

export class PersonSeat {
  @Id() seatId: string;
  @Text() seatName: string;
  @Text() bodyName: string;
  @Civil() from: string;
  @Civil({ nullable: true }) to: string | null;
}

/** A member, for whoever keeps that member. */
export class MemberPage extends PersonAnswer {
  @Bool({ about: 'Whether signing in asks for a one-time code' }) totp: boolean;
  @Many(() => PersonSeat, { about: 'Held, once held or to be held; the earliest first' }) seats: PersonSeat[];
}

export class PersonDeed {
  @Text() id: string;
  @Instant() at: string;
  @Text({ example: 'submission.submitted' }) what: string;
  @Id() subjectId: string;
}

export class PersonRecords {
  @Text({ example: 'evidence.added_by' }) where: string;
  @Int() count: number;
  @Id({ many: true, about: 'At most 1,000' }) ids: string[];
}

/** What the register knows of one person, for that person (Law 91/2025/QH15, right of access). */
export class PersonData {
  @Instant() at: string;
  @One(() => PersonAnswer) member: PersonAnswer;
  @Many(() => PersonSeat) seats: PersonSeat[];
  @Data({ about: 'Open sessions, links and tokens by kind: dates and addresses, no secrets' })
  credentials: Record<string, Record<string, unknown>[]>;
  @Int() deedsTotal: number;
  @Many(() => PersonDeed, { about: 'The latest 5,000' }) deeds: PersonDeed[];
  @Many(() => SavedViewAnswer, { about: 'How the person likes to see the pages' }) views: SavedViewAnswer[];
  @Many(() => PersonRecords, { about: 'Where the person stands as author' }) records: PersonRecords[];
}
