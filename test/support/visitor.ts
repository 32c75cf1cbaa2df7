import type { Problem } from '../../src/platform/http/problem.js';
import type { World } from './world.js';

interface Ask {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
  address?: string;
  host?: string;
  headers?: Record<string, string>;
}

export interface Answer<T> {
  status: number;
  body: T & Problem;
  headers: Record<string, unknown>;
  /** Set by this answer: name → value; empty when cleared. */
  cookies: { name: string; value: string; [flag: string]: unknown }[];
}

/** Somebody who is not signed in, from some address. */
export async function visit<T = Record<string, never>>(world: World, path: string, ask: Ask = {}): Promise<Answer<T>> {
  const { method = 'GET', body, address = '10.0.0.1', host = 'localhost', headers = {} } = ask;
  const answer = await world.app.inject({
    method,
    url: `/api/v1${path}`,
    remoteAddress: address,
    headers: { host, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  const json = String(answer.headers['content-type'] ?? '').includes('json');
  return {
    status: answer.statusCode,
    body: (json ? answer.json() : {}) as T & Problem,
    headers: answer.headers,
    cookies: answer.cookies,
  };
}

interface Opened {
  token?: string;
  csrfToken?: string;
  expiresAt: string;
}

export function signIn(world: World, body: object, ask: Ask = {}): Promise<Answer<Opened>> {
  return visit<Opened>(world, '/sessions', { ...ask, method: 'POST', body });
}

export const FROM_HERE = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };

/** A browser: keeps its cookies and its CSRF token. */
export interface Browser {
  csrfToken: string;
  cookies: Record<string, string>;
  ask: <T = Record<string, never>>(path: string, ask?: Ask) => Promise<Answer<T>>;
}

export async function openBrowser(
  world: World,
  body: object,
  address = '10.0.0.2',
  before: Record<string, string> = {},
): Promise<Browser> {
  const cookieHeader = (cookies: Record<string, string>): string =>
    Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
  const opened = await signIn(
    world,
    { ...body, as: 'cookie' },
    { address, headers: { ...FROM_HERE, cookie: cookieHeader(before) } },
  );
  if (opened.status !== 201) throw new Error(`${opened.status} ${opened.body.code}`);
  const cookies = Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value]));
  const csrfToken = opened.body.csrfToken ?? '';
  return {
    csrfToken,
    cookies,
    ask: (path, ask = {}) =>
      visit(world, path, {
        address,
        ...ask,
        headers: { ...FROM_HERE, 'x-csrf-token': csrfToken, cookie: cookieHeader(cookies), ...ask.headers },
      }),
  };
}

/** Registers somebody with a password and returns the id. */
export async function aMember(world: World, login: string, password: string): Promise<string> {
  const reply = await world.call<{ id: string; code?: string }>('POST', '/members', {
    login,
    fullName: login,
    password,
  });
  if (reply.status !== 201) throw new Error(`${reply.status} ${reply.body.code ?? ''}`);
  return reply.body.id;
}
