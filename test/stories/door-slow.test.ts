import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { openWorld, type World } from '../support/world.js';

let world: World;
let port: number;
let server: Server;

beforeAll(async () => {
  world = await openWorld();
  await world.app.listen(0, '127.0.0.1');
  port = Number(new URL(await world.app.getUrl()).port);
  server = world.app.getHttpServer();
}, 60_000);
afterAll(() => world.close());

/** Sends one part after another with a pause between, until the server hangs up. */
function drip(parts: string[], pauseMs: number): Promise<{ answer: string; ms: number }> {
  const began = performance.now();
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    const next = (): void => {
      const part = parts.shift();
      if (part === undefined || socket.destroyed) return;
      socket.write(part);
      timer = setTimeout(next, pauseMs);
    };
    let timer = setTimeout(next, 0);
    socket.on('data', (part: Buffer) => (answer += part.toString('utf8')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve({ answer, ms: performance.now() - began });
    });
  });
}

describe('a caller who drips', () => {
  it('has fifteen seconds for the headers, five minutes for all, three minutes of silence', () => {
    expect([server.headersTimeout, server.requestTimeout, server.timeout, server.keepAliveTimeout]).toEqual([
      15_000, 300_000, 180_000, 65_000,
    ]);
  });

  it('is cut off in the middle of the headers, in our own words', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `x-${i}: a\r\n`);
    const { answer, ms } = await drip(['GET /health/live HTTP/1.1\r\nhost: x\r\n', ...lines], 1_000);
    expect(ms).toBeGreaterThan(14_000);
    expect(ms).toBeLessThan(25_000);
    expect(answer).toMatch(/^HTTP\/1.1 408 [\s\S]*"code":"request.too-slow"/);
  }, 40_000);
});
