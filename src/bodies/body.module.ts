import { Module } from '@nestjs/common';
import { BodyEventQueries } from './body-event.queries.js';
import { BodyEventService } from './body-event.service.js';
import { BodyController } from './body.controller.js';
import { BodyQueries } from './body.queries.js';
import { BodyTreeController } from './body-tree.controller.js';
import { BodyTreeQueries } from './body-tree.queries.js';
import { BodyService } from './body.service.js';

@Module({
  controllers: [BodyController, BodyTreeController],
  providers: [BodyService, BodyQueries, BodyTreeQueries, BodyEventService, BodyEventQueries],
  exports: [BodyService, BodyQueries, BodyEventService, BodyEventQueries],
})
export class BodyModule {}
