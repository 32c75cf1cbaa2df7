import rateLimit from '@fastify/rate-limit';
import { SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import type { Config } from '../config/config.js';
import type { ActingRequest } from './act.js';
import { problemText } from './problem.js';
import { refuseRequest } from './refusals.js';

const MINUTE = 60_000;
/** Keys remembered at once; the longest unused is forgotten first. */
const KEYS = 50_000;
/** How many busy accounts one address may hold: a whole office comes through one. */
const ACCOUNTS_BEHIND_AN_ADDRESS = 20;

/** What costs more than a page of a list, and which part of the account's requests it may be. */
const SHARES = { summary: 0.2, upload: 0.1, export: 0.02, outgoing: 0.02 } as const;
type Costly = keyof typeof SHARES;

const COSTLY = 'costly';
/** Declares that a route belongs to a dear kind, which has a stricter limit of its own. */
export function Costs(kind: Costly): MethodDecorator {
  return SetMetadata(COSTLY, kind);
}

type Count = (request: FastifyRequest) => Promise<number | null>;

/** Counts one more; seconds to wait when it was too many. */
function counter(server: FastifyInstance, max: number, keyOf?: (request: ActingRequest) => string): Count {
  if (max === 0) return () => Promise.resolve(null);
  const options = { max, timeWindow: MINUTE, cache: KEYS, ...(keyOf ? { keyGenerator: keyOf } : {}) };
  const count = server.createRateLimit(options);
  return async (request) => {
    const result = await count(request);
    return !result.isAllowed && result.isExceeded ? result.ttlInSeconds : null;
  };
}

function tooMany(reply: FastifyReply, seconds: number): ReturnType<typeof refuseRequest> {
  void reply.header('retry-after', String(seconds));
  return refuseRequest('too-many');
}

const account = (request: ActingRequest): string => request.act?.actor.id ?? '';

class AccountLimit implements NestInterceptor {
  private readonly all: Count;
  private readonly dear: Record<Costly, Count>;

  constructor(server: FastifyInstance, max: number) {
    const dear = (kind: Costly): Count => counter(server, Math.ceil(max * SHARES[kind]), account);
    this.all = counter(server, max, account);
    this.dear = {
      summary: dear('summary'),
      upload: dear('upload'),
      export: dear('export'),
      outgoing: dear('outgoing'),
    };
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<ActingRequest>();
    if (!request.act) return next.handle();
    const kind = Reflect.getMetadata(COSTLY, context.getHandler()) as Costly | undefined;
    const wait = (await this.all(request)) ?? (kind === undefined ? null : await this.dear[kind](request));
    if (wait !== null) throw tooMany(http.getResponse<FastifyReply>(), wait);
    return next.handle();
  }
}

/** A caller who claims nothing, or whose claim turned out false. */
class AddressLimit {
  private readonly counted = new WeakSet<FastifyRequest>();

  constructor(
    private readonly strangers: Count,
    private readonly everybody: Count,
  ) {}

  async arrive(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { authorization, cookie } = request.headers;
    const stranger = request.url.startsWith('/api/v1/') && authorization === undefined && cookie === undefined;
    if (stranger) this.counted.add(request);
    const wait = (await this.everybody(request)) ?? (stranger ? await this.strangers(request) : null);
    if (wait !== null) throw tooMany(reply, wait);
  }

  /** A false token counts against the address, since it names no account; so guessing ends in 429 too. */
  async leave(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
    if (reply.statusCode !== 401 || this.counted.has(request)) return payload;
    this.counted.add(request);
    const wait = await this.strangers(request);
    return wait === null ? payload : problemText(request, reply, tooMany(reply, wait));
  }
}

/** Limits by account for who is signed in, by address for who is not. Counted in this process: several instances allow as many times more. */
export async function guardRates(app: NestFastifyApplication, config: Config): Promise<void> {
  const { ratePerMinuteAccount, ratePerMinuteAddress } = config;
  await app.register(rateLimit, { global: false });
  const server = app.getHttpAdapter().getInstance();
  // Without a key of its own the library counts by address, and IPv6 by network (/64).
  const limit = new AddressLimit(
    counter(server, ratePerMinuteAddress),
    counter(server, ratePerMinuteAccount * ACCOUNTS_BEHIND_AN_ADDRESS),
  );
  server.addHook('onRequest', (request, reply) => limit.arrive(request, reply));
  server.addHook('onSend', (request, reply, payload) => limit.leave(request, reply, payload));
  app.useGlobalInterceptors(new AccountLimit(server, ratePerMinuteAccount));
}
