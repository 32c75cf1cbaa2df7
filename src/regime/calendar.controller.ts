import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { Right } from '../platform/http/right.js';
import { CalendarAnswer, CalendarQuery, WorkingDaysAnswer, WorkingDaysQuery } from './calendar.contract.js';
import { CalendarQueries } from './calendar.queries.js';

@ApiTags('calendar')
@Controller()
export class CalendarController {
  constructor(private readonly queries: CalendarQueries) {}

  @Get('calendar-days')
  @About('Days off and worked Saturdays of a year, and whether the year is announced.')
  @Right('calendar.read')
  @Answers(200, CalendarAnswer)
  year(@CurrentAct() act: Act, @Query() query: CalendarQuery): Promise<CalendarAnswer> {
    return this.queries.year(query.year ?? Number(act.today.slice(0, 4)));
  }

  @Get('working-days')
  @About('The day some working days after (or before) a day, and why.')
  @Right('calendar.read')
  @Answers(200, WorkingDaysAnswer)
  workingDays(@Query() query: WorkingDaysQuery): Promise<WorkingDaysAnswer> {
    return this.queries.workingDays(query);
  }
}
