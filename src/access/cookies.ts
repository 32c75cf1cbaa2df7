import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';

const SESSION = 'so-phoi-hop';
const DEVICE = 'so-phoi-hop-may';
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;
const DEVICE_SECONDS = 180 * 24 * 3600;
const AGENT_AT_MOST = 200;
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What is known of whoever sends a request before who it is. */
export interface Caller {
  requestId: string;
  address: string;
  agent: string;
  /** Tokens of the cookies sent along. */
  session?: string;
  device?: string;
}

/** Browsers keep Secure cookies off plain http, except some on loopback; a trial on loopback works in all. */
function isPlainLoopback(request: FastifyRequest): boolean {
  return request.protocol === 'http' && LOOPBACK.test(request.hostname);
}

/** `__Host-` makes the browser refuse a cookie that another host of the domain tries to plant. */
function nameOf(request: FastifyRequest, name: string): string {
  return isPlainLoopback(request) ? name : `__Host-${name}`;
}

function cookie(request: FastifyRequest, name: string): string | undefined {
  const value = request.cookies[nameOf(request, name)];
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined;
}

/** The token of `Authorization: Bearer`; empty when one is sent that is none. */
export function bearerOf(request: FastifyRequest): string | undefined {
  const { authorization = '' } = request.headers;
  if (!/^Bearer\b/i.test(authorization)) return undefined;
  return /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(authorization)?.[1] ?? '';
}

export function sessionCookieOf(request: FastifyRequest): string | undefined {
  return cookie(request, SESSION);
}

export function callerOf(request: FastifyRequest): Caller {
  const session = sessionCookieOf(request);
  const device = cookie(request, DEVICE);
  return {
    requestId: request.id,
    address: request.ip,
    agent: (request.headers['user-agent'] ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, AGENT_AT_MOST),
    ...(session === undefined ? {} : { session }),
    ...(device === undefined ? {} : { device }),
  };
}

interface Kept {
  token: string;
  device: string;
}

/** Lax, not Strict: a link in a letter and the return from an identity provider arrive signed in; writes are guarded by `isMeant`. */
export function keepCookies(request: FastifyRequest, reply: FastifyReply, { token, device }: Kept): void {
  const flags = { path: '/', httpOnly: true, sameSite: 'lax', secure: !isPlainLoopback(request) } as const;
  void reply.setCookie(nameOf(request, SESSION), token, flags);
  void reply.setCookie(nameOf(request, DEVICE), device, { ...flags, sameSite: 'strict', maxAge: DEVICE_SECONDS });
}

export function dropSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  const flags = { path: '/', httpOnly: true, sameSite: 'lax', secure: !isPlainLoopback(request) } as const;
  void reply.clearCookie(nameOf(request, SESSION), flags);
}

/** Bound to the session: whoever cannot read an answer of ours cannot know it. */
export function csrfTokenOf(sessionToken: string): string {
  return createHash('sha256').update(`csrf:${sessionToken}`).digest('base64url');
}

/** Whether a page of this register, and no other, made the browser send this (OWASP CSRF: fetch metadata, else origin). */
export function comesFromHere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.host;
}

/** A write by cookie is meant when it comes from here and names the session's token. */
export function isMeant(request: FastifyRequest, sessionToken: string): boolean {
  if (READS.has(request.method)) return true;
  const sent = request.headers['x-csrf-token'];
  const [given, right] = [String(sent ?? ''), csrfTokenOf(sessionToken)].map((text) =>
    createHash('sha256').update(text).digest(),
  );
  return comesFromHere(request) && given !== undefined && right !== undefined && timingSafeEqual(given, right);
}
