import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { CivilDate } from '../../core/civil-date.js';

export type Language = 'vi' | 'en';

/** Who acts, on which day, by which request: the first thing every verb is told. */
export interface Act {
  readonly actor: { readonly id: string; readonly name: string };
  /** What the actor may do somewhere; undefined when nobody signed in acts, as in the night. */
  readonly rights?: readonly string[];
  readonly today: CivilDate;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly requestId: string;
  readonly idempotencyKey?: string;
  /** SHA-256 over method, address and body; tells a repeat from a reuse of the key. */
  readonly fingerprint?: string;
  /** Version named by If-Match; undefined when the header is absent or `*`. */
  readonly expectedVersion?: number;
}

/** What the guard leaves on the request. */
export interface ActingRequest extends FastifyRequest {
  act?: Act;
}

/** The act of this request; the guard has made it before any handler runs. */
export const CurrentAct = createParamDecorator((_: unknown, context: ExecutionContext): Act => {
  const { act } = context.switchToHttp().getRequest<ActingRequest>();
  if (!act) throw new Error('a route without a right took an act');
  return act;
});

/** Language asked for by Accept-Language; Vietnamese unless English is preferred. */
export function languageOf(request: { headers: { 'accept-language'?: string } }): Language {
  const asked = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/\s*;\s*q=/);
      return { tag: tag.toLowerCase().slice(0, 2), weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, weight }) => (tag === 'vi' || tag === 'en') && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return asked[0]?.tag === 'en' ? 'en' : 'vi';
}
