import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessController } from './access.controller.js';
import { DoorGuard } from './door.guard.js';
import { SessionsService } from './sessions.service.js';

@Module({
  controllers: [AccessController],
  providers: [SessionsService, { provide: APP_GUARD, useClass: DoorGuard }],
  exports: [SessionsService],
})
export class AccessModule {}
