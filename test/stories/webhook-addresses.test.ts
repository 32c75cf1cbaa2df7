import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DeliveryAnswer, WebhookRegistered } from '../../src/notices/webhook.contract.js';
import type { Problem } from '../../src/platform/http/problem.js';
import { aBody, memberId } from '../support/rows.js';
import { openWorld, type Reply, type World } from '../support/world.js';

let world: World;
let receiver: Server;
let url: string;
let heard = 0;

beforeAll(async () => {
  world = await openWorld({ WEBHOOK_ALLOW_LOOPBACK: 'on' });
  receiver = createServer((request, reply) => {
    heard += 1;
    request.resume().on('end', () => reply.end('thanks'));
  }).listen(0, '127.0.0.1');
  await new Promise((done) => receiver.once('listening', done));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/nhan`;
}, 60_000);
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await world.close();
});

const register = (input: object): Promise<Reply<WebhookRegistered & Problem>> => world.call('POST', '/webhooks', input);

describe('registering an address', () => {
  it('shows the secret once, and writes it into no record of what was done', async () => {
    const body = await aBody(world.db, 'Ban Dân vận');
    const { status, body: made } = await register({ bodyId: body, url, events: ['agreement.ended'] });
    expect([status, made.secret.length]).toEqual([201, 43]);
    const list = await world.call('GET', `/webhooks?bodyId=${body}`);
    expect(JSON.stringify(list.body)).not.toContain(made.secret);
    const entries = await world.db.query<object[]>(`select * from audit_entry where subject_id = $1`, [made.id]);
    expect(entries).toMatchObject([{ what: 'webhook.registered' }]);
    expect(JSON.stringify(entries)).not.toContain(made.secret);
  });

  it('can be tried at once, and taken away', async () => {
    const body = await aBody(world.db, 'Ban Dân vận');
    const { body: made } = await register({ bodyId: body, url, events: ['agreement.ended'] });
    const tried = await world.call('POST', `/webhooks/${made.id}/trial`, {});
    expect(tried).toMatchObject({ status: 201, body: { event: 'webhook.trial', lastStatus: 200, attempts: 1 } });
    expect(heard).toBe(1);
    receiver.closeAllConnections();
    expect((await world.call('DELETE', `/webhooks/${made.id}`)).status).toBe(204);
    expect((await world.call('POST', `/webhooks/${made.id}/trial`, {})).status).toBe(404);
  });

  it.each([
    ['http://nhan.example.vn/', 'webhook.not-https'],
    ['ftp://nhan.example.vn/', 'webhook.not-https'],
    ['https://nhan.example.vn:8080/', 'webhook.bad-port'],
    ['https://a:b@nhan.example.vn/', 'webhook.credentials-in-url'],
    ['https://10.0.0.1/', 'webhook.inner-address'],
    ['https://169.254.169.254/latest/meta-data', 'webhook.inner-address'],
    ['https://[::ffff:127.0.0.1]/', 'webhook.inner-address'],
    ['https://0x0a.1/', 'webhook.inner-address'],
    ['khong phai', 'webhook.bad-url'],
  ])('refuses %s', async (address, code) => {
    const body = await aBody(world.db, 'Ban Dân vận');
    const refused = await register({ bodyId: body, url: address, events: ['agreement.ended'] });
    expect(refused.body).toMatchObject({ status: 422, code, pointer: '/url' });
  });

  it('takes https on 443 and 8443, at least one event, and ten addresses of a body', async () => {
    const body = await aBody(world.db, 'Ban Dân vận');
    const ten = [
      'https://a.example.vn/',
      'https://a.example.vn:8443/x',
      ...Array.from({ length: 8 }, (_, i) => `https://a.example.vn/${i}`),
    ];
    for (const address of ten)
      expect((await register({ bodyId: body, url: address, events: ['agreement.ended'] })).status).toBe(201);
    const more = await register({ bodyId: body, url: 'https://a.example.vn/9', events: ['agreement.ended'] });
    expect(more.body).toMatchObject({ status: 409, code: 'webhook.too-many' });
    expect((await register({ bodyId: body, url: ten[0], events: [] })).body.code).toBe('webhook.no-events');
    expect((await register({ bodyId: body, url: ten[0], events: ['webhook.trial'] })).status).toBe(422);
  });

  it('without the setting for tests no loopback address is called, even one registered before', async () => {
    const closed = await openWorld();
    try {
      const body = await aBody(closed.db, 'Ban Dân vận');
      const refused = await closed.call<Problem>('POST', '/webhooks', {
        bodyId: body,
        url,
        events: ['agreement.ended'],
      });
      expect(refused.body.code).toBe('webhook.not-https');
      const id = await closed.db.query<{ id: string }[]>(
        `insert into webhook (body_id, url, events, secret, registered_by, registered_at, registered_on)
         values ($1, 'https://localhost/', '{agreement.ended}', 'x', $2, now(), '2026-07-02') returning id`,
        [body, await memberId(closed.db)],
      );
      const tried = await closed.call<DeliveryAnswer>('POST', `/webhooks/${id[0]!.id}/trial`, {});
      expect(tried.body).toMatchObject({
        attempts: 1,
        lastStatus: null,
        lastFault: 'localhost is not a public address',
      });
    } finally {
      await closed.close();
    }
  }, 60_000);
});
