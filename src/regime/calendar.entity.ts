import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate } from '../core/civil-date.js';
import type { CalendarRowKind } from '../core/working-calendar.js';

/** One exception to "Monday to Friday", with the decision that set it. */
@Entity('calendar_day')
export class CalendarDay {
  @PrimaryColumn('date') onDate: CivilDate;
  @Column('text') kind: CalendarRowKind;
  @Column('text') name: string;
  @Column('text', { nullable: true }) basis: string | null;
}

/** Whether the days off of a year have been announced; no row = not yet. */
@Entity('calendar_year')
export class CalendarYear {
  @PrimaryColumn('integer') year: number;
  @Column('boolean') confirmed: boolean;
  @Column('text', { nullable: true }) basis: string | null;
}
