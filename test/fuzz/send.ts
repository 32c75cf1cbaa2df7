import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { request } from 'node:http';
import type { Shot } from './requests.js';

export interface Echo {
  status: number;
  headers: Record<string, string | number | string[] | undefined>;
  bytes: Buffer;
  ms: number;
}

async function inject(app: NestFastifyApplication, shot: Shot): Promise<Omit<Echo, 'ms'>> {
  const { method, url, headers, payload } = shot;
  const answer = await app.inject({ method: method as 'GET', url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
}

/** Injection reads an address as a browser would; a socket does not. */
function overSocket(port: number, shot: Shot): Promise<Omit<Echo, 'ms'>> {
  const { method, url: path, headers } = shot;
  return new Promise((done, fail) => {
    const call = request(
      { host: '127.0.0.1', port, agent: false, method, path, headers, timeout: 20_000 },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('error', fail);
        answer.on('end', () => {
          done({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(pieces) });
        });
      },
    );
    call.on('timeout', () => call.destroy(new Error('no answer within 20 s')));
    call.on('error', fail);
    call.end();
  });
}

export interface Door {
  app: NestFastifyApplication;
  port: number;
}

/** An answer that is no HTTP at all has status 0. */
export async function send({ app, port }: Door, shot: Shot): Promise<Echo> {
  const start = performance.now();
  const answer = await (shot.raw ? overSocket(port, shot) : inject(app, shot)).catch((error: unknown) => ({
    status: 0,
    headers: {},
    bytes: Buffer.from(String(error)),
  }));
  return { ...answer, ms: performance.now() - start };
}
