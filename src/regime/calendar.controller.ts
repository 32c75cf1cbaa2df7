import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { Right } from '../platform/http/right.js';
import {
  CalendarAnswer,
  CalendarDayAnswer,
  CalendarDaySetting,
  CalendarQuery,
  CalendarYearAnswer,
  CalendarYearSetting,
  WorkingDaysAnswer,
  WorkingDaysQuery,
} from './calendar.contract.js';
import { DatePipe, YearPipe } from './calendar.pipes.js';
import { CalendarQueries } from './calendar.queries.js';
import { CalendarService } from './calendar.service.js';

@ApiTags('calendar')
@Controller()
export class CalendarController {
  constructor(
    private readonly service: CalendarService,
    private readonly queries: CalendarQueries,
  ) {}

  /** Days off and worked Saturdays of a year, and whether the year is announced. */
  @Get('calendar-days')
  @Right('calendar.read')
  @Answers(200, CalendarAnswer)
  year(@CurrentAct() act: Act, @Query() query: CalendarQuery): Promise<CalendarAnswer> {
    return this.queries.year(query.year ?? Number(act.today.slice(0, 4)));
  }

  /** Sets what a day is; due dates already planned keep their day. */
  @Put('calendar-days/:date')
  @Right('calendar.keep')
  @Answers(200, CalendarDayAnswer)
  setDay(
    @CurrentAct() act: Act,
    @Param('date', DatePipe) date: string,
    @Body() input: CalendarDaySetting,
  ): Promise<CalendarDayAnswer> {
    return this.service.setDay(act, date, input);
  }

  /** Makes a day an ordinary one again; due dates already planned keep their day. */
  @Delete('calendar-days/:date')
  @Right('calendar.keep')
  @Answers(200, CalendarDayAnswer, 'The row that was removed')
  removeDay(@CurrentAct() act: Act, @Param('date', DatePipe) date: string): Promise<CalendarDayAnswer> {
    return this.service.removeDay(act, date);
  }

  /** Says whether the days off of a year have been announced. */
  @Put('calendar-years/:year')
  @Right('calendar.keep')
  @Answers(200, CalendarYearAnswer)
  setYear(
    @CurrentAct() act: Act,
    @Param('year', YearPipe) year: number,
    @Body() input: CalendarYearSetting,
  ): Promise<CalendarYearAnswer> {
    return this.service.setYear(act, year, input);
  }

  /** The day some working days after (or before) a day, and why. */
  @Get('working-days')
  @Right('calendar.read')
  @Answers(200, WorkingDaysAnswer)
  workingDays(@Query() query: WorkingDaysQuery): Promise<WorkingDaysAnswer> {
    return this.queries.workingDays(query);
  }
}
