import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SeatQueries } from '../access/seat.queries.js';
import type { CivilDate } from '../core/civil-date.js';
import { periodName } from '../core/derivation-words.js';
import type { HandedDuty, HandoverAnswer } from './handover.contract.js';

type Row = Omit<HandedDuty, 'periodVi' | 'periodEn' | 'before'> & { periodKey: string | null };

const NEXT_DATES = 10;
const NO_REPORT = `false as "hasDraft", null as "returnedBecause", null as "resubmitBy"`;

const REPORTS = `select o.id, o.agreement_id as "agreementId", a.title as "agreementTitle", c.title, o.period_key as "periodKey",
    o.due_on as "dueOn", o.state, o.overdue_from <= $2::date as overdue,
    exists (select from submission s where s.occurrence_id = o.id and s.state = 'draft') as "hasDraft",
    l.review_comment as "returnedBecause", l.resubmit_by as "resubmitBy"
  from occurrence o join agreement a on a.id = o.agreement_id join commitment c on c.id = o.commitment_id
  left join lateral (select s.review_comment, s.resubmit_by from submission s
    where s.occurrence_id = o.id and s.state = 'returned' order by s.round desc limit 1) l on o.state = 'returned'
  where o.body_id = $1 and o.state in ('due', 'returned') order by o.due_on, o.id`;

const REVIEWS = `select r.id, r.agreement_id as "agreementId", a.title as "agreementTitle", coalesce(c.title, r.kind) as title,
    r.period_key as "periodKey", r.due_on as "dueOn", r.state, r.overdue_from <= $2::date as overdue, ${NO_REPORT}
  from review r join agreement a on a.id = r.agreement_id left join commitment c on c.id = r.commitment_id
  where r.host_id = $1 and r.state in ('due', 'planned') order by r.due_on, r.id`;

const FOLLOW_UPS = `select f.id, f.agreement_id as "agreementId", a.title as "agreementTitle", f.title, null as "periodKey",
    f.due_on as "dueOn", f.state, f.overdue_from <= $2::date as overdue, ${NO_REPORT}
  from follow_up f join agreement a on a.id = f.agreement_id
  where f.owner_id = $1 and f.state = 'open' order by f.due_on, f.id`;

/** What a new holder of a seat finds open (lesson 15): the body's duties, and which of them are of the time before. */
@Injectable()
export class HandoverQueries {
  constructor(
    private readonly db: DataSource,
    private readonly seats: SeatQueries,
  ) {}

  async sheet(seatId: string, asked: CivilDate | null, today: CivilDate): Promise<HandoverAnswer> {
    const { bodyId, bodyName, nameVi, holdings } = await this.seats.one(seatId);
    const at = (day: CivilDate): HandoverAnswer['holder'] =>
      holdings.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? null;
    const on = asked ?? at(today)?.from ?? today;
    const former = holdings.filter(({ to }) => to !== null && to < on).at(-1) ?? null;
    const duties = async (sql: string): Promise<HandedDuty[]> => {
      const rows = await this.db.query<Row[]>(sql, [bodyId, today]);
      return rows.map((row) => dutyOf(row, on));
    };
    const [reports, reviews, followUps] = [await duties(REPORTS), await duties(REVIEWS), await duties(FOLLOW_UPS)];
    const ahead = [...reports, ...reviews, ...followUps].map(({ dueOn }) => dueOn).filter((day) => day >= today);
    return {
      seatId,
      seatName: nameVi,
      bodyId,
      bodyName,
      on,
      holder: at(on),
      former,
      reports,
      reviews,
      followUps,
      nextDates: [...new Set(ahead)].sort().slice(0, NEXT_DATES),
    };
  }
}

function dutyOf({ periodKey, ...row }: Row, on: CivilDate): HandedDuty {
  return {
    ...row,
    periodVi: periodKey === null ? null : periodName(periodKey, 'vi'),
    periodEn: periodKey === null ? null : periodName(periodKey, 'en'),
    before: row.overdue && row.dueOn < on,
  };
}
