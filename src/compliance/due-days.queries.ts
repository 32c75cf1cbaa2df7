import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { subtreeSql } from '../bodies/body.queries.js';
import { addDays, daysBetween, type CivilDate } from '../core/civil-date.js';
import type { WorkingCalendar } from '../core/working-calendar.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { seesEverything } from '../platform/database/scope.js';
import { CalendarQueries } from '../regime/calendar.queries.js';
import { standingSql } from '../reports/standing.js';
import { refuseCompliance } from './compliance.refusals.js';
import {
  DAYS_AT_MOST,
  type DayOffAnswer,
  type DueDay,
  type DueDaysAnswer,
  type DueDaysQuery,
} from './due-days.contract.js';

type Counted = Omit<DueDay, 'off'>;

@Injectable()
export class DueDaysQueries {
  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly calendars: CalendarQueries,
  ) {}

  async between(query: DueDaysQuery, today: CivilDate): Promise<DueDaysAnswer> {
    const { from, to } = query;
    if (to < from) throw refuseCompliance('dates-reversed', { from, to }, '/to');
    if (daysBetween(from, to) >= DAYS_AT_MOST) throw refuseCompliance('span-too-long', { max: DAYS_AT_MOST }, '/to');
    const due = new Map((await this.counted(query, today)).map((row) => [row.day, row]));
    const calendar = await this.calendars.calendar();
    const days: DueDay[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const row = due.get(day);
      const off = dayOff(calendar, day);
      if (row || off) days.push({ ...(row ?? nothing(day)), off });
    }
    return { days };
  }

  private counted(query: DueDaysQuery, today: CivilDate): Promise<Counted[]> {
    const { from, to, bodyId, agreementId } = query;
    const values: unknown[] = [from, to, today, addDays(today, this.config.dueSoonDays)];
    const given = (value: unknown): string => `$${values.push(value)}::uuid`;
    const body = bodyId === undefined ? null : `(${subtreeSql(given(bodyId))})`;
    const agreement = agreementId === undefined ? null : given(agreementId);
    const where = (day: string, ofBody: string, ofAgreement: string): string =>
      [
        `${day} between $1::date and $2::date`,
        ...(body === null ? [] : [`${ofBody} in ${body}`]),
        ...(agreement === null ? [] : [`${ofAgreement} = ${agreement}`]),
      ].join(' and ');
    const party = body === null ? 'true' : `a.id in (select p.agreement_id from party p where p.body_id in ${body})`;
    const term = agreement === null ? 'true' : `a.id = ${agreement}`;
    // Whoever sees few agreements starts from those, by their index; a body or an agreement named has its own.
    const few = body === null && agreement === null && !seesEverything();
    const reports = few
      ? `unnest((select scope_agreements())) t (id) join occurrence o on o.agreement_id = t.id`
      : 'occurrence o';
    return this.db.query(
      `with due as (
         select o.due_on as day, 'report' as what, ${standingSql('$3::date', '$4::date')} as standing
         from ${reports} where ${where('o.due_on', 'o.body_id', 'o.agreement_id')}
         union all
         select r.due_on, 'review', null from review r
         where r.state <> 'cancelled' and ${where('r.due_on', 'r.host_id', 'r.agreement_id')}
         union all
         select f.due_on, 'follow-up', null from follow_up f
         where f.state <> 'cancelled' and ${where('f.due_on', 'f.owner_id', 'f.agreement_id')}
         union all
         select a.term_to, 'term', null from agreement a
         where a.state in ('in_force', 'expiring', 'paused') and a.term_to between $1::date and $2::date
           and ${party} and ${term}
       ), counted as (select day, what, standing, count(*)::int as count from due group by day, what, standing)
       select day,
         coalesce(json_agg(json_build_object('standing', standing, 'count', count) order by standing)
           filter (where what = 'report'), '[]') as reports,
         coalesce(sum(count) filter (where what = 'review'), 0)::int as reviews,
         coalesce(sum(count) filter (where what = 'follow-up'), 0)::int as "followUps",
         coalesce(sum(count) filter (where what = 'term'), 0)::int as "termsEnding"
       from counted group by day`,
      values,
    );
  }
}

function nothing(day: CivilDate): Counted {
  return { day, reports: [], reviews: 0, followUps: 0, termsEnding: 0 };
}

/** What the calendar says of a day that is not worked. */
function dayOff(calendar: WorkingCalendar, day: CivilDate): DayOffAnswer | null {
  const [because] = calendar.isWorkingDay(day) ? [] : calendar.roll(day, 'NEXT').because;
  if (!because) return null;
  return 'weekend' in because
    ? { weekend: true, kind: null, name: null }
    : { weekend: false, kind: because.kind, name: because.name };
}
