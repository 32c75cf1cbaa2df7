import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BodyAnswer } from '../../src/bodies/body.contract.js';
import type { Problem } from '../../src/platform/http/problem.js';
import { openWorld, type Reply, type World } from '../support/world.js';

let world: World;
let codes = 0;

beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

const sent = (changes: object = {}): object => ({
  code: `CQ${++codes}`,
  nameVi: 'Ban Dân vận Quận ủy',
  system: 'PARTY',
  level: 'DISTRICT',
  ...changes,
});
const post = (input: unknown, headers: Record<string, string> = {}): Promise<Reply<BodyAnswer & Problem>> =>
  world.call('POST', '/bodies', input, headers);
const patch = (id: string, input: object, headers: Record<string, string> = {}): Promise<Reply<BodyAnswer & Problem>> =>
  world.call('PATCH', `/bodies/${id}`, input, headers);
const faults = (reply: Reply<Problem>): string[][] =>
  (reply.body.errors ?? []).map(({ pointer, code }) => [pointer, code]);

/** Signing in with text as it comes over the wire, which need not be JSON. */
async function signInRaw(payload: string, type = 'application/json'): Promise<{ status: number; body: Problem }> {
  const answer = await world.app.inject({
    method: 'POST',
    url: '/api/v1/sessions',
    payload,
    headers: { 'content-type': type },
  });
  return { status: answer.statusCode, body: answer.json() };
}

describe('a refusal', () => {
  it('is a problem with a stable code, in Vietnamese unless English is asked for', async () => {
    const vi = await world.call<Problem>('GET', '/agreements/00000000-0000-4000-8000-000000000000');
    expect(vi).toMatchObject({
      status: 404,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'content-language': 'vi' },
      body: {
        type: 'urn:so-phoi-hop:agreement.unknown',
        title: 'Không tìm thấy',
        status: 404,
        code: 'agreement.unknown',
        detail: 'Không có văn bản này trong sổ.',
        detailVi: 'Không có văn bản này trong sổ.',
        detailEn: 'There is no such agreement in the register.',
        instance: '/api/v1/agreements/00000000-0000-4000-8000-000000000000',
      },
    });
    const en = await world.call<Problem>('GET', '/agreements/00000000-0000-4000-8000-000000000000', undefined, {
      'accept-language': 'en-GB,en;q=0.9,vi;q=0.5',
    });
    expect(en.body).toMatchObject({ code: 'agreement.unknown', detail: 'There is no such agreement in the register.' });
    expect(en.headers['content-language']).toBe('en');
  });

  it('names every field at once, each by its pointer', async () => {
    const reply = await world.call<Problem>('POST', '/agreements', {
      kind: 'TREATY',
      parties: [{ bodyId: 'x' }, { bodyId: null, rank: 1 }],
      secrecy: 'MẬT',
      noSecretConfirmed: 'true',
    });
    expect([reply.status, reply.body.code]).toEqual([422, 'request.invalid']);
    expect(faults(reply).sort()).toEqual([
      ['/kind', 'field.not-one-of'],
      ['/noSecretConfirmed', 'field.not-yes-or-no'],
      ['/parties/0/bodyId', 'field.not-an-id'],
      ['/parties/1/bodyId', 'field.required'],
      ['/parties/1/rank', 'field.unknown'],
      ['/secrecy', 'field.unknown'],
      ['/title', 'field.required'],
    ]);
  });

  it.each([
    ['a number for text', { nameVi: 5 }, 'field.not-text'],
    ['blanks', { nameVi: '   ' }, 'field.too-short'],
    ['a NUL', { nameVi: 'a\0b' }, 'field.bad-characters'],
    ['half a surrogate pair', { nameVi: 'a\ud800b' }, 'field.bad-characters'],
    ['a huge text', { nameVi: 'x'.repeat(1_000_000) }, 'field.too-long'],
    ['a list', { nameVi: ['a'] }, 'field.not-text'],
  ])('meets %s', async (_, changes, code) => {
    const reply = await post(sent(changes));
    expect([reply.status, faults(reply)]).toEqual([422, [['/nameVi', code]]]);
  });

  it('meets lists where groups belong, and lists without end', async () => {
    const parties = async (value: unknown): Promise<string[][]> =>
      faults(
        await world.call<Problem>('POST', '/agreements', {
          kind: 'PLAN',
          title: 'x',
          noSecretConfirmed: true,
          parties: value,
        }),
      );
    expect(await parties('a')).toEqual([['/parties', 'field.not-a-list']]);
    expect(await parties({ 0: {} })).toEqual([['/parties', 'field.not-a-list']]);
    expect((await parties([[{}], 1]))[0]?.[1]).toBe('field.not-an-object');
    const long = (length: number): object[] => Array.from({ length }, () => ({}));
    expect(await parties(long(1001))).toEqual([['/parties', 'field.too-many']]);
    const endless = await world.call<Problem>('POST', '/agreements', { parties: long(100_000) });
    expect([endless.status, endless.body.code]).toEqual([413, 'request.too-large']);
  });

  it('meets what is not JSON, what is too large, and what would poison a prototype', async () => {
    for (const payload of ['{"login":', '', '{"__proto__":{"a":1}}', '{"constructor":{"prototype":{}}}']) {
      expect(await signInRaw(payload)).toMatchObject({ status: 400, body: { code: 'request.malformed' } });
    }
    const large = await signInRaw(JSON.stringify({ login: 'x'.repeat(3_000_000), password: 'x' }));
    expect([large.status, large.body.code]).toEqual([413, 'request.too-large']);
    const xml = await signInRaw('<a/>', 'application/xml');
    expect([xml.status, xml.body.code]).toEqual([415, 'request.unsupported-media']);
  });

  it.each([
    'limit=0',
    'limit=9999',
    'limit=abc',
    'limit=-1',
    'limit=1e400',
    'limit=1.5',
    'limit=1&limit=2',
    'page=2',
    'q=%00',
  ])('meets the query %s', async (query) => {
    expect((await world.call('GET', `/bodies?${query}`)).body).toMatchObject({ status: 422, code: 'request.invalid' });
  });

  it.each(['zzz', 'W10', 'bnVsbA', Buffer.from('["a","b"]').toString('base64url')])(
    'meets the cursor %s',
    async (cursor) => {
      const reply = await world.call<Problem>('GET', `/bodies?cursor=${cursor}`);
      expect(reply.body).toMatchObject({ status: 400, code: 'request.bad-cursor', pointer: '/cursor' });
    },
  );

  it('meets an address with a bad identifier as one where nothing is', async () => {
    expect((await world.call('GET', '/bodies/x')).body).toMatchObject({ status: 404, code: 'request.bad-id' });
    expect((await world.call('GET', '/nothing')).body).toMatchObject({ status: 404, code: 'request.not-found' });
  });
});

describe('signing in', () => {
  it.each(['', 'Bearer', 'Bearer x', `Bearer ${'A'.repeat(43)}`, 'Basic YWRtaW46eA=='])(
    'is asked of «%s»',
    async (authorization) => {
      const reply = await world.call<Problem>('GET', '/bodies', undefined, { authorization });
      expect([reply.status, reply.body.code]).toEqual([401, 'request.not-signed-in']);
      expect(reply.headers['www-authenticate']).toBe('Bearer');
    },
  );

  it('says the same of a wrong password and of an unknown login', async () => {
    const sign = (login: string): Promise<Reply<Problem>> =>
      world.call('POST', '/sessions', { login, password: 'khong-phai' });
    const [wrong, unknown] = [await sign('admin'), await sign('khong-co')];
    expect(wrong.body).toMatchObject({ status: 401, code: 'access.wrong-credentials' });
    expect(unknown.body).toEqual(wrong.body);
  });
});

describe('lost updates', () => {
  it('a change names the version it has seen', async () => {
    const made = await post(sent());
    expect(made.headers.etag).toBe('"1"');
    const { id } = made.body;
    expect((await patch(id, { nameVi: 'A' })).body).toMatchObject({ status: 428, code: 'request.version-needed' });
    for (const stale of ['"2"', '"99"', 'abc', '"1", "2"']) {
      expect((await patch(id, { nameVi: 'A' }, { 'if-match': stale })).body.code).toBe('request.version-changed');
    }
    const changed = await patch(id, { nameVi: 'A' }, { 'if-match': '"1"' });
    expect([changed.status, changed.body.nameVi, changed.headers.etag]).toEqual([200, 'A', '"2"']);
  });

  it('of two changes at once one wins and the other is told', async () => {
    const { id } = (await post(sent())).body;
    const change = (nameVi: string): Promise<Reply<unknown>> => patch(id, { nameVi }, { 'if-match': '"1"' });
    const replies = await Promise.all([change('A'), change('B')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('a required field is never emptied by null', async () => {
    const { id } = (await post(sent())).body;
    for (const field of ['nameVi', 'system', 'level']) {
      const reply = await patch(id, { [field]: null }, { 'if-match': '"1"' });
      expect([reply.status, faults(reply).map(([pointer]) => pointer)]).toEqual([422, [`/${field}`]]);
    }
    expect((await patch(id, { abbreviation: null }, { 'if-match': '"1"' })).status).toBe(200);
  });
});
