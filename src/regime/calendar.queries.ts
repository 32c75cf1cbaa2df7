import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CivilDate } from '../core/civil-date.js';
import { workingCalendar, type CalendarRow, type WorkingCalendar } from '../core/working-calendar.js';
import type { Tx } from '../platform/database/work.js';
import type { CalendarAnswer, CalendarDayAnswer, CalendarYearAnswer, WorkingDaysAnswer } from './calendar.contract.js';
import { countWorkingDays } from './calendar.rules.js';

const DAY = `on_date as date, kind, name, basis`;

interface Whole {
  days: CalendarDayAnswer[];
  confirmed: number[];
}

@Injectable()
export class CalendarQueries {
  constructor(private readonly db: DataSource) {}

  /** The office's working days, as every due date is computed with. */
  async calendar(tx: Tx = this.db.manager): Promise<WorkingCalendar> {
    return toCalendar(await this.whole(tx));
  }

  async year(year: number): Promise<CalendarAnswer> {
    const [row] = await this.db.query<[CalendarAnswer]>(
      `select $1::integer as year, coalesce(y.confirmed, false) as confirmed, y.basis,
         coalesce((select jsonb_agg(d order by d.date) from (select ${DAY} from calendar_day
           where on_date between make_date($1, 1, 1) and make_date($1, 12, 31)) d), '[]') as days
       from (select 1) one left join calendar_year y on y.year = $1`,
      [year],
    );
    return row;
  }

  async workingDays(asked: { from: CivilDate; add: number }): Promise<WorkingDaysAnswer> {
    const whole = await this.whole(this.db.manager);
    return countWorkingDays(toCalendar(whole), whole.days, asked);
  }

  async day(tx: Tx, date: CivilDate): Promise<CalendarDayAnswer | null> {
    const [row] = await tx.query<CalendarDayAnswer[]>(`select ${DAY} from calendar_day where on_date = $1`, [date]);
    return row ?? null;
  }

  async yearStatus(tx: Tx, year: number): Promise<CalendarYearAnswer | null> {
    const [row] = await tx.query<CalendarYearAnswer[]>(
      `select year, confirmed, basis from calendar_year where year = $1`,
      [year],
    );
    return row ?? null;
  }

  /** In one statement, so that days and years belong together. */
  private async whole(tx: Tx): Promise<Whole> {
    const [row] = await tx.query<[Whole]>(
      `select coalesce((select jsonb_agg(d order by d.date) from (select ${DAY} from calendar_day) d), '[]') as days,
         array(select year from calendar_year where confirmed) as confirmed`,
    );
    return row;
  }
}

function toCalendar({ days, confirmed }: Whole): WorkingCalendar {
  const rows: CalendarRow[] = days.map(({ date, kind, name, basis }) => ({ date, kind, name, basis: basis ?? '' }));
  return workingCalendar(rows, confirmed);
}
