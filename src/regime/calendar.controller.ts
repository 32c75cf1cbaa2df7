import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
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

  @Get('calendar-days')
  @About('Days off and worked Saturdays of a year, and whether the year is announced.')
  @Right('calendar.read')
  @Answers(200, CalendarAnswer)
  year(@CurrentAct() act: Act, @Query() query: CalendarQuery): Promise<CalendarAnswer> {
    return this.queries.year(query.year ?? Number(act.today.slice(0, 4)));
  }

  @Put('calendar-days/:date')
  @About('Sets what a day is; due dates already planned keep their day.')
  @Right('calendar.keep')
  @Answers(200, CalendarDayAnswer)
  setDay(
    @CurrentAct() act: Act,
    @Param('date', DatePipe) date: string,
    @Body() input: CalendarDaySetting,
  ): Promise<CalendarDayAnswer> {
    return this.service.setDay(act, date, input);
  }

  @Delete('calendar-days/:date')
  @About('Makes a day an ordinary one again; due dates already planned keep their day.')
  @Right('calendar.keep')
  @Answers(200, CalendarDayAnswer, 'The row that was removed')
  removeDay(@CurrentAct() act: Act, @Param('date', DatePipe) date: string): Promise<CalendarDayAnswer> {
    return this.service.removeDay(act, date);
  }

  @Put('calendar-years/:year')
  @About('Says whether the days off of a year have been announced.')
  @Right('calendar.keep')
  @Answers(200, CalendarYearAnswer)
  setYear(
    @CurrentAct() act: Act,
    @Param('year', YearPipe) year: number,
    @Body() input: CalendarYearSetting,
  ): Promise<CalendarYearAnswer> {
    return this.service.setYear(act, year, input);
  }

  @Get('working-days')
  @About('The day some working days after (or before) a day, and why.')
  @Right('calendar.read')
  @Answers(200, WorkingDaysAnswer)
  workingDays(@Query() query: WorkingDaysQuery): Promise<WorkingDaysAnswer> {
    return this.queries.workingDays(query);
  }
}
