import { Injectable } from '@nestjs/common';
import type { Act } from '../platform/http/act.js';
import type { Caller } from './cookies.js';
import { OidcMembers } from './oidc-members.service.js';
import { PendingSignIns } from './oidc-pending.service.js';
import { OidcProvider } from './oidc.provider.js';
import { refuseOidc } from './oidc.refusals.js';
import { pageHere } from './oidc.rules.js';

/** Sign-in by authorization code with PKCE, state and nonce (OpenID Connect Core §3.1, RFC 9700). */
@Injectable()
export class OidcService {
  constructor(
    private readonly provider: OidcProvider,
    private readonly pending: PendingSignIns,
    private readonly members: OidcMembers,
  ) {}

  /** Where to send the browser, and what it keeps meanwhile. */
  async begin(asked: string): Promise<{ browser: string; url: string }> {
    const returnTo = pageHere(asked);
    if (returnTo === null) throw refuseOidc('return-elsewhere', {}, '/returnTo');
    const handshake = this.provider.newHandshake();
    const url = await this.provider.signInUrl(handshake);
    return { browser: await this.pending.begin({ ...handshake, returnTo }), url };
  }

  /** Who came back, and where they wanted to go. */
  async finish(
    browser: string | undefined,
    query: string,
    caller: Caller,
  ): Promise<{ member: Act['actor']; returnTo: string }> {
    this.provider.settings();
    const { returnTo, ...handshake } = await this.pending.take(browser, new URLSearchParams(query).get('state'));
    const person = await this.provider.whoReturned(query, handshake);
    return { member: await this.members.memberOf(person, caller), returnTo };
  }

  /** Null as well where nobody signs in through a provider, or the provider does not answer: one is signed out here. */
  async signOutUrl(): Promise<string | null> {
    return this.provider.signOutUrl().catch(() => null);
  }
}
