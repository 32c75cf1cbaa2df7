import { CALENDAR_ROW_KINDS, type CalendarRowKind } from '../core/working-calendar.js';
import { Bool, Civil, Id, Int, Many, One, OneOf, Text } from '../platform/http/fields.js';
import { STANDINGS, type Standing } from '../reports/report.words.js';

/** Days that one answer holds at most. */
export const DAYS_AT_MOST = 400;

export class DueDaysQuery {
  @Civil({ query: true, about: 'First day' }) from: string;
  @Civil({ query: true, about: `Last day, inclusive; at most ${DAYS_AT_MOST} days` }) to: string;
  @Id({
    optional: true,
    query: true,
    about: 'Owed, hosted or owned by this body or one below it; terms it is a party to',
  })
  bodyId?: string;
  @Id({ optional: true, query: true }) agreementId?: string;
}

export class DueOfDay {
  @OneOf(STANDINGS, 'Standing', { about: 'As of today' }) standing: Standing;
  @Int({ min: 1 }) count: number;
}

export class DayOffAnswer {
  @Bool({ about: 'A Saturday or Sunday that nothing is said about' }) weekend: boolean;
  @OneOf(CALENDAR_ROW_KINDS, 'CalendarDayKind', { nullable: true }) kind: CalendarRowKind | null;
  @Text({ nullable: true }) name: string | null;
}

export class DueDay {
  @Civil() day: string;
  @Many(() => DueOfDay, { about: 'Reports by their original due day, as GET /occurrences filters by it' })
  reports: DueOfDay[];
  @Int({ min: 0, about: 'Reviews due, but for cancelled ones' }) reviews: number;
  @Int({ min: 0, about: 'Follow-ups due, but for cancelled ones' }) followUps: number;
  @Int({ min: 0, about: 'Agreements in force whose term ends on this day' }) termsEnding: number;
  @One(() => DayOffAnswer, { nullable: true, about: 'null = a working day' }) off: DayOffAnswer | null;
}

export class DueDaysAnswer {
  @Many(() => DueDay, { max: DAYS_AT_MOST, about: 'Days on which something is due, and days off; no others' })
  days: DueDay[];
}
