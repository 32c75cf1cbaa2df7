import { createHmac } from 'node:crypto';
import { isLoopback, isPublicAddress, literalAddress } from '../platform/outgoing/public-address.js';
import type { Refusal } from '../core/refusal.js';
import { refuseWebhook } from './webhook.refusals.js';

/** What a body may be told of; `webhook.trial` is sent on asking only. */
export const WEBHOOK_EVENTS = [
  'agreement.activated',
  'agreement.ended',
  'submission.submitted',
  'submission.accepted',
  'submission.returned',
  'occurrence.overdue',
  'webhook.trial',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
export const HEARD = WEBHOOK_EVENTS.filter((event) => event !== 'webhook.trial');

const PORTS = new Set(['', '8443']);

/** An address that may be called: https on its usual ports, no name or password in it, no place inside a network. */
export function checkUrl(text: string, allowLoopback: boolean): Refusal | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) return refuseWebhook('bad-url', {}, '/url');
  if (url.username !== '' || url.password !== '') return refuseWebhook('credentials-in-url', {}, '/url');
  const literal = literalAddress(url.hostname);
  if (allowLoopback && literal !== null && isLoopback(literal)) return null;
  if (url.protocol !== 'https:') return refuseWebhook('not-https', {}, '/url');
  if (!PORTS.has(url.port)) return refuseWebhook('bad-port', { port: url.port }, '/url');
  if (literal !== null && !isPublicAddress(literal)) return refuseWebhook('inner-address', {}, '/url');
  return null;
}

const MINUTES_TO_NEXT = [1, 5, 30, 120, 360, 720, 1440] as const;

/** Minutes until the next try after so many; null = enough. */
export function minutesToNextTry(attempts: number): number | null {
  return MINUTES_TO_NEXT[attempts - 1] ?? null;
}

export interface Told {
  id: string;
  event: WebhookEvent;
  at: string;
  subjectId: string;
  agreementId: string | null;
}

/** Identifiers only: who may know more asks for it, with their own rights. */
export function payloadOf({ id, event, at, subjectId, agreementId }: Told): string {
  return JSON.stringify({ id, event, at, subjectId, agreementId });
}

/** `t` is in the signature, so that an old message sent again is told by its age. */
export function signature(secret: string, body: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}
