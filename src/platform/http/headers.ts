import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';
import type { ServerResponse } from 'node:http';

export type Headers = Record<string, string>;

const YEAR_IN_SECONDS = 365 * 86_400;
const NO_DEVICES = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
  .map((device) => `${device}=()`)
  .join(', ');

type Directives = Record<string, string[]>;

/** An answer for programs: whatever a browser would do with it is forbidden (ASVS 3.2.1, 3.4.3, 3.4.6). */
const NOTHING: Directives = {
  defaultSrc: ["'none'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** The page to try the API: its own files only, nothing inline. The pictures inside its style sheet are data. */
const OWN_FILES: Directives = {
  ...NOTHING,
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
};

/** The interface: its own files; a style sheet that a library adds names the nonce of the page. Pictures of evidence are blobs. */
function interfacePolicy(nonce: string): string {
  const directives = {
    ...OWN_FILES,
    styleSrc: ["'self'", `'nonce-${nonce}'`],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
  };
  const { 'content-security-policy': policy = '' } = gathered({
    contentSecurityPolicy: { useDefaults: false, directives },
  });
  return policy;
}

/** A file to be kept, not shown: opened all the same, it may do nothing and belongs to no site (ASVS 3.2.1). */
export const KEPT_NOT_SHOWN =
  "default-src 'none';object-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';sandbox";

/** What the library would set on an answer, gathered once: the faults of the bare HTTP layer need it too. */
function gathered(options: HelmetOptions): Headers {
  const found: Headers = {};
  const recorder = {
    setHeader: (name: string, value: string) => {
      found[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  helmet(options)({} as never, recorder as unknown as ServerResponse, () => undefined);
  return found;
}

function headers(directives: Directives, https: boolean): Headers {
  return {
    ...gathered({
      contentSecurityPolicy: { useDefaults: false, directives },
      strictTransportSecurity: https ? { maxAge: YEAR_IN_SECONDS, includeSubDomains: true } : false,
      xFrameOptions: { action: 'deny' },
      referrerPolicy: { policy: 'no-referrer' },
    }),
    'permissions-policy': NO_DEVICES,
    'cache-control': 'no-store',
  };
}

export interface SecurityHeaders {
  api: Headers;
  page: Headers;
  /** For the interface, with the nonce of this one answer. */
  app: (nonce: string) => Headers;
}

/** HSTS only where people come by https: told over plain HTTP it would be ignored, told wrongly it locks them out. */
export function securityHeaders(publicUrl: string | null): SecurityHeaders {
  const https = publicUrl?.startsWith('https://') ?? false;
  const page = headers(OWN_FILES, https);
  const app = (nonce: string): Headers => ({ ...page, 'content-security-policy': interfacePolicy(nonce) });
  return { api: headers(NOTHING, https), page, app };
}

/** Set before anything can fail; a route may set its own over them. */
export function guardHeaders(server: FastifyInstance, { api }: SecurityHeaders): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers({ ...api, 'x-request-id': request.id });
    done();
  });
}
