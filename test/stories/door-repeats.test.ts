import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BodyAnswer } from '../../src/bodies/body.contract.js';
import type { Problem } from '../../src/platform/http/problem.js';
import { openWorld, type Reply, type World } from '../support/world.js';

let world: World;

beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

const post = (code: string, key: string, nameVi = 'Ban Dân vận'): Promise<Reply<BodyAnswer & Problem>> =>
  world.call(
    'POST',
    '/bodies',
    { code, nameVi, system: 'PARTY', level: 'DISTRICT' },
    key === '' ? {} : { 'idempotency-key': key },
  );
const rows = (code: string): Promise<unknown[]> =>
  world.db.query(
    `select b.id from body b join audit_entry e on e.subject_id = b.id and e.what = 'body.registered' where b.code = $1`,
    [code],
  );

describe('Idempotency-Key', () => {
  it('a repeat is answered as the first time and does nothing again', async () => {
    const first = await post('LAP-1', 'khoa-so-0001');
    const again = await post('LAP-1', 'khoa-so-0001');
    expect([again.status, again.body, again.headers.etag]).toEqual([201, first.body, first.headers.etag]);
    expect(await rows('LAP-1')).toHaveLength(1);
  });

  it('ten at once do the deed once and all hear the same', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => post('LAP-2', 'khoa-so-0002')));
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(await rows('LAP-2')).toHaveLength(1);
  });

  it('without a key, of ten at once one wins and nine are told', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => post('LAP-3', '')));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(replies.filter(({ body }) => body.code === 'body.code-taken')).toHaveLength(9);
  });

  it('used again for something else is refused', async () => {
    await post('LAP-4', 'khoa-so-0004');
    const other = await post('LAP-4', 'khoa-so-0004', 'Ban Tuyên giáo');
    expect([other.status, other.body.code]).toEqual([409, 'request.key-reused']);
  });

  it('of a refused request is free again', async () => {
    await post('LAP-5', '');
    expect((await post('LAP-5', 'khoa-so-0005')).body.code).toBe('body.code-taken');
    expect((await post('LAP-6', 'khoa-so-0005')).status).toBe(201);
  });

  it.each(['ngan', 'có dấu tiếng Việt', 'x'.repeat(201), 'with blanks'])('«%s» is not one', async (key) => {
    const reply = await post('LAP-7', Buffer.from(key).toString('latin1'));
    expect([reply.status, reply.body.code]).toEqual([400, 'request.bad-key']);
  });
});

describe('a session', () => {
  const current = (token: string): Promise<Reply<Problem>> =>
    world.call('GET', '/sessions/current', undefined, { authorization: `Bearer ${token}` });
  const open = async (): Promise<string> => {
    // The world's own administrator; its password is the world's secret, so the row is copied.
    const token = `phien-${Math.random().toString(36).slice(2)}-${'x'.repeat(20)}`;
    await world.db.query(
      `insert into session (token_hash, member_id, opened_at, expires_at)
       select encode(sha256($1::bytea), 'hex'), id, now(), now() + interval '1 hour' from member limit 1`,
      [token],
    );
    return token;
  };

  it('ends when its time is over', async () => {
    const token = await open();
    expect((await current(token)).status).toBe(200);
    await world.db.query(
      `update session set expires_at = '2026-07-01' where token_hash = encode(sha256($1::bytea), 'hex')`,
      [token],
    );
    expect((await current(token)).body.code).toBe('request.not-signed-in');
  });

  it('ends when its member signs out', async () => {
    const token = await open();
    const reply = await world.call('DELETE', '/sessions/current', undefined, { authorization: `Bearer ${token}` });
    expect(reply.status).toBe(204);
    expect((await current(token)).status).toBe(401);
  });
});
