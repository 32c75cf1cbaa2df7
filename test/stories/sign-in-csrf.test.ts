import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FROM_HERE, aMember, openBrowser, signIn, visit, type Browser } from '../support/visitor.js';
import { openWorld, type World } from '../support/world.js';

const PASSWORD = 'hoa sen nở trong đầm';

let world: World;
let login = '';
let ids = 0;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  login = `nguoi${++ids}`;
  await aMember(world, login, PASSWORD);
});

const open = (): Promise<Browser> => openBrowser(world, { login, password: PASSWORD });
const bearer = async (): Promise<string> => (await signIn(world, { login, password: PASSWORD })).body.token ?? '';
const asBearer = (token: string): { headers: Record<string, string> } => ({
  headers: { authorization: `Bearer ${token}` },
});

describe('a write by cookie', () => {
  const write = async (headers: Readonly<Record<string, string | undefined>>): Promise<string> => {
    const { cookies, csrfToken } = await open();
    const cookie = `so-phoi-hop=${cookies['so-phoi-hop']}`;
    const all: Record<string, string | undefined> = { cookie, 'x-csrf-token': csrfToken, ...FROM_HERE, ...headers };
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    const reply = await visit(world, '/sessions', { method: 'DELETE', headers: sent as Record<string, string> });
    return reply.status === 204 ? '204' : `${reply.status} ${reply.body.code}`;
  };

  it.each([
    ['from a page of the register', {}],
    ['from an older browser that names its origin only', { 'sec-fetch-site': undefined }],
    ['typed by the person', { 'sec-fetch-site': 'none', origin: undefined }],
  ])('passes %s', async (_, headers) => {
    expect(await write(headers)).toBe('204');
  });

  it.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another host of the domain', { 'sec-fetch-site': 'same-site' }],
    ['from another origin', { 'sec-fetch-site': undefined, origin: 'http://localhost.evil.vn' }],
    ['from another port', { 'sec-fetch-site': undefined, origin: 'http://localhost:8080' }],
    ['from a page without an origin', { 'sec-fetch-site': undefined, origin: 'null' }],
    ['from nowhere', { 'sec-fetch-site': undefined, origin: undefined }],
    ['without the token', { 'x-csrf-token': undefined }],
    ['with an empty token', { 'x-csrf-token': '' }],
    ['with the token of nobody', { 'x-csrf-token': 'A'.repeat(43) }],
  ])('is refused %s', async (_, headers) => {
    expect(await write(headers)).toBe('403 access.csrf');
  });

  it('is refused with the token of another session', async () => {
    const other = await open();
    expect(await write({ 'x-csrf-token': other.csrfToken })).toBe('403 access.csrf');
  });

  it('finds its token again at /sessions/current; a program has none and needs none', async () => {
    const browser = await open();
    expect((await browser.ask<{ csrfToken: string }>('/sessions/current')).body.csrfToken).toBe(browser.csrfToken);
    const token = await bearer();
    const current = await visit<{ csrfToken: null }>(world, '/sessions/current', asBearer(token));
    expect(current.body.csrfToken).toBeNull();
    expect((await visit(world, '/sessions', { method: 'DELETE', ...asBearer(token) })).status).toBe(204);
  });

  it('counts as the Bearer it also carries, which is never helped by the cookie', async () => {
    const { cookies } = await open();
    const cookie = `so-phoi-hop=${cookies['so-phoi-hop']}`;
    const both = (authorization: string): Promise<{ status: number }> =>
      visit(world, '/sessions', { method: 'DELETE', headers: { cookie, authorization } });
    expect((await both(`Bearer ${await bearer()}`)).status).toBe(204);
    expect((await both(`Bearer ${'A'.repeat(43)}`)).status).toBe(401);
    expect((await both('Bearer x')).status).toBe(401);
  });

  it('no other site signs a browser in', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.vn' }, {}] as Record<
      string,
      string
    >[]) {
      const reply = await signIn(world, { login, password: PASSWORD, as: 'cookie' }, { headers });
      expect([reply.status, reply.body.code, reply.cookies]).toEqual([403, 'access.csrf', []]);
    }
  });
});
