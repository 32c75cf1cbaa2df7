import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { aMember, openBrowser, signIn, visit, type Answer, type Browser } from '../support/visitor.js';
import { openWorld, type World } from '../support/world.js';

const PASSWORD = 'hoa sen nở trong đầm';
const START = Date.parse('2026-07-02T05:00:00Z');

let world: World;
let login = '';
let memberId = '';
let secret = '';
let ids = 0;
let now = START;
let browser: Browser;
let recovery: string[] = [];

beforeAll(async () => {
  world = await openWorld({ SECRETS_KEY: 'mot-khoa-dai-du-ba-muoi-hai-ky-tu-de-thu' });
  jest.spyOn(world.clock, 'now').mockImplementation(() => new Date(now).toISOString());
}, 60_000);
afterAll(() => world.close());

/** What the device shows, so many steps of thirty seconds from now. */
const code = (steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + steps * 30_000 });
const enter = (more: object = {}): ReturnType<typeof signIn> => signIn(world, { login, password: PASSWORD, ...more });
const outcome = async (more: object): Promise<string> => {
  const { status, body } = await enter(more);
  return status === 201 ? '201' : `${status} ${body.code}`;
};
const post = <T>(path: string, body: object): Promise<Answer<T>> => browser.ask<T>(path, { method: 'POST', body });

beforeEach(async () => {
  now += 10 * 60_000;
  login = `nguoi${++ids}`;
  memberId = await aMember(world, login, PASSWORD);
  browser = await openBrowser(world, { login, password: PASSWORD });
  const proposal = await post<{ secret: string; uri: string }>('/me/totp', { password: PASSWORD });
  expect(proposal.status).toBe(201);
  secret = proposal.body.secret;
  expect(new URL(proposal.body.uri).searchParams.get('secret')).toBe(secret);
  const on = await post<{ recoveryCodes: string[] }>('/me/totp/confirmation', { code: code() });
  expect(on.status).toBe(201);
  recovery = on.body.recoveryCodes;
  now += 60_000;
});

describe('turning one-time codes on', () => {
  it('takes the password and a first code; until then signing in asks for none', async () => {
    const other = `nguoi${++ids}`;
    await aMember(world, other, PASSWORD);
    const theirs = await openBrowser(world, { login: other, password: PASSWORD });
    const ask = <T>(path: string, body: object): Promise<Answer<T>> => theirs.ask<T>(path, { method: 'POST', body });
    expect((await ask('/me/totp/confirmation', { code: '123456' })).body.code).toBe('access.totp-not-proposed');
    expect((await ask('/me/totp', { password: 'không phải mật khẩu' })).body.code).toBe('password.wrong-present');
    const { body } = await ask<{ secret: string }>('/me/totp', { password: PASSWORD });
    expect((await ask('/me/totp/confirmation', { code: '000000' })).body.code).toBe('access.code-not-taken');
    expect((await signIn(world, { login: other, password: PASSWORD })).status).toBe(201);
    const first = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate({ timestamp: now });
    expect((await ask('/me/totp/confirmation', { code: first })).status).toBe(201);
    expect((await signIn(world, { login: other, password: PASSWORD })).body.code).toBe('access.code-needed');
    expect((await ask('/me/totp', { password: PASSWORD })).body.code).toBe('access.totp-on');
  });

  it('is done by requests under keys of their own, as the pages send them; so is a new password', async () => {
    const other = `nguoi${++ids}`;
    await aMember(world, other, PASSWORD);
    const theirs = await openBrowser(world, { login: other, password: PASSWORD });
    const ask = <T>(path: string, body: object): Promise<Answer<T>> =>
      theirs.ask<T>(path, { method: 'POST', body, headers: { 'idempotency-key': `khoa-${other}-${path}` } });
    const { body } = await ask<{ secret: string }>('/me/totp', { password: PASSWORD });
    const first = new TOTP({ secret: Secret.fromBase32(body.secret) }).generate({ timestamp: now });
    const on = await ask<{ recoveryCodes: string[] }>('/me/totp/confirmation', { code: first });
    expect([on.status, on.body.recoveryCodes.length]).toEqual([201, 10]);
    const fresh = 'cánh cò bay lả bay la';
    expect((await ask('/me/password', { present: PASSWORD, password: fresh })).status).toBe(204);
    const [spare] = on.body.recoveryCodes;
    expect((await signIn(world, { login: other, password: PASSWORD, code: spare })).body.code).toBe(
      'access.wrong-credentials',
    );
    expect((await signIn(world, { login: other, password: fresh, code: spare })).status).toBe(201);
  });

  it('keeps the secret sealed and the recovery codes as digests', async () => {
    const [row] = await world.db.query<{ all: string }[]>(
      `select t::text || (select string_agg(r::text, ' ') from recovery_code r where r.member_id = $1) as all
       from totp t where member_id = $1`,
      [memberId],
    );
    const bytes = Buffer.from(Secret.fromBase32(secret).bytes);
    for (const plain of [
      secret,
      bytes.toString('hex'),
      bytes.toString('base64'),
      bytes.toString('base64url'),
      ...recovery,
    ])
      expect(row?.all).not.toContain(plain);
    expect(row?.all).toContain('v1.');
  });

  it('a sealed secret put into the row of another member opens nothing', async () => {
    const other = `nguoi${++ids}`;
    const id = await aMember(world, other, PASSWORD);
    await world.db.query(
      `insert into totp (member_id, secret, proposed_at, confirmed_at) select $2, secret, proposed_at, confirmed_at from totp where member_id = $1`,
      [memberId, id],
    );
    const quiet = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect((await signIn(world, { login: other, password: PASSWORD, code: code() })).status).toBe(500);
    quiet.mockRestore();
  });

  it('needs a key that all instances know', async () => {
    const bare = await openWorld();
    try {
      const reply = await bare.call<{ code: string }>('POST', '/me/totp', { password: 'mat-khau-thu-nghiem' });
      expect([reply.status, reply.body.code]).toEqual([503, 'access.no-secrets-key']);
    } finally {
      await bare.close();
    }
  });
});

describe('signing in with one-time codes on', () => {
  it('asks for the code only after the right password', async () => {
    expect(await outcome({})).toBe('401 access.code-needed');
    expect(await outcome({ password: 'sai mật khẩu rồi', code: code() })).toBe('401 access.wrong-credentials');
    expect(await outcome({ code: code() })).toBe('201');
  });

  it.each([
    [-2, '401 access.wrong-code'],
    [-1, '201'],
    [0, '201'],
    [1, '201'],
    [2, '401 access.wrong-code'],
  ])('takes the code of step %i: %s', async (step, expected) => {
    expect(await outcome({ code: code(step) })).toBe(expected);
  });

  it('takes each code once, also of two at once, and none older than the last', async () => {
    const shown = code();
    const both = await Promise.all([outcome({ code: shown }), outcome({ code: shown })]);
    expect(both.sort()).toEqual(['201', '401 access.wrong-code']);
    expect(await outcome({ code: code(-1) })).toBe('401 access.wrong-code');
    now += 30_000;
    expect(await outcome({ code: code() })).toBe('201');
  });

  it('takes each recovery code once, however it is typed', async () => {
    expect(new Set(recovery).size).toBe(10);
    expect(await outcome({ code: ` ${recovery[0]?.toLowerCase().replaceAll('-', ' ')} ` })).toBe('201');
    expect(await outcome({ code: recovery[0] })).toBe('401 access.wrong-code');
    expect(await outcome({ code: recovery[1] })).toBe('201');
    expect((await browser.ask<object>('/me')).body).toMatchObject({ totp: true, recoveryCodesLeft: 8 });
  });

  it('wrong codes are held back like wrong passwords', async () => {
    const seen: string[] = [];
    for (let i = 0; i < 8; i += 1) seen.push(await outcome({ code: '000000' }));
    expect(seen.at(-1)).toBe('429 access.too-many-attempts');
    expect(await outcome({ code: code() })).toBe('429 access.too-many-attempts');
  });
});

describe('turning one-time codes off', () => {
  const off = async (body: object): Promise<string> => {
    const reply = await browser.ask('/me/totp', { method: 'DELETE', body });
    return reply.status === 204 ? '204' : reply.body.code;
  };

  it('takes both the password and a code', async () => {
    expect(await off({ password: 'sai mật khẩu rồi', code: code() })).toBe('password.wrong-present');
    expect(await off({ password: PASSWORD, code: '000000' })).toBe('access.code-not-taken');
    expect(await off({ password: PASSWORD, code: code() })).toBe('204');
    expect(await off({ password: PASSWORD, code: recovery[0] })).toBe('access.totp-off');
    expect(await outcome({})).toBe('201');
  });

  it('is done by an administrator for whoever has lost everything', async () => {
    expect((await browser.ask(`/members/${memberId}/totp`, { method: 'DELETE' })).status).toBe(403);
    expect((await world.call('DELETE', `/members/${memberId}/totp`)).status).toBe(204);
    expect(
      (await visit(world, '/me', { headers: { cookie: `so-phoi-hop=${browser.cookies['so-phoi-hop']}` } })).status,
    ).toBe(401);
    expect(await outcome({})).toBe('201');
  });
});
