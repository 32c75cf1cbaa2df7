import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { CalendarQueries } from './calendar.queries.js';
import { CalendarService } from './calendar.service.js';
import { RegimeSeeder } from './regime.seeder.js';
import { SchemeController } from './scheme.controller.js';
import { SchemeQueries } from './scheme.queries.js';
import { SchemeService } from './scheme.service.js';

@Module({
  controllers: [SchemeController, CalendarController],
  providers: [SchemeService, SchemeQueries, CalendarService, CalendarQueries, RegimeSeeder],
  exports: [SchemeService, SchemeQueries, CalendarService, CalendarQueries, RegimeSeeder],
})
export class RegimeModule {}
