import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FROM_HERE, aMember, openBrowser, signIn, visit, type Browser } from '../support/visitor.js';
import { openWorld, type World } from '../support/world.js';

const PASSWORD = 'hoa sen nở trong đầm';
const OTHER = 'mùa nước nổi về sớm';

interface Listed {
  id: string;
  carriedBy: string;
  address: string;
  agent: string;
  current: boolean;
  openedAt: string;
  lastSeenAt: string;
  expiresAt: string;
}

let world: World;
let login = '';
let memberId = '';
let ids = 0;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  login = `nguoi${++ids}`;
  memberId = await aMember(world, login, PASSWORD);
});

const open = (before: Record<string, string> = {}): Promise<Browser> =>
  openBrowser(world, { login, password: PASSWORD }, '10.0.0.2', before);
const asBearer = (token: string): { headers: Record<string, string> } => ({
  headers: { authorization: `Bearer ${token}` },
});
const bearer = async (): Promise<string> => (await signIn(world, { login, password: PASSWORD })).body.token ?? '';
const listOf = async (browser: Browser): Promise<Listed[]> =>
  (await browser.ask<{ items: Listed[] }>('/sessions')).body.items;

describe('a browser', () => {
  it('gets the token in an httpOnly cookie and nowhere else', async () => {
    const reply = await signIn(world, { login, password: PASSWORD, as: 'cookie' }, { headers: FROM_HERE });
    const session = reply.cookies.find(({ name }) => name === 'so-phoi-hop');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(session?.['secure']).toBeUndefined();
    expect(session?.['domain']).toBeUndefined();
    expect(JSON.stringify(reply.body)).not.toContain(session?.value);
    expect(reply.body.token).toBeUndefined();
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it.each(['so.example.vn', '10.1.2.3:3000', 'localhost.example.vn'])(
    'outside loopback gets Secure cookies under __Host-: %s',
    async (host) => {
      const headers = { origin: `https://${host}` };
      const reply = await signIn(world, { login, password: PASSWORD, as: 'cookie' }, { host, headers });
      expect(reply.cookies.map(({ name }) => name).sort()).toEqual(['__Host-so-phoi-hop', '__Host-so-phoi-hop-may']);
      for (const cookie of reply.cookies) expect(cookie).toMatchObject({ secure: true, httpOnly: true, path: '/' });
      const value = reply.cookies.find(({ name }) => name === '__Host-so-phoi-hop')?.value ?? '';
      const get = (cookie: string): Promise<{ status: number }> => visit(world, '/me', { host, headers: { cookie } });
      expect((await get(`__Host-so-phoi-hop=${value}`)).status).toBe(200);
      expect((await get(`so-phoi-hop=${value}`)).status).toBe(401);
    },
  );

  it('reads by its cookie alone', async () => {
    const { cookies } = await open();
    const cookie = `so-phoi-hop=${cookies['so-phoi-hop']}`;
    expect((await visit(world, '/sessions/current', { headers: { cookie } })).status).toBe(200);
    expect((await visit(world, '/sessions/current', { headers: { cookie: `${cookie}x` } })).status).toBe(401);
  });

  it('keeps no token that works as a Bearer, nor a program one that works as a cookie', async () => {
    const { cookies } = await open();
    expect((await visit(world, '/me', asBearer(cookies['so-phoi-hop'] ?? ''))).status).toBe(401);
    expect((await visit(world, '/me', { headers: { cookie: `so-phoi-hop=${await bearer()}` } })).status).toBe(401);
  });

  it('ends the session it brings along when it signs in anew', async () => {
    const first = await open();
    const second = await open(first.cookies);
    expect(second.cookies['so-phoi-hop']).not.toBe(first.cookies['so-phoi-hop']);
    expect([(await first.ask('/me')).status, (await second.ask('/me')).status]).toEqual([401, 200]);
  });

  it('signs out: the cookie goes and the session with it', async () => {
    const browser = await open();
    const reply = await browser.ask('/sessions/current', { method: 'DELETE' });
    expect([reply.status, reply.cookies.map(({ name, value }) => [name, value])]).toEqual([204, [['so-phoi-hop', '']]]);
    expect((await browser.ask('/me')).status).toBe(401);
  });
});

describe('a session', () => {
  const at = async (instant: string, token: string): Promise<number> => {
    const now = jest.spyOn(world.clock, 'now').mockReturnValue(instant);
    const { status } = await visit(world, '/me', asBearer(token));
    now.mockRestore();
    return status;
  };
  const openAt = async (instant: string): Promise<string> => {
    const now = jest.spyOn(world.clock, 'now').mockReturnValue(instant);
    const token = await bearer();
    now.mockRestore();
    return token;
  };

  it('ends after an hour without use, counted from the last', async () => {
    const token = await openAt('2026-07-02T01:00:00.000Z');
    expect(await at('2026-07-02T01:59:59.999Z', token)).toBe(200);
    expect(await at('2026-07-02T02:59:59.998Z', token)).toBe(200);
    expect(await at('2026-07-02T03:59:59.998Z', token)).toBe(401);
  });

  it('ends after twelve hours, however much it is used', async () => {
    const token = await openAt('2026-07-02T01:00:00.000Z');
    for (let half = 1; half < 24; half += 1)
      expect(await at(new Date(Date.parse('2026-07-02T01:00:00Z') + half * 1_800_000).toISOString(), token)).toBe(200);
    expect(await at('2026-07-02T12:59:59.999Z', token)).toBe(200);
    expect(await at('2026-07-02T13:00:00.000Z', token)).toBe(401);
  });

  it('writes that it was used once a minute, not each time', async () => {
    const token = await openAt('2026-07-02T01:00:00.000Z');
    const seen = async (): Promise<string> =>
      (
        await world.db.query<{ seen: Date }[]>(`select last_seen_at as seen from session where member_id = $1`, [
          memberId,
        ])
      )[0]!.seen.toISOString();
    await at('2026-07-02T01:01:00.000Z', token);
    expect(await seen()).toBe('2026-07-02T01:00:00.000Z');
    await at('2026-07-02T01:01:00.001Z', token);
    expect(await seen()).toBe('2026-07-02T01:01:00.001Z');
  });

  it('is kept as a digest only', async () => {
    const token = await bearer();
    const [row] = await world.db.query<{ text: string }[]>(
      `select s::text as text from session s where member_id = $1`,
      [memberId],
    );
    expect(row?.text).not.toContain(token);
    expect(row?.text).toMatch(/[0-9a-f]{64}/);
  });
});

describe('the list of sessions', () => {
  it('tells where the person is signed in, and shows no token', async () => {
    await signIn(
      world,
      { login, password: PASSWORD },
      { address: '10.7.7.7', headers: { 'user-agent': `curl/8 ${'x'.repeat(900)}\x01` } },
    );
    const browser = await open();
    const listed = await listOf(browser);
    expect(listed.map(({ carriedBy, address, current }) => [carriedBy, address, current]).sort()).toEqual([
      ['bearer', '10.7.7.7', false],
      ['cookie', '10.0.0.2', true],
    ]);
    expect(listed.find(({ current }) => !current)?.agent).toMatch(/^curl\/8 x{193}$/);
    expect(JSON.stringify(listed).replaceAll('x', '')).not.toMatch(/[0-9a-f]{64}|[A-Za-z0-9_-]{43}/);
  });

  it('ends one, or all others, and only the own', async () => {
    const browser = await open();
    const [one, two] = [await bearer(), await bearer()];
    const stranger = `la${++ids}`;
    await aMember(world, stranger, PASSWORD);
    const theirs = await openBrowser(world, { login: stranger, password: PASSWORD });
    const [own] = (await listOf(browser)).filter(({ current }) => !current);
    const foreign = (await listOf(theirs))[0]!.id;
    const end = (id: string): ReturnType<Browser['ask']> => browser.ask(`/sessions/${id}`, { method: 'DELETE' });
    expect((await end(foreign)).body.code).toBe('access.session-unknown');
    expect((await end(own!.id)).status).toBe(204);
    expect((await end(own!.id)).status).toBe(404);
    expect((await listOf(browser)).length).toBe(2);
    expect((await browser.ask('/sessions', { method: 'DELETE' })).status).toBe(204);
    for (const token of [one, two]) expect((await visit(world, '/me', asBearer(token))).status).toBe(401);
    expect([(await browser.ask('/me')).status, (await theirs.ask('/me')).status]).toEqual([200, 200]);
  });
});

describe('changing the own password', () => {
  const change = (browser: Browser, present: string, password: string): ReturnType<Browser['ask']> =>
    browser.ask('/me/password', { method: 'POST', body: { present, password } });

  it('takes the present one, keeps this session and ends all others', async () => {
    const browser = await open();
    const token = await bearer();
    expect((await change(browser, OTHER, OTHER)).body.code).toBe('password.wrong-present');
    expect((await change(browser, PASSWORD, 'ngắn quá')).body).toMatchObject({
      code: 'password.too-short',
      pointer: '/password',
    });
    expect((await change(browser, PASSWORD, `${login} ${login} 2026`)).body.code).toBe('password.too-common');
    expect((await visit(world, '/me', asBearer(token))).status).toBe(200);
    expect((await change(browser, PASSWORD, OTHER)).status).toBe(204);
    expect([(await browser.ask('/me')).status, (await visit(world, '/me', asBearer(token))).status]).toEqual([
      200, 401,
    ]);
    expect((await signIn(world, { login, password: PASSWORD })).status).toBe(401);
    expect((await signIn(world, { login, password: OTHER })).status).toBe(201);
  });

  it('guesses the present one no faster than a stranger', async () => {
    const browser = await open();
    const codes: string[] = [];
    for (let i = 0; i < 7; i += 1) codes.push((await change(browser, OTHER, OTHER)).body.code);
    expect(codes).toContain('access.too-many-attempts');
  });
});
