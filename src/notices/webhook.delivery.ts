import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { guardedPost } from '../platform/outgoing/guarded-post.js';
import { checkUrl, minutesToNextTry, payloadOf, signature, type Told } from './webhook.rules.js';

interface Claimed extends Told {
  url: string;
  secret: string;
  attempts: number;
}

interface Outcome {
  status: number | null;
  fault: string | null;
}

const BATCH = 20;
const LONGEST_FAULT = 300;
/** Days back for which a late report is still told, should the register have stood still. */
const LATE_DAYS_BACK = 3;

/** Sends what lies in the outbox. A row is claimed before it is sent, so that two instances never send the same try. */
@Injectable()
export class WebhookDeliveries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What the night has noticed to be late, for those who listen; each report once. */
  async collectOverdue(): Promise<void> {
    await this.db.query(
      `insert into webhook_delivery (webhook_id, event, subject_id, agreement_id, cause, at, next_try_at)
       select distinct w.id, 'occurrence.overdue', o.id, o.agreement_id, 'overdue:' || o.id || ':' || o.overdue_noticed_on,
         $1::timestamptz, $1::timestamptz
       from webhook w join party p on p.body_id = w.body_id join occurrence o on o.agreement_id = p.agreement_id
       where 'occurrence.overdue' = any (w.events)
         and o.overdue_noticed_on >= greatest(w.registered_on, $2::date - $3::int)
         and o.overdue_noticed_on between coalesce(p.joined_on, '-infinity') and coalesce(p.left_on, 'infinity')
       on conflict (webhook_id, cause) do nothing`,
      [this.clock.now(), this.clock.today(), LATE_DAYS_BACK],
    );
  }

  /** Everything that is due, batch by batch; gives the number of tries. */
  async sendDue(): Promise<number> {
    let tries = 0;
    for (;;) {
      const claimed = await this.claim(null);
      await Promise.all(claimed.map((delivery) => this.send(delivery)));
      tries += claimed.length;
      if (claimed.length < BATCH) return tries;
    }
  }

  /** One at once, unless it has been tried. */
  async sendOne(id: string): Promise<void> {
    for (const delivery of await this.claim(id)) await this.send(delivery);
  }

  /** The next try is written down first: whoever dies while sending is followed by it. */
  private async claim(only: string | null): Promise<Claimed[]> {
    const now = this.clock.now();
    const [claimed] = await this.db.query<[Claimed[], number]>(
      `update webhook_delivery d set attempts = d.attempts + 1, last_try_at = $1,
         next_try_at = $1::timestamptz + make_interval(mins => coalesce(($3::int[])[d.attempts + 1], 60))
       from webhook w
       where w.id = d.webhook_id and d.id in (
         select id from webhook_delivery
         where next_try_at <= $1 and ($2::uuid is null or id = $2 and attempts = 0)
         order by next_try_at, id limit $4 for update skip locked)
       returning d.id, d.event, d.at, d.subject_id as "subjectId", d.agreement_id as "agreementId", d.attempts, w.url, w.secret`,
      [now, only, [1, 2, 3, 4, 5, 6, 7].map(minutesToNextTry), BATCH],
    );
    return claimed;
  }

  private async send(delivery: Claimed): Promise<void> {
    const { status, fault } = await this.outcome(delivery);
    const done = status !== null && status >= 200 && status < 300;
    const over = done || minutesToNextTry(delivery.attempts) === null;
    await this.db.query(
      `update webhook_delivery set last_status = $2, last_fault = $3,
         next_try_at = case when $4 then null else next_try_at end,
         delivered_at = case when $5 then $6::timestamptz end,
         given_up_at = case when $4 and not $5 then $6::timestamptz end
       where id = $1`,
      [delivery.id, status, fault, over, done, this.clock.now()],
    );
  }

  private async outcome(delivery: Claimed): Promise<Outcome> {
    const { webhookAllowLoopback: allowLoopback } = this.config;
    const body = payloadOf(delivery);
    const seconds = Math.floor(Date.parse(this.clock.now()) / 1000);
    // What was allowed when it was registered may not be any more.
    const refused = checkUrl(delivery.url, allowLoopback);
    if (refused) return { status: null, fault: refused.code };
    try {
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'so-phoi-hop',
        'webhook-id': delivery.id,
        'webhook-signature': signature(delivery.secret, body, seconds),
      };
      return { status: await guardedPost({ url: new URL(delivery.url), headers, body, allowLoopback }), fault: null };
    } catch (error) {
      return { status: null, fault: (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_FAULT) };
    }
  }
}
