import { Injectable, type PipeTransform } from '@nestjs/common';
import { isCivilDate, type CivilDate } from '../core/civil-date.js';
import { refuseCalendar } from './calendar.refusals.js';

/** A civil date in the address; 2026-06-31 is refused, never moved. */
@Injectable()
export class DatePipe implements PipeTransform<string, CivilDate> {
  transform(date: string): CivilDate {
    if (!isCivilDate(date)) throw refuseCalendar('no-such-date', { date });
    return date;
  }
}

/** A year in the address; the global pipe has made a number of it. */
@Injectable()
export class YearPipe implements PipeTransform<number, number> {
  transform(year: number): number {
    if (!Number.isInteger(year) || year < 1900 || year > 2200) throw refuseCalendar('no-such-year');
    return year;
  }
}
