import { Module } from '@nestjs/common';
import { BodyEventQueries } from './body-event.queries.js';
import { BodyEventService } from './body-event.service.js';
import { BodyController } from './body.controller.js';
import { BodyQueries } from './body.queries.js';
import { BodyService } from './body.service.js';

@Module({
  controllers: [BodyController],
  providers: [BodyService, BodyQueries, BodyEventService, BodyEventQueries],
  exports: [BodyService, BodyQueries, BodyEventService, BodyEventQueries],
})
export class BodyModule {}
