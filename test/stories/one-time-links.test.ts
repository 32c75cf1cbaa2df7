import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AdministratorService } from '../../src/access/administrator.service.js';
import { PasswordsService } from '../../src/access/passwords.service.js';
import { aMember, signIn, visit, type Answer } from '../support/visitor.js';
import { openWorld, type World } from '../support/world.js';

const PASSWORD = 'hoa sen nở trong đầm';
const OTHER = 'mùa nước nổi về sớm';

interface Link {
  token: string;
  link: string;
  expiresAt: string;
}
interface Registered {
  id: string;
  login: string;
  invitation: Link | null;
}

let world: World;
let ids = 0;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

async function invited(headers: Record<string, string> = {}): Promise<Registered> {
  const login = `moi${++ids}`;
  const reply = await world.call<Registered>('POST', '/members', { login, fullName: login }, headers);
  expect(reply.status).toBe(201);
  return reply.body;
}
const choose = (token: string | undefined, password: string): Promise<Answer<Record<string, never>>> =>
  visit(world, '/password-choice', { method: 'POST', body: { token, password } });
const reset = async (id: string): Promise<Link> => {
  const { body } = await world.call<{ reset: Link | null }>('POST', `/members/${id}/password-reset`);
  if (!body.reset) throw new Error('no link');
  return body.reset;
};

describe('an invitation', () => {
  it('lets a new member choose a password, once; before, nothing signs in', async () => {
    const { id, login, invitation } = await invited();
    expect(invitation?.link).toBe(`/dat-mat-khau#token=${invitation?.token}`);
    expect((await signIn(world, { login, password: PASSWORD })).body.code).toBe('access.wrong-credentials');
    expect((await choose(invitation?.token, 'quá ngắn')).body).toMatchObject({
      code: 'password.too-short',
      pointer: '/password',
    });
    expect((await choose(invitation?.token, PASSWORD)).status).toBe(204);
    expect((await signIn(world, { login, password: PASSWORD })).status).toBe(201);
    expect((await choose(invitation?.token, OTHER)).body).toMatchObject({ status: 422, code: 'access.link-spent' });
    const [entry] = await world.db.query<{ actor_id: string }[]>(
      `select actor_id from audit_entry where what = 'password.chosen' and subject_id = $1`,
      [id],
    );
    expect(entry?.actor_id).toBe(id);
  });

  it('of two who use it at once serves one', async () => {
    const { invitation } = await invited();
    // Neither goes on before both have found the link unused.
    let arrived = 0;
    let bothAreHere = (): void => undefined;
    const together = new Promise<void>((resolve) => (bothAreHere = resolve));
    const hashing = jest.spyOn(PasswordsService.prototype, 'hash').mockImplementation(async (password) => {
      if (++arrived === 2) bothAreHere();
      await together;
      return `not-argon:${password}`;
    });
    const both = await Promise.all([choose(invitation?.token, PASSWORD), choose(invitation?.token, OTHER)]);
    hashing.mockRestore();
    expect(both.map(({ status }) => status).sort()).toEqual([204, 422]);
  });

  it('is good for seven days', async () => {
    const { invitation } = await invited();
    const end = Date.parse(invitation?.expiresAt ?? '');
    expect(end - Date.parse(world.clock.now())).toBeGreaterThan(6.9 * 24 * 3600_000);
    const now = jest.spyOn(world.clock, 'now').mockReturnValue(new Date(end).toISOString());
    expect((await choose(invitation?.token, PASSWORD)).body.code).toBe('access.link-spent');
    now.mockReturnValue(new Date(end - 1).toISOString());
    expect((await choose(invitation?.token, PASSWORD)).status).toBe(204);
    now.mockRestore();
  });

  it('is kept as a digest, in no kept answer and in no audit entry; a repeat shows none', async () => {
    const headers = { 'idempotency-key': 'moi-mot-nguoi-moi' };
    const { login, invitation } = await invited(headers);
    const again = await world.call<Registered>('POST', '/members', { login, fullName: login }, headers);
    expect([again.status, again.body.invitation]).toEqual([201, null]);
    const [{ all }] = await world.db.query<[{ all: string }]>(
      `select concat((select string_agg(l::text, ' ') from one_time_link l), (select string_agg(k::text, ' ') from idempotency_key k),
         (select string_agg(e::text, ' ') from audit_entry e)) as all`,
    );
    expect(all).toContain(login);
    expect(all).not.toContain(invitation?.token);
  });

  it('that nobody made opens nothing', async () => {
    for (const token of ['A'.repeat(43), 'x', `' or true --`])
      expect((await choose(token, PASSWORD)).body.code).toBe('access.link-spent');
  });
});

describe('a reset', () => {
  it('makes a link good for a day, ends the links before, and all sessions once used', async () => {
    const login = `quen${++ids}`;
    const id = await aMember(world, login, PASSWORD);
    const { token } = (await signIn(world, { login, password: PASSWORD })).body;
    const me = async (): Promise<number> =>
      (await visit(world, '/me', { headers: { authorization: `Bearer ${token}` } })).status;
    const [first, second] = [await reset(id), await reset(id)];
    expect(Date.parse(second.expiresAt) - Date.parse(world.clock.now())).toBeLessThanOrEqual(24 * 3600_000);
    expect((await choose(first.token, OTHER)).body.code).toBe('access.link-spent');
    expect(await me()).toBe(200);
    expect((await choose(second.token, OTHER)).status).toBe(204);
    expect(await me()).toBe(401);
    expect((await signIn(world, { login, password: PASSWORD })).status).toBe(401);
    expect((await signIn(world, { login, password: OTHER })).status).toBe(201);
  });

  it('opens nothing for somebody who is suspended, before or after', async () => {
    const id = await aMember(world, `khoa${++ids}`, PASSWORD);
    const before = await reset(id);
    await world.call('POST', `/members/${id}/suspension`);
    const after = await reset(id);
    for (const { token } of [before, after]) expect((await choose(token, OTHER)).body.code).toBe('access.link-spent');
    await world.call('DELETE', `/members/${id}/suspension`);
    expect((await choose(before.token, OTHER)).body.code).toBe('access.link-spent');
    expect((await choose(after.token, OTHER)).status).toBe(204);
  });

  it('is made by who keeps the members, and for a member that exists', async () => {
    const login = `thuong${++ids}`;
    const id = await aMember(world, login, PASSWORD);
    const { token } = (await signIn(world, { login, password: PASSWORD })).body;
    const headers = { authorization: `Bearer ${token}` };
    expect((await visit(world, `/members/${id}/password-reset`, { method: 'POST', headers })).status).toBe(403);
    const nobody = await world.call<{ code: string }>(
      'POST',
      `/members/${'0'.repeat(8)}-0000-4000-8000-000000000000/password-reset`,
    );
    expect([nobody.status, nobody.body.code]).toEqual([404, 'member.not-found']);
  });
});

describe('the first administrator', () => {
  it('comes with a link, once, into an empty register only', async () => {
    const administrators = world.app.get(AdministratorService);
    expect(await administrators.ensure('hai', null)).toBeNull();
    await world.db.query('truncate member cascade');
    const link = await administrators.ensure('admin', null);
    expect(await administrators.ensure('admin', null)).toBeNull();
    expect((await signIn(world, { login: 'admin', password: PASSWORD })).status).toBe(401);
    expect((await choose(link?.token, PASSWORD)).status).toBe(204);
    const signed = await signIn(world, { login: 'admin', password: PASSWORD });
    expect(signed.body).toMatchObject({ member: { login: 'admin' } });
    const again = await administrators.newLink('admin');
    expect((await choose(again?.token, OTHER)).status).toBe(204);
    expect(await administrators.newLink('khong-co')).toBeNull();
  });

  it('with a password given, is refused one that is easy to guess', async () => {
    await world.db.query('truncate member cascade');
    const administrators = world.app.get(AdministratorService);
    await expect(administrators.ensure('admin', 'admin')).rejects.toMatchObject({ code: 'password.too-short' });
    await expect(administrators.ensure('admin', 'admin-admin-admin-admin')).rejects.toMatchObject({
      code: 'password.too-common',
    });
    expect(await administrators.ensure('admin', PASSWORD)).toBeNull();
    expect((await signIn(world, { login: 'admin', password: PASSWORD })).status).toBe(201);
  });
});
