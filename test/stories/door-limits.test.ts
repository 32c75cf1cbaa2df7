import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../../src/platform/http/problem.js';
import { anAgreement } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';

let world: World;

beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

async function raw(payload: Buffer, type = 'application/json'): Promise<{ status: number; code: string }> {
  const answer = await world.app.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    payload,
    headers: { 'content-type': type },
  });
  return { status: answer.statusCode, code: answer.json<Problem>().code };
}
const json = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('JSON', () => {
  it('is UTF-8: other bytes are refused, not replaced', async () => {
    const latin = Buffer.concat([json('{"login":"n'), Buffer.from([0xe9]), json('","password":"x"}')]);
    const cut = Buffer.concat([json('{"login":"'), Buffer.from([0xe1, 0xba]), json('","password":"x"}')]);
    const overlong = Buffer.concat([json('{"login":"'), Buffer.from([0xc0, 0xaf]), json('","password":"x"}')]);
    const surrogate = Buffer.concat([json('{"login":"'), Buffer.from([0xed, 0xa0, 0x80]), json('","password":"x"}')]);
    for (const bytes of [latin, cut, overlong, surrogate]) {
      expect(await raw(bytes)).toEqual({ status: 400, code: 'request.malformed' });
    }
    expect(await raw(json('{"login":"né ế","password":"x"}'))).toEqual({
      status: 401,
      code: 'access.wrong-credentials',
    });
    expect((await raw(json('\ufeff{"login":"x","password":"x"}'))).status).toBe(401);
  });

  it('carries no NUL and no control characters', async () => {
    expect(await raw(json('{"login":"a\\u0000b","password":"x"}'))).toEqual({ status: 422, code: 'request.invalid' });
    expect(await raw(json('{"login":"a\u0000b","password":"x"}'))).toEqual({ status: 400, code: 'request.malformed' });
  });

  it('goes 32 levels deep, not 33', async () => {
    const nested = (levels: number): Buffer => json('{"a":'.repeat(levels - 1) + '{}' + '}'.repeat(levels - 1));
    expect((await raw(nested(32))).code).toBe('request.invalid');
    expect(await raw(nested(33))).toEqual({ status: 400, code: 'request.malformed' });
  });

  it('is at most 2 MiB', async () => {
    const filled = (bytes: number): Buffer => json(`"${'x'.repeat(bytes - 2)}"`);
    const limit = 2 * 1024 * 1024;
    expect((await raw(filled(limit))).status).not.toBe(413);
    expect(await raw(filled(limit + 1))).toEqual({ status: 413, code: 'request.too-large' });
  });
});

describe('an address', () => {
  it('is at most 4,096 characters long', async () => {
    const path = (length: number): string => `/api/v1/bodies?q=${'a'.repeat(length - '/api/v1/bodies?q='.length)}`;
    expect((await world.call<Problem>('GET', path(4096))).body.code).toBe('request.invalid');
    expect((await world.call<Problem>('GET', path(4097))).body).toMatchObject({
      status: 414,
      code: 'request.address-too-long',
    });
  });

  it('has at most a hundred parameters', async () => {
    const query = (count: number): string => Array.from({ length: count }, (_, i) => `a${i}=1`).join('&');
    expect((await world.call<Problem>('GET', `/bodies?${query(100)}`)).body.code).toBe('request.invalid');
    expect((await world.call<Problem>('GET', `/bodies?${query(101)}`)).body.code).toBe('request.malformed');
  });

  it('says UTF-8', async () => {
    expect((await world.call('GET', '/bodies/%ff')).status).toBe(400);
    expect((await world.call('GET', '/bodies?q=%ff')).status).not.toBe(500);
  });
});

describe('a form', () => {
  const send = async (body: Buffer): Promise<{ status: number; code: string }> => {
    const id = await anAgreement(world.db);
    const { authorization } = await signed();
    const answer = await world.app.inject({
      method: 'POST',
      url: `/api/v1/agreements/${id}/documents`,
      payload: body,
      headers: { authorization, 'content-type': 'multipart/form-data; boundary=b' },
    });
    return { status: answer.statusCode, code: answer.json<Problem>().code };
  };
  const field = (name: string, value: string | Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n`),
      Buffer.from(value as string),
      Buffer.from('\r\n'),
    ]);
  const END = Buffer.from('--b--\r\n');
  async function signed(): Promise<{ authorization: string }> {
    const { body } = await world.call<{ token: string }>('POST', '/sessions', {
      login: 'admin',
      password: 'mat-khau-thu-nghiem',
    });
    return { authorization: `Bearer ${body.token}` };
  }

  it.each([
    ['more fields than twenty', 400, Array.from({ length: 21 }, (_, i) => field(`f${i}`, 'x'))],
    ['a field longer than 10,000 bytes', 413, [field('name', 'x'.repeat(10_001))]],
    ['a field that is not UTF-8', 400, [field('name', Buffer.from([0x61, 0xe9, 0x62]))]],
    ['a form cut off', 400, [field('name', 'x').subarray(0, 30)]],
  ])('is refused: %s', async (_, status, parts) => {
    expect((await send(Buffer.concat([...parts, END]))).status).toBe(status);
  });
});
