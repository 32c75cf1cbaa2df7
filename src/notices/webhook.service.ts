import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { BodyService } from '../bodies/body.service.js';
import { note } from '../platform/audit/audit.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { insertOne } from '../platform/database/rows.js';
import { Work } from '../platform/database/work.js';
import type { Act } from '../platform/http/act.js';
import type { NewWebhook, WebhookRegistered } from './webhook.contract.js';
import { Webhook, WebhookDelivery } from './webhook.entity.js';
import { WebhookQueries } from './webhook.queries.js';
import { refuseWebhook } from './webhook.refusals.js';
import { checkUrl } from './webhook.rules.js';

const MOST_OF_A_BODY = 10;

@Injectable()
export class WebhookService {
  constructor(
    private readonly work: Work,
    private readonly bodies: BodyService,
    private readonly queries: WebhookQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  register(act: Act, { bodyId, url, events }: NewWebhook): Promise<WebhookRegistered> {
    return this.work.run(act, async (tx) => {
      const fault = checkUrl(url, this.config.webhookAllowLoopback);
      if (fault) throw fault;
      if (events.length === 0) throw refuseWebhook('no-events', {}, '/events');
      await this.bodies.mustExist(tx, [{ id: bodyId, pointer: '/bodyId' }]);
      if ((await tx.countBy(Webhook, { bodyId })) >= MOST_OF_A_BODY)
        throw refuseWebhook('too-many', { max: MOST_OF_A_BODY });
      const secret = randomBytes(32).toString('base64url');
      const row = { bodyId, url, events: [...new Set(events)] };
      const signed = { registeredBy: act.actor.id, registeredAt: act.at, registeredOn: act.today };
      const id = await insertOne(tx, Webhook, { ...row, ...signed, secret });
      await note(tx, act, 'webhook.registered', id, { after: row });
      return { ...(await this.queries.one(id, tx)), secret };
    });
  }

  async remove(act: Act, id: string): Promise<void> {
    await this.work.run(act, async (tx) => {
      const { bodyId, url, events } = await this.queries.one(id, tx);
      await tx.delete(Webhook, { id });
      await note(tx, act, 'webhook.removed', id, { before: { bodyId, url, events } });
      return {};
    });
  }

  /** Puts a message to try the address on its way; gives its id. */
  trial(act: Act, id: string): Promise<{ id: string }> {
    return this.work.run(act, async (tx) => {
      await this.queries.one(id, tx);
      const delivery = await insertOne(tx, WebhookDelivery, {
        webhookId: id,
        event: 'webhook.trial',
        subjectId: id,
        cause: `trial:${act.requestId}`,
        at: act.at,
        nextTryAt: act.at,
      });
      await note(tx, act, 'webhook.tried', id);
      return { id: delivery };
    });
  }
}
