import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import Provider from 'oidc-provider';

export const CLIENT_ID = 'so-phoi-hop';
export const CLIENT_SECRET = 'bi-mat-thu-nghiem';

export interface Listening {
  url: string;
  port: number;
  answerWith: (listener: RequestListener) => void;
  close: () => Promise<void>;
}

/** A port of one's own on this machine, known before there is anything to answer on it. */
export async function listen(port = 0): Promise<Listening> {
  let listener: RequestListener = (_, reply) => reply.writeHead(503).end();
  const server: Server = createServer((request, reply) => {
    listener(request, reply);
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const own = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${own}`,
    port: own,
    answerWith: (next) => {
      listener = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** A real provider with a sign-in and a consent page; of the account `u-lan` the subject is `u-lan` and the login `lan`. */
export async function openProvider(registerUrl: string, port = 0): Promise<Listening & { forgetKeys: () => void }> {
  // It remarks on its development pages, on its keys and on Node 20.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  const place = await listen(port);
  const provider = new Provider(place.url, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${registerUrl}/api/v1/oidc/return`],
        post_logout_redirect_uris: [`${registerUrl}/`],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    cookies: { keys: ['khoa-thu-nghiem'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id.replace('u-', ''), name: `Đồng chí ${id.replace('u-', '')}` }),
    }),
  });
  const honest = provider.callback();
  place.answerWith(honest);
  return {
    ...place,
    /** From now on it signs with keys that it does not publish. */
    forgetKeys: () => {
      place.answerWith((request, reply) => {
        if (request.url === '/jwks') reply.setHeader('content-type', 'application/json').end('{"keys":[]}');
        else honest(request, reply);
      });
    },
  };
}
