import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { embeddedAppUrl } from '../../src/platform/database/app-role.js';
import { seeingEverything } from '../../src/platform/database/scope.js';
import { createServer } from '../../src/server.js';
import { readConfig } from '../../src/platform/config/config.js';
import { PasswordsService } from '../../src/access/passwords.service.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

/** The server as it is deployed, talking as much as it can, while sign-ins succeed, fail and break down. */
it('no log tells a password, a token, a cookie or a header that carries one', async () => {
  const lines: string[] = [];
  const keep = (chunk: unknown): boolean => {
    lines.push(String(chunk));
    return true;
  };
  const spies = [process.stdout, process.stderr].map((out) => jest.spyOn(out, 'write').mockImplementation(keep));
  const password = 'bí mật không ai biết';
  const secrets = [password, 'sai-bí-mật', 'ma-csrf-bi-mat', 'Bearer'];
  const config = readConfig({
    DATABASE_URL: database.url,
    SCHEDULER: 'off',
    LOG_LEVEL: 'trace',
    SECRETS_KEY: 'khoa-bi-mat-dai-hon-ba-muoi-hai-ky-tu',
  });
  const app = await createServer(config, embeddedAppUrl(database.url));
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const { AdministratorService } = await import('../../src/access/administrator.service.js');
    const link = await seeingEverything(() => app.get(AdministratorService).ensure('admin', null));
    const send = (method: 'GET' | 'POST', url: string, body?: object, headers = {}): ReturnType<typeof app.inject> =>
      app.inject({
        method,
        url: `/api/v1${url}`,
        headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { payload: JSON.stringify(body) } : {}),
      });
    secrets.push(link?.token ?? '');
    expect((await send('POST', '/password-choice', { token: link?.token, password })).statusCode).toBe(204);
    const origin = { 'sec-fetch-site': 'same-origin' };
    const cookie = await send('POST', '/sessions', { login: 'admin', password, as: 'cookie' }, origin);
    const bearer = await send('POST', '/sessions', { login: 'admin', password });
    expect([cookie.statusCode, bearer.statusCode]).toEqual([201, 201]);
    const token = bearer.json<{ token: string }>().token;
    const cookies = cookie.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    secrets.push(token, ...cookie.cookies.map(({ value }) => value), cookie.json<{ csrfToken: string }>().csrfToken);
    const headers = { authorization: `Bearer ${token}`, cookie: cookies, 'x-csrf-token': 'ma-csrf-bi-mat' };
    expect((await send('POST', '/sessions', { login: 'admin', password: 'sai-bí-mật' })).statusCode).toBe(401);
    expect((await send('POST', '/sessions', { login: 'admin', password: 12 })).statusCode).toBe(422);
    const broken = jest.spyOn(PasswordsService.prototype, 'matches').mockRejectedValue(new Error('đổ vỡ'));
    expect((await send('POST', '/sessions', { login: 'admin', password }, headers)).statusCode).toBe(500);
    broken.mockRestore();
    await app.get((await import('typeorm')).DataSource).query('alter table session rename to phien');
    expect((await send('GET', '/me', undefined, headers)).statusCode).toBe(500);
    expect((await send('POST', '/sessions', { login: 'admin', password }, headers)).statusCode).toBe(500);
  } finally {
    await app.close();
    spies.forEach((spy) => {
      spy.mockRestore();
    });
  }
  const all = lines.join('');
  expect(all).toContain('đổ vỡ');
  expect(all).toContain('does not exist');
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(5);
    expect(all).not.toContain(secret);
  }
});
