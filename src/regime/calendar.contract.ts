import { CALENDAR_ROW_KINDS, type CalendarRowKind } from '../core/working-calendar.js';
import { Bool, Civil, Int, Many, OneOf, Text } from '../platform/http/fields.js';

const kind = (): PropertyDecorator => OneOf(CALENDAR_ROW_KINDS, 'CalendarDayKind');
const basis = (): PropertyDecorator => Text({ optional: true, about: 'The decision or law that sets it, as printed' });

export class CalendarDaySetting {
  @Civil() date: string;
  @OneOf(CALENDAR_ROW_KINDS, 'CalendarDayKind', { optional: true, about: 'null = an ordinary day again' })
  kind?: CalendarRowKind | null;
  @Text({ max: 200, optional: true, example: 'Tết Nguyên đán' }) name?: string | null;
  @basis() basis?: string | null;
}

export class CalendarYearSetting {
  @Int({ min: 1900, max: 2200 }) year: number;
  @Bool({ about: 'Whether the days off of the year have been announced' }) confirmed: boolean;
  @basis() basis?: string | null;
}

export class CalendarChange {
  @Many(() => CalendarDaySetting, { kept: true, max: 366 }) days?: CalendarDaySetting[];
  @Many(() => CalendarYearSetting, { kept: true, max: 50 }) years?: CalendarYearSetting[];
}

export class CalendarDayAnswer {
  @Civil() date: string;
  @kind() kind: CalendarRowKind;
  @Text() name: string;
  @Text({ nullable: true }) basis: string | null;
}

export class CalendarYearAnswer {
  @Int() year: number;
  @Bool({ about: 'Whether the days off of the year have been announced' }) confirmed: boolean;
  @Text({ nullable: true }) basis: string | null;
}

export class CalendarAnswer extends CalendarYearAnswer {
  @Many(() => CalendarDayAnswer) days: CalendarDayAnswer[];
}

export class CalendarQuery {
  @Int({ min: 1900, max: 2200, optional: true, query: true, about: 'Default: this year' }) year?: number;
}

export class WorkingDaysQuery {
  @Civil({ about: 'The day counted from; not counted itself' }) from: string;
  @Int({ min: -2500, max: 2500, query: true, about: 'Working days to add; negative counts back' }) add: number;
}

export class WorkingDaysAnswer {
  @Civil() from: string;
  @Int() add: number;
  @Civil() on: string;
  @Many(() => CalendarDayAnswer, { about: 'Rows of the calendar that moved the result' }) because: CalendarDayAnswer[];
  @Int({ many: true, about: 'Years passed over whose days off are not announced yet' }) unconfirmedYears: number[];
}
