import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebhookDeliveries } from '../../src/notices/webhook.delivery.js';
import type { DeliveryAnswer, WebhookRegistered } from '../../src/notices/webhook.contract.js';
import { note } from '../../src/platform/audit/audit.js';
import type { Problem } from '../../src/platform/http/problem.js';
import { aBody, aCommitment, anAgreement, aSchedule, memberId, putRow } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';

interface Heard {
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

let world: World;
let receiver: Server;
let url: string;
let answer = 200;
const heard: Heard[] = [];

beforeAll(async () => {
  world = await openWorld({ WEBHOOK_ALLOW_LOOPBACK: 'on' });
  receiver = createServer((request, reply) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString('utf8')));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      reply.writeHead(answer).end('thanks');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((done) => receiver.once('listening', done));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/nhan`;
}, 60_000);
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await world.close();
});
afterEach(async () => {
  answer = 200;
  heard.length = 0;
  await world.db.query('delete from webhook');
});

const register = (input: object): Promise<Reply<WebhookRegistered & Problem>> => world.call('POST', '/webhooks', input);
const send = (): Promise<number> => world.app.get(WebhookDeliveries).sendDue();

async function party(bodyId: string, changes: object = {}): Promise<string> {
  const agreement = await anAgreement(world.db, { title: 'Quy chế có tên Nguyễn Văn A' });
  await putRow(world.db, 'party', {
    agreement_id: agreement,
    body_id: bodyId,
    ordinal: 0,
    role: 'STANDING_BODY',
    name_as_signed: 'x',
    ...changes,
  });
  return agreement;
}

async function happens(what: string, agreement: string): Promise<void> {
  const act = {
    actor: { id: await memberId(world.db), name: 'Trần Thị B' },
    today: '2026-07-02',
    at: world.clock.now(),
    requestId: 'r',
    from: null,
    by: 'system' as const,
  };
  await world.db.transaction((tx) =>
    note(tx, act, what, agreement, { after: { agreementId: agreement, reason: 'riêng' } }),
  );
}

async function deliveries(id: string): Promise<DeliveryAnswer[]> {
  return (await world.call<{ items: DeliveryAnswer[] }>('GET', `/webhooks/${id}/deliveries`)).body.items;
}

describe('an address that is told', () => {
  it('hears of the agreements of its body, with identifiers only, signed', async () => {
    const body = await aBody(world.db, 'Ban Dân vận');
    const agreement = await party(body);
    const { body: made } = await register({ bodyId: body, url, events: ['agreement.activated'] });
    await happens('agreement.begin', agreement);
    expect(await send()).toBe(1);
    const [told] = heard;
    const message = JSON.parse(told!.body) as Record<string, unknown>;
    expect(message).toEqual({
      id: (await deliveries(made.id))[0]!.id,
      event: 'agreement.activated',
      at: expect.any(String),
      subjectId: agreement,
      agreementId: agreement,
    });
    const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(told!.headers['webhook-signature']))!;
    expect(v1).toBe(createHmac('sha256', made.secret).update(`${t}.${told!.body}`).digest('hex'));
    expect(Math.abs(Number(t) * 1000 - Date.parse(String(message['at'])))).toBeLessThan(3_600_000);
    expect(await send()).toBe(0);
  });

  it('hears nothing of agreements of others, of a party that has left or not yet joined, nor of events not asked for', async () => {
    const body = await aBody(world.db, 'Ban Dân vận');
    const other = await aBody(world.db, 'Ban Tổ chức');
    const { body: made } = await register({ bodyId: body, url, events: ['agreement.activated'] });
    await happens('agreement.begin', await party(other));
    await happens('agreement.begin', await party(body, { left_on: '2026-07-01' }));
    await happens('agreement.begin', await party(body, { joined_on: '2026-07-03' }));
    await happens('agreement.end', await party(body));
    await happens('agreement.planned', await party(body));
    expect(await deliveries(made.id)).toEqual([]);
    await happens('agreement.begin', await party(body, { joined_on: '2026-07-02', left_on: '2026-07-02' }));
    expect(await deliveries(made.id)).toHaveLength(1);
  });

  it('hears nothing of a deed that was taken back', async () => {
    const body = await aBody(world.db, 'Ban Dân vận');
    const agreement = await party(body);
    const { body: made } = await register({ bodyId: body, url, events: ['agreement.activated'] });
    const act = {
      actor: { id: await memberId(world.db), name: 'x' },
      today: '2026-07-02',
      at: world.clock.now(),
      requestId: 'r',
      from: null,
      by: 'system' as const,
    };
    await world.db
      .transaction(async (tx) => {
        await note(tx, act, 'agreement.begin', agreement);
        throw new Error('taken back');
      })
      .catch(() => undefined);
    expect(await deliveries(made.id)).toEqual([]);
  });

  it('hears of a late report once', async () => {
    const body = await aBody(world.db, 'Phường 3');
    const agreement = await party(body);
    const commitment = await aCommitment(world.db, agreement, [body]);
    const schedule = await aSchedule(world.db, commitment);
    const late = { window_start: '2026-06-01', window_end: '2026-06-30', due_raw: '2026-07-01', due_on: '2026-07-01' };
    const row = { schedule_id: schedule, commitment_id: commitment, agreement_id: agreement, body_id: body };
    const occurrence = await putRow(world.db, 'occurrence', {
      ...row,
      ...late,
      period_key: '2026-06',
      report_year: 2026,
      tier: 1,
      overdue_from: '2026-07-02',
      derivation: {},
    });
    await register({ bodyId: body, url, events: ['occurrence.overdue'] });
    const outbox = world.app.get(WebhookDeliveries);
    await outbox.collectOverdue();
    expect(await send()).toBe(0);
    expect((await world.call('POST', '/sweeps', {})).status).toBe(201);
    await outbox.collectOverdue();
    await outbox.collectOverdue();
    expect(await send()).toBe(1);
    expect(JSON.parse(heard[0]!.body)).toMatchObject({ event: 'occurrence.overdue', subjectId: occurrence });
  });

  it('is tried again with growing patience, and given up after eight tries', async () => {
    const body = await aBody(world.db, 'Ban Dân vận');
    const { body: made } = await register({ bodyId: body, url, events: ['agreement.activated'] });
    await happens('agreement.begin', await party(body));
    answer = 500;
    const waits: number[] = [];
    for (let tries = 1; tries <= 8; tries += 1) {
      expect(await send()).toBe(1);
      expect(await send()).toBe(0);
      const [{ attempts, lastStatus, nextTryAt, lastTryAt } = {} as DeliveryAnswer] = await deliveries(made.id);
      expect([attempts, lastStatus]).toEqual([tries, 500]);
      if (nextTryAt !== null) waits.push((Date.parse(nextTryAt) - Date.parse(lastTryAt!)) / 60_000);
      await world.db.query(`update webhook_delivery set next_try_at = '2026-01-01' where next_try_at is not null`);
    }
    expect(waits).toEqual([1, 5, 30, 120, 360, 720, 1440]);
    expect(await send()).toBe(0);
    const list = await world.call<{ items: object[] }>('GET', `/webhooks?bodyId=${body}`);
    expect(list.body.items).toMatchObject([{ id: made.id, waiting: 0, givenUp: 1 }]);
  });

  it('is sent each message once, though two send at the same time', async () => {
    const body = await aBody(world.db, 'Ban Dân vận');
    await register({ bodyId: body, url, events: ['agreement.activated'] });
    const agreement = await party(body);
    for (let times = 0; times < 30; times += 1) await happens('agreement.begin', agreement);
    const tries = await Promise.all([send(), send()]);
    expect(tries[0] + tries[1]).toBe(30);
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(30);
    expect(heard).toHaveLength(30);
  });
});
