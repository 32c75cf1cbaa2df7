import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { anAgreement } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';

let plain: World;
let secure: World;
let port: number;

beforeAll(async () => {
  plain = await openWorld();
  secure = await openWorld({ PUBLIC_URL: 'https://so.example.vn' });
  await plain.app.listen(0, '127.0.0.1');
  port = Number(new URL(await plain.app.getUrl()).port);
}, 60_000);
afterAll(async () => {
  await plain.close();
  await secure.close();
});

/** Sends bytes as they are and gives back the whole answer. */
function bytes(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (part: Buffer) => (answer += part.toString('utf8')));
    socket.on('close', () => {
      resolve(answer);
    });
    socket.on('error', reject);
    socket.setTimeout(5_000, () => socket.destroy());
  });
}

const STRICT = {
  'content-security-policy':
    "default-src 'none';object-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

describe('every answer', () => {
  it.each([
    ['a list', 'GET', '/bodies'],
    ['a refusal', 'GET', '/bodies/x'],
    ['an address where nothing is', 'GET', '/nothing'],
    ['an address that cannot be read', 'GET', '/bodies/%zz'],
    ['health', 'GET', '/health/live'],
    ['the API document', 'GET', '/api/openapi.json'],
  ])('forbids a browser everything: %s', async (_, method, path) => {
    const { headers } = await plain.call(method, path);
    expect(headers).toMatchObject(STRICT);
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['server']));
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('asks for https only where people come by https', async () => {
    expect((await plain.call('GET', '/bodies')).headers['strict-transport-security']).toBeUndefined();
    expect((await secure.call('GET', '/bodies')).headers['strict-transport-security']).toBe(
      'max-age=31536000; includeSubDomains',
    );
  });

  it('is JSON that nobody takes for a page, whatever was typed in', async () => {
    const title = `<script>alert(1)</script>"><img src=x onerror=alert(1)>`;
    const id = await anAgreement(plain.db, { title });
    const read = await plain.call('GET', `/agreements/${id}`, undefined, { accept: 'text/html' });
    expect(read.body.title).toBe(title);
    expect(read.headers).toMatchObject({ ...STRICT, 'content-type': 'application/json; charset=utf-8' });
    const asked = await plain.call('GET', `/agreements?q=${encodeURIComponent(title)}&limit=x`);
    expect(asked.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });
});

describe('the page to try the API', () => {
  it('allows its own files only, and has nothing inline', async () => {
    const { headers, body } = await plain.call<Buffer>('GET', '/api/docs');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';style-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const page = body.toString('utf8');
    expect(page).not.toMatch(/<style|style=|<script>|\son\w+=/);
    for (const [, file = ''] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const served = await plain.call<Buffer>('GET', file);
      expect([file, served.status, served.headers['x-content-type-options']]).toEqual([file, 200, 'nosniff']);
    }
  });

  it('serves no other file of the library, nor one beside it', async () => {
    for (const path of [
      'index.html',
      'package.json',
      '..%2fpackage.json',
      '%2e%2e/helmet/package.json',
      'oauth2-redirect.html',
    ])
      expect([path, (await plain.call('GET', `/api/docs/files/${path}`)).status]).toEqual([path, 404]);
  });
});

describe('what cannot be read as HTTP', () => {
  const headersOf = (answer: string): string => answer.slice(0, answer.indexOf('\r\n\r\n')).toLowerCase();

  it.each([
    ['a garbled request line', 'ABRAKADABRA\r\n\r\n', 400, 'request.malformed'],
    [
      'two lengths',
      'POST /api/v1/sessions HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      400,
      'request.malformed',
    ],
    [
      'a length beside chunks',
      'POST /api/v1/sessions HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'request.malformed',
    ],
    [
      'headers without end',
      `GET /health/live HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'request.headers-too-large',
    ],
  ])('is answered in our own words: %s', async (_, text, status, code) => {
    const answer = await bytes(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(headersOf(answer)).toContain('content-type: application/problem+json');
    for (const [name, value] of Object.entries(STRICT))
      expect(headersOf(answer)).toContain(`${name}: ${value.toLowerCase()}`);
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))).toMatchObject({ status, code });
  });
});
