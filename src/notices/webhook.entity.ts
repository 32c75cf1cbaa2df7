import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Member } from '../access/member.entity.js';
import { Body } from '../bodies/body.entity.js';
import type { CivilDate } from '../core/civil-date.js';
import type { WebhookEvent } from './webhook.rules.js';

/** An address that a body wants to be told at. */
@Entity('webhook')
@Index(['bodyId'])
export class Webhook {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Body)
  @Column('uuid')
  bodyId: string;
  @Column('text') url: string;
  @Column('text', { array: true }) events: WebhookEvent[];
  @Column('text') secret: string;
  @ForeignKey(() => Member)
  @Column('uuid')
  registeredBy: string;
  @Column('timestamptz') registeredAt: string;
  @Column('date') registeredOn: CivilDate;
}

/** One thing to tell, how often it was tried, and how that ended. */
@Entity('webhook_delivery')
@Unique(['webhookId', 'cause'])
@Index(['nextTryAt'], { where: 'next_try_at is not null' })
@Index(['webhookId', 'id'])
export class WebhookDelivery {
  @PrimaryColumn('uuid', { default: () => 'uuid_v7()' }) id: string;
  @ForeignKey(() => Webhook, { onDelete: 'CASCADE' })
  @Column('uuid')
  webhookId: string;
  @Column('text') event: WebhookEvent;
  @Column('uuid') subjectId: string;
  @Column('uuid', { nullable: true }) agreementId: string | null;
  @Column('text') cause: string;
  @Column('timestamptz') at: string;
  @Column('integer', { default: 0 }) attempts: number;
  @Column('timestamptz', { nullable: true }) nextTryAt: string | null;
  @Column('timestamptz', { nullable: true }) lastTryAt: string | null;
  @Column('integer', { nullable: true }) lastStatus: number | null;
  @Column('text', { nullable: true }) lastFault: string | null;
  @Column('timestamptz', { nullable: true }) deliveredAt: string | null;
  @Column('timestamptz', { nullable: true }) givenUpAt: string | null;
}
