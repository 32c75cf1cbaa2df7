import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { About } from '../platform/http/about.js';
import { CurrentAct, type Act } from '../platform/http/act.js';
import { Answers, AnswersPage } from '../platform/http/answers.js';
import { IdPipe } from '../platform/http/id.pipe.js';
import type { Page } from '../platform/http/paging.js';
import { Costs } from '../platform/http/rate.js';
import { Right } from '../platform/http/right.js';
import {
  DeliveriesQuery,
  DeliveryAnswer,
  NewWebhook,
  WebhookAnswer,
  WebhookRegistered,
  WebhooksQuery,
} from './webhook.contract.js';
import { WebhookDeliveries } from './webhook.delivery.js';
import { WebhookQueries } from './webhook.queries.js';
import { WebhookService } from './webhook.service.js';
import { BODY_SENT } from '../bodies/body.charge.js';
import { OF_WEBHOOK } from './webhook.charge.js';

@ApiTags('webhooks')
@Controller('webhooks')
export class WebhookController {
  constructor(
    private readonly webhooks: WebhookService,
    private readonly queries: WebhookQueries,
    private readonly outbox: WebhookDeliveries,
  ) {}

  @Get()
  @About('Addresses that are told what happens, in the order of registration.')
  @Right('webhooks.keep')
  @AnswersPage(WebhookAnswer)
  page(@Query() query: WebhooksQuery): Promise<Page<WebhookAnswer>> {
    return this.queries.page(query);
  }

  @Post()
  @About('Registers an address; the answer shows the secret that signs what is sent, this once.')
  @Right('webhooks.keep', BODY_SENT)
  @Answers(201, WebhookRegistered)
  register(@CurrentAct() act: Act, @Body() input: NewWebhook): Promise<WebhookRegistered> {
    return this.webhooks.register(act, input);
  }

  @Get(':id/deliveries')
  @About('What was told, or is to be tried again, the latest first.')
  @Right('webhooks.keep')
  @AnswersPage(DeliveryAnswer)
  deliveries(@Param('id', IdPipe) id: string, @Query() query: DeliveriesQuery): Promise<Page<DeliveryAnswer>> {
    return this.queries.deliveries(id, query);
  }

  @Post(':id/trial')
  @About('Sends a message of the event webhook.trial now, and tells how it went.')
  @Right('webhooks.keep', OF_WEBHOOK)
  @Costs('outgoing')
  @Answers(201, DeliveryAnswer)
  async trial(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<DeliveryAnswer> {
    const delivery = await this.webhooks.trial(act, id);
    await this.outbox.sendOne(delivery.id);
    return this.queries.delivery(delivery.id);
  }

  @Delete(':id')
  @About('Takes the address away, with what waited for it.')
  @Right('webhooks.keep', OF_WEBHOOK)
  @Answers(204, null)
  remove(@CurrentAct() act: Act, @Param('id', IdPipe) id: string): Promise<void> {
    return this.webhooks.remove(act, id);
  }
}
