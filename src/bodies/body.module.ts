import { Module } from '@nestjs/common';
import { BodyController } from './body.controller.js';
import { BodyQueries } from './body.queries.js';
import { BodyService } from './body.service.js';

@Module({
  controllers: [BodyController],
  providers: [BodyService, BodyQueries],
  exports: [BodyService, BodyQueries],
})
export class BodyModule {}
