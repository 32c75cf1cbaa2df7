import { HoldingAnswer } from '../access/seat.contract.js';
import { Bool, Civil, Id, Many, One, Text } from '../platform/http/fields.js';

export class HandoverQuery {
  @Civil({
    optional: true,
    query: true,
    about: 'Cut-off day: the first day of the new holder; default: of who holds the seat now, else today',
  })
  on?: string;
}

/** One open duty. */
export class HandedDuty {
  @Id() id: string;
  @Id() agreementId: string;
  @Text() agreementTitle: string;
  @Text({ about: 'The commitment, the kind of review, or the follow-up' }) title: string;
  @Text({ nullable: true }) periodVi: string | null;
  @Text({ nullable: true }) periodEn: string | null;
  @Civil() dueOn: string;
  @Text() state: string;
  @Bool({ about: 'Late today' }) overdue: boolean;
  @Bool({ about: 'Late, and due before the cut-off day: not charged to the new holder' }) before: boolean;
  @Bool({ about: 'A report that somebody has begun to write' }) hasDraft: boolean;
  @Text({ nullable: true, about: 'Why a report was returned' }) returnedBecause: string | null;
  @Civil({ nullable: true, about: 'Day by which a returned report is to be filed again' }) resubmitBy: string | null;
}

export class HandoverAnswer {
  @Id() seatId: string;
  @Text() seatName: string;
  @Id({ nullable: true, about: 'null: a seat over the whole register, which owes no reports' }) bodyId: string | null;
  @Text({ nullable: true }) bodyName: string | null;
  @Civil({ about: 'Cut-off day' }) on: string;
  @One(() => HoldingAnswer, { nullable: true, about: 'Who holds the seat on the cut-off day' })
  holder: HoldingAnswer | null;
  @One(() => HoldingAnswer, { nullable: true, about: 'Who held it last before that day' })
  former: HoldingAnswer | null;
  @Many(() => HandedDuty, { about: 'Reports due or returned' }) reports: HandedDuty[];
  @Many(() => HandedDuty, { about: 'Reviews to host' }) reviews: HandedDuty[];
  @Many(() => HandedDuty) followUps: HandedDuty[];
  @Civil({ many: true, about: 'The next days on which something is due, at most ten' }) nextDates: string[];
}
