import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ScheduleChange } from '../commitments/schedule.contract.js';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import { Right, WHOLE } from '../platform/http/right.js';
import { CalendarChange } from '../regime/calendar.contract.js';
import { SchemeAnswer, SchemeChange } from '../regime/scheme.contract.js';
import { CalendarChangeService } from './calendar-change.service.js';
import {
  CalendarChangeAnswer,
  ChangesAnswer,
  NewCalendarChange,
  NewScheduleRevision,
  NewSchemeRevision,
  PreviewAnswer,
  ScheduleRevisionAnswer,
  SchemeRevisionAnswer,
} from './replanning.contract.js';
import { ReplanningQueries } from './replanning.queries.js';
import { ScheduleRevisionService } from './schedule-revision.service.js';
import { SchemeRevisionService } from './scheme-revision.service.js';
import { OF_SCHEDULE } from '../commitments/commitment.charge.js';

@ApiTags('preview before change')
@Controller()
export class ReplanningController {
  constructor(
    private readonly schedules: ScheduleRevisionService,
    private readonly schemes: SchemeRevisionService,
    private readonly calendar: CalendarChangeService,
    private readonly queries: ReplanningQueries,
  ) {}

  @Post('schedules/:id/previews')
  @About('Shows which due reports a change of the schedule keeps, moves, adds, drops and leaves; changes nothing.')
  @Right('agreements.register', OF_SCHEDULE)
  @Answers(200, PreviewAnswer)
  previewSchedule(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() change: ScheduleChange,
  ): Promise<PreviewAnswer> {
    return this.schedules.preview(act, id, change);
  }

  @Post('schedules/:id/revisions')
  @About('Changes a schedule that has planned reports, with exactly what its preview showed.')
  @Right('agreements.register', OF_SCHEDULE)
  @Answers(201, ScheduleRevisionAnswer)
  reviseSchedule(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewScheduleRevision,
  ): Promise<ScheduleRevisionAnswer> {
    return this.schedules.apply(act, id, input);
  }

  @Get('schedules/:id/revisions')
  @About('What a schedule said before and after each revision, the latest first.')
  @Right('agreements.read')
  @Answers(200, ChangesAnswer)
  revisionsOfSchedule(@Param('id', IdPipe) id: string): Promise<ChangesAnswer> {
    return this.queries.ofSchedule(id);
  }

  @Patch('reporting-schemes/:id')
  @About("Changes a scheme of the office's own that nobody uses; needs If-Match.")
  @Right('schemes.keep', WHOLE)
  @Answers(200, SchemeAnswer)
  changeScheme(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: SchemeChange,
  ): Promise<SchemeAnswer> {
    return this.schemes.change(act, id, input);
  }

  @Post('reporting-schemes/:id/previews')
  @About('Shows what a change of the scheme does to the due reports and reviews that rest on it; changes nothing.')
  @Right('schemes.keep', WHOLE)
  @Answers(200, PreviewAnswer)
  previewScheme(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() change: SchemeChange,
  ): Promise<PreviewAnswer> {
    return this.schemes.preview(act, id, change);
  }

  @Post('reporting-schemes/:id/revisions')
  @About('Changes a scheme that is in use, with exactly what its preview showed.')
  @Right('schemes.keep', WHOLE)
  @Answers(201, SchemeRevisionAnswer)
  reviseScheme(
    @CurrentAct() act: Act,
    @Param('id', IdPipe) id: string,
    @Body() input: NewSchemeRevision,
  ): Promise<SchemeRevisionAnswer> {
    return this.schemes.apply(act, id, input);
  }

  @Get('reporting-schemes/:id/revisions')
  @About('What a scheme said before and after each revision, the latest first.')
  @Right('schemes.read')
  @Answers(200, ChangesAnswer)
  revisionsOfScheme(@Param('id', IdPipe) id: string): Promise<ChangesAnswer> {
    return this.queries.ofRegime(id);
  }

  @Post('calendar-changes/previews')
  @About('Shows which open due dates a change of the working calendar moves; changes nothing.')
  @Right('calendar.keep', WHOLE)
  @Answers(200, PreviewAnswer)
  previewCalendar(@CurrentAct() act: Act, @Body() change: CalendarChange): Promise<PreviewAnswer> {
    return this.calendar.preview(act, change);
  }

  @Post('calendar-changes')
  @About('Changes days and years of the working calendar and moves exactly the due dates that the preview showed.')
  @Right('calendar.keep', WHOLE)
  @Answers(201, CalendarChangeAnswer)
  changeCalendar(@CurrentAct() act: Act, @Body() input: NewCalendarChange): Promise<CalendarChangeAnswer> {
    return this.calendar.apply(act, input);
  }

  @Get('calendar-changes')
  @About('The changes of the working calendar, the latest first.')
  @Right('calendar.read')
  @Answers(200, ChangesAnswer)
  calendarChanges(): Promise<ChangesAnswer> {
    return this.queries.ofRegime(null);
  }
}
