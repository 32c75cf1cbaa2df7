import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { openWorld, type World } from '../support/world.js';

let world: World;
const lines: string[] = [];
const keep = (...parts: unknown[]): void => void lines.push(JSON.stringify(parts));

beforeAll(async () => {
  world = await openWorld({ RATE_PER_MINUTE_ADDRESS: '50' });
  Logger.overrideLogger({ log: keep, error: keep, warn: keep, debug: keep, verbose: keep, fatal: keep });
}, 60_000);
afterAll(async () => {
  Logger.overrideLogger(['error', 'fatal']);
  await world.close();
});

const SECRET = 'bi-mat-khong-duoc-ghi-lai-AAAAAAAAAAAAAAAAA';

describe('the log', () => {
  it('tells who was turned away, where and from which address', async () => {
    lines.length = 0;
    const reply = await world.call('GET', '/bodies/00000000-0000-7000-8000-000000000000?x=1', undefined, {
      authorization: '',
    });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject([
      {
        refused: 401,
        method: 'GET',
        route: '/api/v1/bodies/:id',
        address: '127.0.0.1',
        member: null,
        requestId: reply.headers['x-request-id'],
      },
      'door',
    ]);
  });

  it('is silent about whoever is let in', async () => {
    lines.length = 0;
    expect((await world.call('GET', '/bodies')).status).toBe(200);
    expect(lines).toEqual([]);
  });

  it('holds nothing that a caller sent: no header, no query, no body, whatever goes wrong', async () => {
    lines.length = 0;
    const headers = { authorization: `Bearer ${SECRET}`, cookie: `session=${SECRET}`, 'x-csrf-token': SECRET };
    await world.call('GET', `/bodies?token=${SECRET}&code=${SECRET}`, undefined, headers);
    await world.call('POST', '/sessions', { login: SECRET, password: SECRET }, headers);
    await world.call('POST', '/sessions', { login: 'admin', password: SECRET, [SECRET]: 1 }, headers);
    await world.app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      payload: `{"password":"${SECRET}`,
      headers: { 'content-type': 'application/json' },
    });
    await world.call('GET', `/${SECRET}?token=${SECRET}`, undefined, headers);
    await world.db.query('alter table session rename to session_away');
    const broken = await world.call('GET', `/bodies?token=${SECRET}`, undefined, headers);
    const signing = await world.call(
      'POST',
      '/sessions',
      { login: 'admin', password: 'mat-khau-thu-nghiem' },
      { 'x-secret': SECRET },
    );
    await world.db.query('alter table session_away rename to session');
    expect([broken.status, signing.status]).toEqual([500, 500]);
    expect(JSON.stringify([broken.body, signing.body])).not.toMatch(/relation|select|token_hash| at /);
    expect(lines.filter((line) => line.includes('does not exist')).length).toBe(2);
    expect(lines.join('\n')).not.toContain(SECRET);
    expect(lines.join('\n')).not.toContain('mat-khau-thu-nghiem');
  });
});
