import { describe, expect, it } from '@jest/globals';
import type { LookupAddress } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ForbiddenAddress, guardedLookup, guardedPost } from '../../src/platform/outgoing/guarded-post.js';
import { isPublicAddress } from '../../src/platform/outgoing/public-address.js';

describe('a public address', () => {
  it.each(['1.1.1.1', '8.8.8.8', '172.15.255.255', '172.32.0.0', '100.63.255.255', '100.128.0.0', '2606:4700::1111'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '127.255.255.255',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.0',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.0',
    '100.127.255.255',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    '2002:7f00:1::',
    '2001:0:4136:e378::',
    '2001:db8::1',
    'fe80::1%eth0',
    'localhost',
    '',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a name', () => {
  const asked = (answers: string[][], all = true): Promise<string | LookupAddress[]> => {
    const resolver = (_: string, __: object, done: (error: null, found: LookupAddress[]) => void): void => {
      done(
        null,
        (answers.shift() ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    };
    return new Promise((resolve, reject) => {
      guardedLookup(isPublicAddress, resolver)('x.example', { all }, (error, found) => {
        if (error) reject(error);
        else resolve(found);
      });
    });
  };

  it('gives the connection the very addresses that were checked, asked for once', async () => {
    const answers = [['8.8.8.8', '2606:4700::1111'], ['127.0.0.1']];
    expect(await asked(answers)).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ]);
    expect(answers).toHaveLength(1);
    expect(await asked([['8.8.8.8']], false)).toBe('8.8.8.8');
  });

  it('is refused for one inner address among several, and for none at all', async () => {
    await expect(asked([['8.8.8.8', '10.0.0.1']])).rejects.toBeInstanceOf(ForbiddenAddress);
    await expect(asked([['8.8.8.8', '::ffff:10.0.0.1']], false)).rejects.toBeInstanceOf(ForbiddenAddress);
    await expect(asked([[]])).rejects.toBeInstanceOf(ForbiddenAddress);
  });
});

describe('a message', () => {
  const withServer = async <T>(
    listener: Parameters<typeof createServer>[1],
    deed: (url: URL, server: Server) => Promise<T>,
  ): Promise<T> => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    try {
      return await deed(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`), server);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  };
  const send = (url: URL, allowLoopback: boolean): Promise<number> =>
    guardedPost({ url, headers: {}, body: '{}', allowLoopback });

  it('never reaches an inner address, by number or by name', async () => {
    let calls = 0;
    await withServer(
      (_, reply) => {
        calls += 1;
        reply.end();
      },
      async (url) => {
        for (const host of ['127.0.0.1', 'localhost', '[::1]', '0x7f.1', '2130706433']) {
          const aimed = new URL(`http://${host}:${url.port}/`);
          await expect(send(aimed, false)).rejects.toBeInstanceOf(ForbiddenAddress);
        }
        expect(calls).toBe(0);
        expect(await send(url, true)).toBe(200);
        expect(calls).toBe(1);
      },
    );
  });

  it('follows no redirect', async () => {
    let calls = 0;
    const status = await withServer(
      (_, reply) => {
        calls += 1;
        reply.writeHead(302, { location: '/elsewhere' }).end();
      },
      (url) => send(url, true),
    );
    expect([status, calls]).toEqual([302, 1]);
  });

  it('reads 64 kB of an endless answer and leaves', async () => {
    let sent = 0;
    const status = await withServer(
      (_, reply) => {
        const more = (): void => {
          while (!reply.destroyed && sent < 50_000_000 && reply.write(Buffer.alloc(16_384))) sent += 16_384;
        };
        reply.on('drain', more);
        more();
      },
      (url) => send(url, true),
    );
    expect(status).toBe(200);
    expect(sent).toBeLessThan(50_000_000);
  });

  it('waits ten seconds for an answer', async () => {
    const began = performance.now();
    await expect(
      withServer(
        () => undefined,
        (url) => send(url, true),
      ),
    ).rejects.toThrow(/abort|timeout/i);
    expect(performance.now() - began).toBeGreaterThan(9_000);
    expect(performance.now() - began).toBeLessThan(14_000);
  }, 20_000);
});
