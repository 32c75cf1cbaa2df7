import { Inject, Injectable, Logger } from '@nestjs/common';
import * as client from 'openid-client';
import { Clock } from '../platform/clock/clock.js';
import { CONFIG, type Config, type OidcSettings } from '../platform/config/config.js';
import { faultOf } from './oidc.faults.js';
import { refuseOidc } from './oidc.refusals.js';

const ASKED_WITHIN_SECONDS = 5;
const KNOWN_FOR_MS = 3_600_000;
const SCOPE = 'openid profile';

/** What only this register and the provider know of one sign-in. */
export interface Handshake {
  state: string;
  nonce: string;
  verifier: string;
}

export interface Person {
  issuer: string;
  subject: string;
  /** What the provider calls them; asked for only when the subject is new. */
  profile: () => Promise<{ login: string | null; name: string | null }>;
}

const log = new Logger('oidc');

/** RFC 6749 §2.3.1 by default, else what the provider says it takes. */
function authentication(secret: string | null): client.ClientAuth {
  if (secret === null) return client.None();
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    (methods.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

/** A claim that a login or a name may be made of. */
function word(value: unknown): string | null {
  const text = typeof value === 'string' ? value.normalize('NFC').trim() : '';
  return text === '' || text.length > 100 || /[\p{Cc}\p{Cf}]/u.test(text) ? null : text;
}

/** The provider: found when first needed, so that the register starts without it; asked again every hour. */
@Injectable()
export class OidcProvider {
  private found: Promise<client.Configuration> | null = null;
  private until = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Refuses where nobody signs in through a provider. */
  settings(): OidcSettings {
    if (this.config.oidc === null) throw refuseOidc('off');
    return this.config.oidc;
  }

  newHandshake(): Handshake {
    return {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
  }

  /** Where the browser goes to sign in. */
  async signInUrl({ state, nonce, verifier }: Handshake): Promise<string> {
    const url = client.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.returnUrl('').href,
      scope: SCOPE,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return url.href;
  }

  /** Changes the code for an id token; its signature, issuer, audience, nonce and times are checked by the library. */
  async whoReturned(query: string, { state, nonce, verifier }: Handshake): Promise<Person> {
    const configuration = await this.configuration();
    const tokens = await client
      .authorizationCodeGrant(configuration, this.returnUrl(query), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      .catch(refuse);
    const claims = tokens.claims();
    if (!claims) throw refuseOidc('untrusted');
    const { claim } = this.settings();
    return {
      issuer: claims.iss,
      subject: claims.sub,
      profile: async () => {
        const told =
          word(claims[claim]) === null && configuration.serverMetadata().userinfo_endpoint !== undefined
            ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub).catch(refuse)
            : claims;
        return { login: word(told[claim]), name: word(told['name']) };
      },
    };
  }

  /** The provider's own sign-out (OpenID Connect RP-Initiated Logout 1.0); null when it has none. */
  async signOutUrl(): Promise<string | null> {
    const configuration = await this.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: this.address('/') }).href;
  }

  /** Of our own address, never of the Host header. */
  private returnUrl(query: string): URL {
    return new URL(this.address(`/api/v1/oidc/return${query}`));
  }

  private address(path: string): string {
    return `${this.config.publicUrl ?? ''}${path}`;
  }

  private configuration(): Promise<client.Configuration> {
    if (this.found && this.clock.ticks() < this.until) return this.found;
    const found = this.discover();
    this.found = found;
    this.until = this.clock.ticks() + KNOWN_FOR_MS;
    found.catch(() => {
      if (this.found === found) this.found = null;
    });
    return found;
  }

  private async discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings();
    const server = new URL(issuer);
    // Settings allow http to the machine itself only.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to be noticed
    const insecure = server.protocol === 'http:' ? [client.allowInsecureRequests] : [];
    try {
      return await client.discovery(server, clientId, undefined, authentication(clientSecret), {
        timeout: ASKED_WITHIN_SECONDS,
        execute: [client.enableNonRepudiationChecks, ...insecure],
      });
    } catch (error) {
      log.warn({ issuer, fault: error instanceof Error ? error.message : String(error) });
      throw refuseOidc('unreachable');
    }
  }
}

function refuse(error: unknown): never {
  const { name, message, code } = error as { name?: string; message?: string; code?: string };
  log.warn({ name, message, code });
  throw faultOf(error);
}
