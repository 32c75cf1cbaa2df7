import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from '../../src/platform/http/paging.js';
import type { Problem } from '../../src/platform/http/problem.js';
import { openWorld, type Reply, type World } from '../support/world.js';

interface Token {
  id: string;
  token: string;
  name: string;
  scopes: string[];
  expiresOn: string;
  lastUsedAt: string | null;
  lastUsedFrom: string | null;
  revokedAt: string | null;
}

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

const sent = (changes: object = {}): object => ({
  name: 'Báo cáo sang hệ thống tỉnh',
  scopes: ['agreements.read'],
  expiresOn: '2026-12-31',
  ...changes,
});
const make = (changes: object = {}, headers: Record<string, string> = {}): Promise<Reply<Token & Problem>> =>
  world.call('POST', '/me/tokens', sent(changes), headers);
const by = (token: string) => ({ authorization: `Bearer ${token}` });
const reads = async (token: string, path = '/agreements'): Promise<string> => {
  const { status, body } = await world.call<{ code?: string }>('GET', path, undefined, by(token));
  return `${status} ${body.code ?? ''}`.trim();
};

/** Signed in as a member who holds no seat. */
async function signedIn(login: string): Promise<{ id: string; session: string }> {
  const password = 'mat-khau-dai-cua-toi';
  const made = await world.call<{ id: string }>('POST', '/members', { login, fullName: login, password });
  const { body } = await world.call<{ token: string }>('POST', '/sessions', { login, password });
  return { id: made.body.id, session: body.token };
}

describe('a personal access token', () => {
  it('is shown once, known to secret scanners by its prefix, and nowhere in the database', async () => {
    const { status, body } = await make({}, { 'idempotency-key': 'khoa-cua-chuong-trinh' });
    expect([status, body.token]).toEqual([201, expect.stringMatching(/^sph_[\w-]{43}$/)]);
    expect(await reads(body.token)).toBe('200');
    const list = await world.call<Page<Token>>('GET', '/me/tokens');
    expect(list.body.items).toMatchObject([
      { id: body.id, name: 'Báo cáo sang hệ thống tỉnh', expiresOn: '2026-12-31' },
    ]);
    expect(JSON.stringify(list.body)).not.toMatch(/sph_|hash/i);
    const tables = await world.db.query<{ name: string }[]>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const rows = await world.db.query<object[]>(
        `select 1 from "${name}" r where strpos(r::text, $1) > 0 or strpos(r::text, $2) > 0`,
        [body.token, body.token.slice(4)],
      );
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });

  it('is not made twice nor shown again by a repeat with the same key', async () => {
    const key = { 'idempotency-key': 'lap-lai-mot-lan' };
    expect((await make({ name: 'một lần' }, key)).status).toBe(201);
    const again = await make({ name: 'một lần' }, key);
    expect([again.status, again.body.code, again.body.token]).toEqual([409, 'token.shown-once', undefined]);
  });

  it('may what it was given and its owner may, no more', async () => {
    const one = (await make()).body.token;
    expect(await reads(one)).toBe('200');
    expect(await reads(one, '/members')).toBe('403 token.out-of-scope');
    const write = await world.call('POST', '/bodies', {}, by(one));
    expect([write.status, write.body['code']]).toEqual([403, 'token.out-of-scope']);

    const all = (await make({ scopes: ['*.read'] })).body.token;
    expect(await reads(all)).toBe('200');
    expect(await reads(all, '/members')).toBe('200');
    expect((await world.call('POST', '/bodies', {}, by(all))).status).toBe(403);

    const { session } = await signedIn('khong-ghe');
    const poor = await world.call<Token>(
      'POST',
      '/me/tokens',
      sent({ scopes: ['members.read', '*.read'] }),
      by(session),
    );
    expect(poor.status).toBe(201);
    expect(await reads(poor.body.token, '/members')).toBe('403 request.forbidden');
  });

  it('loses what its owner loses', async () => {
    const { id, session } = await signedIn('doi-vai');
    await world.db.query(
      `insert into seat_holding (seat_id, member_id, from_on)
       select id, $1, '2000-01-01' from seat where role = 'ADMINISTRATOR' and body_id is null`,
      [id],
    );
    const { token } = (await world.call<Token>('POST', '/me/tokens', sent(), by(session))).body;
    expect(await reads(token)).toBe('200');
    await world.db.query(`delete from seat_holding where member_id = $1`, [id]);
    expect(await reads(token)).toBe('403 request.forbidden');
  });

  it.each([
    ['unknown', 'bodies.eat', 'token.scope-unknown'],
    ['unknown', '*', 'token.scope-unknown'],
    ['open to everybody', 'everybody', 'token.scope-unknown'],
    ['of a session', 'sessions.own', 'token.scope-for-people'],
    ['to make tokens', 'tokens.own', 'token.scope-for-people'],
    ['to make ways in for others', 'members.keep', 'token.scope-for-people'],
  ])('is not given a right that is %s: %s', async (_, right, code) => {
    const { status, body } = await make({ scopes: ['agreements.read', right] });
    expect([status, body.code, body.pointer]).toEqual([422, code, '/scopes/1']);
  });

  it('is for something', async () => {
    expect((await make({ scopes: [] })).body).toMatchObject({ status: 422, code: 'token.scope-missing' });
  });

  it('makes no tokens, no sessions and no members, whatever its row says', async () => {
    const { id, token } = (await make()).body;
    await world.db.query(
      `update access_token set scopes = '{tokens.own,sessions.own,members.keep,agreements.read}' where id = $1`,
      [id],
    );
    expect(await reads(token)).toBe('200');
    for (const [method, path] of [
      ['GET', '/me/tokens'],
      ['POST', '/me/tokens'],
      ['DELETE', `/me/tokens/${id}`],
      ['GET', '/sessions/current'],
      ['DELETE', '/sessions/current'],
      ['POST', '/members'],
    ] as const) {
      const { status, body } = await world.call(method, path, method === 'POST' ? {} : undefined, by(token));
      expect([path, status, body['code']]).toEqual([path, 403, 'token.out-of-scope']);
    }
  });

  it('ends on its last day, at the latest after 366 days', async () => {
    world.clock.set('2026-07-02');
    for (const [expiresOn, status] of [
      ['2026-07-01', 422],
      ['2026-07-02', 201],
      ['2027-07-03', 201],
      ['2027-07-04', 422],
    ] as const) {
      expect([expiresOn, (await make({ expiresOn })).status]).toEqual([expiresOn, status]);
    }
    expect((await make({ expiresOn: undefined })).status).toBe(422);
    const { token } = (await make({ expiresOn: '2026-08-31' })).body;
    world.clock.set('2026-08-31');
    expect(await reads(token)).toBe('200');
    world.clock.set('2026-09-01');
    expect(await reads(token)).toBe('401 request.not-signed-in');
    world.clock.set('2026-07-02');
  });

  it('is revoked by its owner at once, and by nobody else', async () => {
    const { id, token } = (await make()).body;
    const { session } = await signedIn('nguoi-la');
    expect((await world.call('DELETE', `/me/tokens/${id}`, undefined, by(session))).body['code']).toBe('token.unknown');
    expect(await reads(token)).toBe('200');
    expect((await world.call('DELETE', `/me/tokens/${id}`)).status).toBe(204);
    expect(await reads(token)).toBe('401 request.not-signed-in');
    expect((await world.call('DELETE', `/me/tokens/${id}`)).status).toBe(204);
    const deeds = await world.db.query<{ what: string }[]>(
      `select what from audit_entry where subject_id = $1 order by id`,
      [id],
    );
    expect(deeds.map(({ what }) => what)).toEqual(['token.made', 'token.revoked']);
  });

  it('is listed and revoked by the administrator', async () => {
    const { id, session } = await signedIn('co-ma');
    const made = (await world.call<Token>('POST', '/me/tokens', sent(), by(session))).body;
    const path = `/members/${id}/tokens`;
    expect((await world.call('GET', path, undefined, by(session))).status).toBe(403);
    const list = await world.call<Page<Token>>('GET', path);
    expect(list.body.items).toMatchObject([{ id: made.id, revokedAt: null }]);
    expect(JSON.stringify(list.body)).not.toMatch(/sph_|hash/i);
    expect((await world.call('DELETE', `${path}/${made.id}`)).status).toBe(204);
    expect(await reads(made.token)).toBe('401 request.not-signed-in');
    expect((await world.call<Page<Token>>('GET', path)).body.items[0]?.revokedAt).not.toBeNull();
  });

  it('stops with its owner', async () => {
    const { id, session } = await signedIn('nghi-viec');
    const { token } = (await world.call<Token>('POST', '/me/tokens', sent(), by(session))).body;
    expect(await reads(token)).toBe('403 request.forbidden');
    await world.db.query(`update member set disabled_at = now() where id = $1`, [id]);
    expect(await reads(token)).toBe('401 request.not-signed-in');
  });

  it.each(['', 'x', 'A'.repeat(43)])('is nobody’s when it is made up: sph_%s', async (rest) => {
    expect(await reads(`sph_${rest}`)).toBe('401 request.not-signed-in');
  });

  it('tells when and from where it was last used, written at most once a minute', async () => {
    const { id, token } = (await make()).body;
    const used = async (): Promise<Token> =>
      (await world.call<Page<Token>>('GET', '/me/tokens?limit=200')).body.items.find((row) => row.id === id)!;
    expect(await used()).toMatchObject({ lastUsedAt: null, lastUsedFrom: null });
    await reads(token);
    const first = await used();
    expect(first).toMatchObject({ lastUsedAt: expect.stringMatching(/^2026-07-02T/), lastUsedFrom: '127.0.0.1' });
    const back = (seconds: number) =>
      world.db.query(`update access_token set last_used_at = last_used_at - make_interval(secs => $2) where id = $1`, [
        id,
        seconds,
      ]);
    await back(30);
    const half = await used();
    await reads(token);
    expect((await used()).lastUsedAt).toBe(half.lastUsedAt);
    await back(30);
    await reads(token);
    expect(Date.parse((await used()).lastUsedAt!)).toBeGreaterThanOrEqual(Date.parse(first.lastUsedAt!));
  });

  it('is one of fifty at most, counted without the revoked ones', async () => {
    const { session } = await signedIn('nhieu-ma');
    const another = () => world.call<Token>('POST', '/me/tokens', sent(), by(session));
    let last = '';
    for (let i = 0; i < 50; i += 1) last = (await another()).body.id;
    expect((await another()).body).toMatchObject({ status: 409, code: 'token.too-many' });
    await world.call('DELETE', `/me/tokens/${last}`, undefined, by(session));
    // With the connections open beforehand the six truly meet.
    await Promise.all(Array.from({ length: 8 }, () => world.db.query(`select pg_sleep(0.3)`)));
    const replies = await Promise.all(Array.from({ length: 6 }, another));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });
});
