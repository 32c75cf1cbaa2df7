import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/platform/http/problem.js';
import { openWorld, type World } from '../support/world.js';

interface Told {
  status: number;
  code: string | undefined;
  wait: number;
  detail: string | undefined;
}

interface From {
  address: string;
  headers?: Record<string, string>;
  method?: string;
  path?: string;
}

const worlds: World[] = [];

async function door(
  settings: Record<string, string>,
): Promise<{ ask: (from: From) => Promise<Told>; token: () => Promise<string>; world: World }> {
  const world = await openWorld(settings);
  worlds.push(world);
  const ask = async ({ address, headers = {}, method = 'GET', path = '/bodies' }: From): Promise<Told> => {
    const answer = await world.app.inject({
      method: method as 'GET',
      url: `/api/v1${path}`,
      remoteAddress: address,
      headers,
    });
    const { code, detail }: Partial<Problem> = answer.statusCode < 400 ? {} : answer.json<Problem>();
    return { status: answer.statusCode, code, detail, wait: Number(answer.headers['retry-after'] ?? 0) };
  };
  const token = async (): Promise<string> => {
    const { body } = await world.call<{ token: string }>('POST', '/sessions', {
      login: 'admin',
      password: 'mat-khau-thu-nghiem',
    });
    return `Bearer ${body.token}`;
  };
  return { ask, token, world };
}

async function statuses(times: number, ask: () => Promise<Told>): Promise<number[]> {
  const seen: number[] = [];
  for (let i = 0; i < times; i += 1) seen.push((await ask()).status);
  return seen;
}

afterAll(async () => {
  for (const world of worlds) await world.close();
});

describe('who is not signed in', () => {
  let ask: (from: From) => Promise<Told>;
  beforeAll(async () => {
    ({ ask } = await door({ RATE_PER_MINUTE_ADDRESS: '5' }));
  }, 60_000);

  it('may ask so often from one address, and is then told how long to wait, in the language asked for', async () => {
    const from = { address: '198.51.100.1' };
    expect(await statuses(5, () => ask(from))).toEqual([401, 401, 401, 401, 401]);
    const vi = await ask(from);
    expect(vi).toMatchObject({ status: 429, code: 'request.too-many', detail: 'Quá nhiều yêu cầu, xin thử lại sau.' });
    expect(vi.wait).toBeGreaterThan(50);
    expect(vi.wait).toBeLessThanOrEqual(60);
    expect(await ask({ ...from, headers: { 'accept-language': 'en' } })).toMatchObject({
      detail: 'Too many requests, try again later.',
    });
    expect((await ask({ address: '198.51.100.2' })).status).toBe(401);
  });

  it('gains nothing by a false token: it names no account, so the address counts', async () => {
    const guess = (i: number): From => ({
      address: '198.51.100.3',
      headers: { authorization: `Bearer ${String(i).padStart(43, 'A')}` },
    });
    const seen: number[] = [];
    for (let i = 0; i < 7; i += 1) seen.push((await ask(guess(i))).status);
    expect(seen).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  it('gains nothing by saying that it came for somebody else, as no proxy is trusted', async () => {
    const forged = (i: number): From => ({ address: '198.51.100.4', headers: { 'x-forwarded-for': `203.0.113.${i}` } });
    const seen: number[] = [];
    for (let i = 0; i < 7; i += 1) seen.push((await ask(forged(i))).status);
    expect(seen.slice(5)).toEqual([429, 429]);
  });

  it('is one caller by the network of an IPv6 address', async () => {
    const seen: number[] = [];
    for (let i = 1; i < 8; i += 1) seen.push((await ask({ address: `2001:db8:0:7::${i}` })).status);
    expect(seen.slice(5)).toEqual([429, 429]);
    expect((await ask({ address: '2001:db8:0:8::1' })).status).toBe(401);
  });

  it('is asked nothing of for health', async () => {
    const { world } = await door({ RATE_PER_MINUTE_ADDRESS: '1' });
    for (let i = 0; i < 4; i += 1)
      expect((await world.call('GET', '/health/live', undefined, { authorization: '' })).status).toBe(200);
  });
});

describe('who is signed in', () => {
  it('has an account that counts, from wherever it asks; the office behind the same address goes on', async () => {
    const { ask, token, world } = await door({ RATE_PER_MINUTE_ACCOUNT: '10', RATE_PER_MINUTE_ADDRESS: '50' });
    const authorization = await token();
    const seen: number[] = [];
    for (let i = 0; i < 12; i += 1)
      seen.push((await ask({ address: `198.51.100.${i}`, headers: { authorization } })).status);
    expect(seen).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
    const other = await world.db.query<{ id: string }[]>(
      `insert into member (login, full_name, password_hash) select 'hai', 'Hai', password_hash from member limit 1 returning id`,
    );
    expect(other).toHaveLength(1);
    const second = await world.call<{ token: string }>('POST', '/sessions', {
      login: 'hai',
      password: 'mat-khau-thu-nghiem',
    });
    expect(
      (await ask({ address: '198.51.100.1', headers: { authorization: `Bearer ${second.body.token}` } })).status,
    ).toBe(200);
  }, 60_000);

  it('may ask for what is dear less often', async () => {
    const { ask, token } = await door({ RATE_PER_MINUTE_ACCOUNT: '100' });
    const headers = { authorization: await token() };
    const dear = (path: string) => (): Promise<Told> => ask({ address: '198.51.100.1', headers, path });
    expect(await statuses(3, dear('/occurrences/export'))).toEqual([200, 200, 429]);
    expect((await statuses(21, dear('/summary'))).slice(19)).toEqual([200, 429]);
    expect((await dear('/bodies')()).status).toBe(200);
  }, 60_000);

  it('shares an address with twenty others at most', async () => {
    const { ask } = await door({ RATE_PER_MINUTE_ACCOUNT: '1' });
    const headers = { authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' };
    expect((await statuses(21, () => ask({ address: '198.51.100.1', headers }))).slice(19)).toEqual([401, 429]);
  }, 60_000);
});

describe('behind a proxy', () => {
  it('that is trusted, the hop it saw counts, and what a caller wrote before it does not', async () => {
    const { ask } = await door({ RATE_PER_MINUTE_ADDRESS: '3', TRUST_PROXY: '1' });
    const via = (seen: string): From => ({ address: '10.0.0.9', headers: { 'x-forwarded-for': seen } });
    for (let i = 0; i < 3; i += 1) expect((await ask(via(`203.0.113.${i}, 198.51.100.1`))).status).toBe(401);
    expect((await ask(via('203.0.113.77, 198.51.100.1'))).status).toBe(429);
    expect((await ask(via('198.51.100.1, 198.51.100.2'))).status).toBe(401);
  }, 60_000);

  it('named by its address, only its word is taken', async () => {
    const { ask } = await door({ RATE_PER_MINUTE_ADDRESS: '1', TRUST_PROXY: '10.0.0.0/24' });
    const headers = { 'x-forwarded-for': '198.51.100.1' };
    expect((await ask({ address: '10.0.0.9', headers })).status).toBe(401);
    expect((await ask({ address: '10.0.0.8', headers })).status).toBe(429);
    expect((await ask({ address: '10.0.1.9', headers })).status).toBe(401);
    expect((await ask({ address: '10.0.1.9', headers: { 'x-forwarded-for': '198.51.100.5' } })).status).toBe(429);
  }, 60_000);
});
