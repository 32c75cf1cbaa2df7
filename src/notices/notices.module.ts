import { Module } from '@nestjs/common';
import { BodyModule } from '../bodies/body.module.js';
import { WebhookController } from './webhook.controller.js';
import { WebhookDeliveries } from './webhook.delivery.js';
import { WebhookQueries } from './webhook.queries.js';
import { WebhookSchedule } from './webhook.schedule.js';
import { WebhookService } from './webhook.service.js';

@Module({
  imports: [BodyModule],
  controllers: [WebhookController],
  providers: [WebhookService, WebhookQueries, WebhookDeliveries, WebhookSchedule],
  exports: [WebhookDeliveries],
})
export class NoticesModule {}
