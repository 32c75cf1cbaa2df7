import { Id, Instant, Int, OneOf, Text } from '../platform/http/fields.js';
import { PageQuery } from '../platform/http/paging.js';
import { HEARD, WEBHOOK_EVENTS, type WebhookEvent } from './webhook.rules.js';

export class NewWebhook {
  @Id({ about: 'Told of the agreements to which this body is a party' }) bodyId: string;
  @Text({ max: 1000, example: 'https://nhan.example.vn/so-phoi-hop', about: 'https, port 443 or 8443' }) url: string;
  @OneOf(HEARD, 'WebhookHeard', { many: true }) events: WebhookEvent[];
}

export class WebhooksQuery extends PageQuery {
  @Id({ optional: true, query: true }) bodyId?: string;
}

export class DeliveriesQuery extends PageQuery {}

export class WebhookAnswer {
  @Id() id: string;
  @Id() bodyId: string;
  @Text() url: string;
  @OneOf(HEARD, 'WebhookHeard', { many: true }) events: WebhookEvent[];
  @Instant() registeredAt: string;
  @Int({ min: 0, about: 'Waiting to be told or to be tried again' }) waiting: number;
  @Int({ min: 0, about: 'Tried eight times in vain' }) givenUp: number;
}

export class WebhookRegistered extends WebhookAnswer {
  @Text({
    about: 'Shown this once. Webhook-Signature is `t=<seconds>,v1=<hex>`: HMAC-SHA256 under it of `<t>.<body>`',
  })
  secret: string;
}

export class DeliveryAnswer {
  @Id({ about: 'Also in the message: a message that comes twice has the same' }) id: string;
  @OneOf(WEBHOOK_EVENTS, 'WebhookEvent') event: WebhookEvent;
  @Id({ about: 'Of the agreement, the submission or the due report' }) subjectId: string;
  @Id({ nullable: true }) agreementId: string | null;
  @Instant() at: string;
  @Int({ min: 0 }) attempts: number;
  @Instant({ nullable: true }) nextTryAt: string | null;
  @Instant({ nullable: true }) lastTryAt: string | null;
  @Int({ nullable: true, about: 'HTTP status of the last answer' }) lastStatus: number | null;
  @Text({ nullable: true, about: 'Why there was no answer' }) lastFault: string | null;
  @Instant({ nullable: true }) deliveredAt: string | null;
  @Instant({ nullable: true }) givenUpAt: string | null;
}
