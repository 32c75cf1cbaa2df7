import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import type { Refusal } from '../core/refusal.js';
import { refuseOidc } from './oidc.refusals.js';

/** Nothing was heard, or nothing that a provider says. By name: errors of the network come from another realm in tests. */
const SILENCE = new Set(['TypeError', 'TimeoutError', 'AbortError']);
const NONSENSE = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

function isSilence(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, code, cause } = error as { name?: string; code?: string; cause?: { name?: string } };
  return SILENCE.has(name ?? '') || NONSENSE.has(code ?? '') || SILENCE.has(cause?.name ?? '');
}

/** A fault of the library as a refusal of ours; the provider's own words are never repeated, only its error code. */
export function faultOf(error: unknown): Refusal {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    if (error.error === 'access_denied') return refuseOidc('denied');
    return refuseOidc('provider-refused', { error: /^[a-z_]{1,60}$/.test(error.error) ? error.error : '–' });
  }
  return refuseOidc(isSilence(error) ? 'unreachable' : 'untrusted');
}
