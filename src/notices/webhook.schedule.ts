import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { CONFIG, type Config } from '../platform/config/config.js';
import { seeingEverything } from '../platform/database/scope.js';
import { WebhookDeliveries } from './webhook.delivery.js';

const EVERY_MINUTE = '30 * * * * *';

/** Asks the outbox every minute; a tick missed is made good by the next. */
@Injectable()
export class WebhookSchedule {
  private readonly log = new Logger('webhooks');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly deliveries: WebhookDeliveries,
  ) {}

  @Cron(EVERY_MINUTE, { name: 'webhooks', waitForCompletion: true })
  async tick(): Promise<void> {
    if (!this.config.scheduler) return;
    try {
      await seeingEverything(async () => {
        await this.deliveries.collectOverdue();
        await this.deliveries.sendDue();
      });
    } catch (error) {
      this.log.error({ webhooks: 'not sent', message: error instanceof Error ? error.message : String(error) });
    }
  }
}
