import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { PasswordsService } from '../../src/access/passwords.service.js';
import { openBrowser, aMember, signIn, visit } from '../support/visitor.js';
import { openWorld, type World } from '../support/world.js';

const RIGHT = 'hoa sen nở trong đầm';
const WRONG = 'hoa súng nở trong đầm';

let world: World;
let ids = 0;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

/** Somebody new, so that no story is counted with another. */
async function somebody(): Promise<string> {
  const login = `nguoi${++ids}`;
  await aMember(world, login, RIGHT);
  return login;
}

const noted = (what: string): Promise<{ subject_id: string; after: Record<string, string>; actor_id: string }[]> =>
  world.db.query(`select subject_id, after, actor_id from audit_entry where what = $1 order by id`, [what]);

describe('a password', () => {
  it('is kept as argon2id with 19 MiB, and signs in however its marks were typed', async () => {
    const login = await somebody();
    const [row] = await world.db.query<{ hash: string }[]>(
      `select password_hash as hash from member where login = $1`,
      [login],
    );
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signIn(world, { login, password: RIGHT.normalize('NFD') })).status).toBe(201);
    expect((await signIn(world, { login, password: `${RIGHT} ` })).status).toBe(401);
  });

  it('that was hashed with other parameters is hashed anew when it signs in', async () => {
    const login = await somebody();
    const old = await hash(RIGHT.normalize('NFKC'), { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await world.db.query(`update member set password_hash = $2 where login = $1`, [login, old]);
    expect((await signIn(world, { login, password: WRONG })).status).toBe(401);
    const hashOf = async (): Promise<string> =>
      (await world.db.query<{ h: string }[]>(`select password_hash as h from member where login = $1`, [login]))[0]!.h;
    expect(await hashOf()).toBe(old);
    expect((await signIn(world, { login, password: RIGHT })).status).toBe(201);
    expect(await hashOf()).toMatch(/m=19456,t=2,p=1/);
    expect((await signIn(world, { login, password: RIGHT })).status).toBe(201);
  });

  it('of somebody who is suspended opens nothing, and says nothing of it', async () => {
    const login = `nguoi${++ids}`;
    const id = await aMember(world, login, RIGHT);
    const { body } = await signIn(world, { login, password: RIGHT });
    expect((await world.call('POST', `/members/${id}/suspension`)).status).toBe(201);
    expect((await world.call<{ code: string }>('POST', `/members/${id}/suspension`)).body.code).toBe(
      'member.already-suspended',
    );
    const held = await visit(world, '/me', { headers: { authorization: `Bearer ${body.token}` } });
    expect(held.status).toBe(401);
    expect((await signIn(world, { login, password: RIGHT })).body.code).toBe('access.wrong-credentials');
    expect((await world.call('DELETE', `/members/${id}/suspension`)).body).toMatchObject({ suspendedAt: null });
    expect((await signIn(world, { login, password: RIGHT })).status).toBe(201);
    expect((await world.call<{ code: string }>('DELETE', `/members/${id}/suspension`)).body.code).toBe(
      'member.not-suspended',
    );
  });

  it('nobody suspends themselves', async () => {
    const me = await world.call<{ id: string }>('GET', '/me');
    expect((await world.call<{ code: string }>('POST', `/members/${me.body.id}/suspension`)).body.code).toBe(
      'member.oneself',
    );
  });
});

describe('guessing', () => {
  it('is held back at its address, even with the right password; the owner signs in elsewhere at once', async () => {
    const login = await somebody();
    const codes: string[] = [];
    for (let i = 0; i < 100; i += 1)
      codes.push((await signIn(world, { login, password: WRONG }, { address: '203.0.113.9' })).body.code);
    expect(codes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'access.wrong-credentials'));
    expect(codes.filter((code) => code === 'access.too-many-attempts').length).toBeGreaterThan(80);
    // Whatever of the last hold has run out, the next begins with one more attempt.
    await signIn(world, { login, password: WRONG }, { address: '203.0.113.9' });
    const held = await signIn(world, { login, password: RIGHT }, { address: '203.0.113.9' });
    expect([held.status, held.body.code]).toEqual([429, 'access.too-many-attempts']);
    expect(Number(held.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn(world, { login, password: RIGHT }, { address: '198.51.100.7' })).status).toBe(201);
  });

  it('goes on when the wait is over, and a success forgets it', async () => {
    const login = await somebody();
    const from = { address: '203.0.113.10' };
    const now = jest.spyOn(world.clock, 'now').mockReturnValue('2026-07-02T05:00:00.000Z');
    try {
      for (let i = 0; i < 5; i += 1) await signIn(world, { login, password: WRONG }, from);
      const held = await signIn(world, { login, password: RIGHT }, from);
      expect([held.status, held.headers['retry-after']]).toEqual([429, '1']);
      now.mockReturnValue('2026-07-02T05:00:00.999Z');
      expect((await signIn(world, { login, password: RIGHT }, from)).status).toBe(429);
      now.mockReturnValue('2026-07-02T05:00:01.000Z');
      expect((await signIn(world, { login, password: RIGHT }, from)).status).toBe(201);
      for (let i = 0; i < 5; i += 1)
        expect((await signIn(world, { login, password: WRONG }, from)).body.code).toBe('access.wrong-credentials');
    } finally {
      now.mockRestore();
    }
  });

  it('many at once pass no more often than one after another', async () => {
    const login = await somebody();
    const replies = await Promise.all(
      Array.from({ length: 30 }, () => signIn(world, { login, password: WRONG }, { address: '203.0.113.11' })),
    );
    expect(replies.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6);
    expect(replies.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });

  it('over many logins is held back by its address', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 32; i += 1)
      codes.push(
        (await signIn(world, { login: `ai-do-${i}`, password: WRONG }, { address: '203.0.113.12' })).body.code,
      );
    expect(codes.slice(0, 30)).not.toContain('access.too-many-attempts');
    expect(codes.slice(30)).toContain('access.too-many-attempts');
  });

  it('from everywhere never keeps the owner out: a known browser at once, a new one within a minute', async () => {
    const login = await somebody();
    const known = await openBrowser(world, { login, password: RIGHT });
    const now = jest.spyOn(world.clock, 'now').mockReturnValue('2026-07-02T05:10:00.000Z');
    try {
      for (let i = 0; i < 100; i += 1)
        await signIn(world, { login, password: WRONG }, { address: `203.0.113.${100 + Math.floor(i / 4)}` });
      const away = { address: '198.51.100.8' };
      const held = await signIn(world, { login, password: RIGHT }, away);
      expect([held.status, held.headers['retry-after']]).toEqual([429, '45']);
      const home = await openBrowser(world, { login, password: RIGHT }, '198.51.100.9', known.cookies);
      expect(home.csrfToken).not.toBe('');
      now.mockReturnValue('2026-07-02T05:10:45.000Z');
      expect((await signIn(world, { login, password: RIGHT }, away)).status).toBe(201);
    } finally {
      now.mockRestore();
    }
  }, 60_000);

  it('by a neighbour at the same address does not hold a known browser, and a stolen cookie guesses no faster', async () => {
    const login = await somebody();
    const office = '10.9.9.9';
    const known = await openBrowser(world, { login, password: RIGHT }, office);
    for (let i = 0; i < 12; i += 1) await signIn(world, { login, password: WRONG }, { address: office });
    expect((await signIn(world, { login, password: RIGHT }, { address: office })).status).toBe(429);
    await openBrowser(world, { login, password: RIGHT }, office, known.cookies);
    const cookie = `so-phoi-hop-may=${known.cookies['so-phoi-hop-may']}`;
    const codes: string[] = [];
    for (let i = 0; i < 7; i += 1)
      codes.push((await signIn(world, { login, password: WRONG }, { address: office, headers: { cookie } })).body.code);
    expect(codes).toContain('access.too-many-attempts');
  });

  it('learns nothing about who exists: same answers, same holds, same time', async () => {
    const login = await somebody();
    const course = async (name: string, address: string): Promise<string[]> => {
      const seen: string[] = [];
      for (let i = 0; i < 8; i += 1) {
        const { status, body } = await signIn(world, { login: name, password: WRONG }, { address });
        seen.push(`${status} ${body.code} ${body.title}`);
      }
      return seen;
    };
    const now = jest.spyOn(world.clock, 'now').mockReturnValue('2026-07-02T05:20:00.000Z');
    const [known, unknown] = [await course(login, '203.0.113.20'), await course('khong-ai-ca', '203.0.113.21')];
    now.mockRestore();
    expect(unknown).toEqual(known);
    expect(known.at(-1)).toMatch(/^429/);

    const verified = jest.spyOn(PasswordsService.prototype, 'matches');
    const median = async (name: string): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < 15; i += 1) {
        const begun = performance.now();
        await signIn(world, { login: name, password: WRONG }, { address: `192.0.2.${i + 1}` });
        times.push(performance.now() - begun);
      }
      return times.sort((a, b) => a - b)[7]!;
    };
    await median('lam-nong');
    const ratio = (await median(login)) / (await median('khong-ai-khac'));
    expect(verified.mock.calls.length).toBe(45);
    verified.mockRestore();
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  }, 60_000);
});

describe('a flood of sign-ins', () => {
  it('waits in line, and past the line is sent away; whoever comes after is served', async () => {
    const passwords = new PasswordsService();
    const attempts = await Promise.allSettled(Array.from({ length: 80 }, () => passwords.matches(null, WRONG)));
    const refused = attempts.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(80 - 2 - 60);
    expect((refused[0]!.reason as { code: string; status: number }).code).toBe('access.busy');
    expect(await passwords.matches(await passwords.hash(RIGHT), RIGHT)).toBe(true);
  }, 60_000);
});

describe('what is noted', () => {
  it('names the member or hides the login, and never the password', async () => {
    const login = await somebody();
    const [{ id }] = await world.db.query<[{ id: string }]>(`select id from member where login = $1`, [login]);
    await signIn(world, { login, password: 'mat khau sai cua toi' }, { address: '192.0.2.200' });
    await signIn(world, { login: 'mat khau go nham', password: 'x' }, { address: '192.0.2.200' });
    const [first, second] = (await noted('sign-in.refused')).slice(-2);
    expect(first).toMatchObject({ subject_id: id, after: { address: '192.0.2.200' } });
    expect(second?.subject_id).toBe('00000000-0000-0000-0000-000000000000');
    await signIn(world, { login, password: RIGHT }, { address: '192.0.2.201' });
    expect((await noted('session.opened')).at(-1)).toMatchObject({
      actor_id: id,
      after: { by: 'password', carriedBy: 'bearer', address: '192.0.2.201' },
    });
    const [{ all }] = await world.db.query<[{ all: string }]>(
      `select string_agg(e::text, ' ') as all from audit_entry e`,
    );
    for (const secret of ['mat khau sai', 'mat khau go nham', RIGHT, WRONG, '$argon2'])
      expect(all).not.toContain(secret);
  });

  it('the beginning of a hold, once', async () => {
    const login = await somebody();
    const before = (await noted('sign-in.held-back')).length;
    for (let i = 0; i < 12; i += 1) await signIn(world, { login, password: WRONG }, { address: '192.0.2.202' });
    const holds = (await noted('sign-in.held-back')).slice(before);
    expect(holds.map(({ after }) => after['limit'])).toEqual(['pair']);
  });
});
