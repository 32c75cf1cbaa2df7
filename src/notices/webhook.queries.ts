import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../platform/database/work.js';
import { fetchSize, pageOf, placeOf, type Page } from '../platform/http/paging.js';
import type { DeliveriesQuery, DeliveryAnswer, WebhookAnswer, WebhooksQuery } from './webhook.contract.js';
import { refuseWebhook } from './webhook.refusals.js';

/** Never the secret. */
const WEBHOOK = `select w.id, w.body_id as "bodyId", w.url, w.events, w.registered_at as "registeredAt",
  (select count(*) from webhook_delivery d where d.webhook_id = w.id and d.next_try_at is not null) as waiting,
  (select count(*) from webhook_delivery d where d.webhook_id = w.id and d.given_up_at is not null) as "givenUp"
  from webhook w`;

const DELIVERY = `select d.id, d.event, d.subject_id as "subjectId", d.agreement_id as "agreementId", d.at, d.attempts,
  d.next_try_at as "nextTryAt", d.last_try_at as "lastTryAt", d.last_status as "lastStatus", d.last_fault as "lastFault",
  d.delivered_at as "deliveredAt", d.given_up_at as "givenUpAt" from webhook_delivery d`;

@Injectable()
export class WebhookQueries {
  constructor(private readonly db: DataSource) {}

  async page(query: WebhooksQuery): Promise<Page<WebhookAnswer>> {
    const place = placeOf(query, 'id');
    const rows = await this.db.query<WebhookAnswer[]>(
      `${WEBHOOK} where ($1::uuid is null or w.body_id = $1) and ($2::uuid is null or w.id > $2) order by w.id limit $3`,
      [query.bodyId ?? null, place?.[0] ?? null, fetchSize(query)],
    );
    return pageOf(rows, query, (row) => [row.id]);
  }

  async one(id: string, tx: Tx): Promise<WebhookAnswer> {
    const [row] = await tx.query<WebhookAnswer[]>(`${WEBHOOK} where w.id = $1`, [id]);
    if (!row) throw refuseWebhook('unknown');
    return row;
  }

  /** The latest first. */
  async deliveries(id: string, query: DeliveriesQuery): Promise<Page<DeliveryAnswer>> {
    await this.one(id, this.db.manager);
    const place = placeOf(query, 'id');
    const rows = await this.db.query<DeliveryAnswer[]>(
      `${DELIVERY} where d.webhook_id = $1 and ($2::uuid is null or d.id < $2) order by d.id desc limit $3`,
      [id, place?.[0] ?? null, fetchSize(query)],
    );
    return pageOf(rows, query, (row) => [row.id]);
  }

  async delivery(id: string): Promise<DeliveryAnswer> {
    const [row] = await this.db.query<DeliveryAnswer[]>(`${DELIVERY} where d.id = $1`, [id]);
    if (!row) throw refuseWebhook('unknown');
    return row;
  }
}
