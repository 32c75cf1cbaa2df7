import { Injectable } from '@nestjs/common';
import type { CivilDate } from '../core/civil-date.js';
import { note } from '../platform/audit/audit.js';
import { Work, type Tx } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type {
  CalendarDayAnswer,
  CalendarDaySetting,
  CalendarYearAnswer,
  CalendarYearSetting,
} from './calendar.contract.js';
import { CalendarDay, CalendarYear } from './calendar.entity.js';
import { CalendarQueries } from './calendar.queries.js';
import { refuseCalendar } from './calendar.refusals.js';
import { checkDay } from './calendar.rules.js';

/** Days and years of the calendar have no UUID: the audit trail names them by their date or year in the last digits. */
function subjectOf(key: CivilDate | number): string {
  return `00000000-0000-4000-8000-${String(key).replaceAll('-', '').padStart(12, '0')}`;
}

/** The working calendar. Due dates already planned keep their day: moving the open ones is a step of its own, not built yet. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly work: Work,
    private readonly queries: CalendarQueries,
  ) {}

  setDay(act: Act, date: CivilDate, input: CalendarDaySetting): Promise<CalendarDayAnswer> {
    const fault = checkDay(date, input);
    if (fault) throw fault;
    return this.work.run(act, async (tx) => {
      await lock(tx);
      const before = await this.queries.day(tx, date);
      const after = { date, kind: input.kind, name: input.name, basis: input.basis ?? null };
      await tx.upsert(CalendarDay, { ...after, onDate: date }, ['onDate']);
      await note(tx, act, 'calendar-day.set', subjectOf(date), { before, after });
      return after;
    });
  }

  removeDay(act: Act, date: CivilDate): Promise<CalendarDayAnswer> {
    return this.work.run(act, async (tx) => {
      await lock(tx);
      const before = await this.queries.day(tx, date);
      if (!before) throw refuseCalendar('no-row', { date });
      await tx.delete(CalendarDay, { onDate: date });
      await note(tx, act, 'calendar-day.removed', subjectOf(date), { before });
      return before;
    });
  }

  setYear(act: Act, year: number, input: CalendarYearSetting): Promise<CalendarYearAnswer> {
    return this.work.run(act, async (tx) => {
      await lock(tx);
      const before = await this.queries.yearStatus(tx, year);
      const after = { year, confirmed: input.confirmed, basis: input.basis ?? null };
      await tx.upsert(CalendarYear, after, ['year']);
      await note(tx, act, 'calendar-year.set', subjectOf(year), { before, after });
      return after;
    });
  }
}

/** One editor at a time, so that every `before` is what the change replaced; readers go on. */
async function lock(tx: Tx): Promise<void> {
  await tx.query('lock table calendar_day, calendar_year in share row exclusive mode');
}
