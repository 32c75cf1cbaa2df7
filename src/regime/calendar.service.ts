import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import type { Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { CalendarChange, CalendarDayAnswer, CalendarYearAnswer } from './calendar.contract.js';
import { CalendarDay, CalendarYear } from './calendar.entity.js';
import { CalendarQueries } from './calendar.queries.js';
import { refuseCalendar } from './calendar.refusals.js';
import { checkChange } from './calendar.rules.js';
import { holdCalendarAlone } from './regime.locks.js';

/** Days and years of the calendar have no UUID: the audit trail names them by their date or year in the last digits. */
function subjectOf(key: CivilDate | number): string {
  return `00000000-0000-4000-8000-${String(key).replaceAll('-', '').padStart(12, '0')}`;
}

/** What the rows were; null = there was none. */
export interface CalendarPicture {
  days: (CalendarDayAnswer | null)[];
  years: (CalendarYearAnswer | null)[];
}

/** The working calendar, changed inside the transaction of the story that moves the due dates with it. */
@Injectable()
export class CalendarService {
  constructor(private readonly queries: CalendarQueries) {}

  async change(tx: Tx, act: Act, change: CalendarChange): Promise<CalendarPicture> {
    const fault = checkChange(change);
    if (fault) throw fault;
    await holdCalendarAlone(tx);
    const before: CalendarPicture = { days: [], years: [] };
    for (const [i, { date, kind, name, basis }] of (change.days ?? []).entries()) {
      const row = kind ? { date, kind, name: name ?? '', basis: basis ?? null } : null;
      before.days.push(row ? await this.setDay(tx, act, row) : await this.removeDay(tx, act, date, `/days/${i}/date`));
    }
    for (const { year, confirmed, basis } of change.years ?? [])
      before.years.push(await this.setYear(tx, act, { year, confirmed, basis: basis ?? null }));
    return before;
  }

  private async setDay(tx: Tx, act: Act, after: CalendarDayAnswer): Promise<CalendarDayAnswer | null> {
    const before = await this.queries.day(tx, after.date);
    const { date: onDate, kind, name, basis } = after;
    await tx.upsert(CalendarDay, { onDate, kind, name, basis }, ['onDate']);
    await note(tx, act, 'calendar-day.set', subjectOf(onDate), { before, after });
    return before;
  }

  private async removeDay(tx: Tx, act: Act, date: CivilDate, pointer: string): Promise<CalendarDayAnswer> {
    const before = await this.queries.day(tx, date);
    if (!before) throw refuseCalendar('no-row', { date }, pointer);
    await tx.delete(CalendarDay, { onDate: date });
    await note(tx, act, 'calendar-day.removed', subjectOf(date), { before });
    return before;
  }

  private async setYear(tx: Tx, act: Act, after: CalendarYearAnswer): Promise<CalendarYearAnswer | null> {
    const before = await this.queries.yearStatus(tx, after.year);
    await tx.upsert(CalendarYear, after, ['year']);
    await note(tx, act, 'calendar-year.set', subjectOf(after.year), { before, after });
    return before;
  }
}
