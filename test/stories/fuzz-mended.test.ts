import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { anAgreement } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';

interface Problem extends Record<string, unknown> {
  code: string;
  instance?: string;
}

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.app.listen(0, '127.0.0.1');
});
afterAll(() => world.close());

const NOWHERE = '00000000-0000-7000-8000-000000000000';

/** Speaks to the socket as no client would; returns all that comes back. */
function speak(bytes: string): Promise<string> {
  const { port } = world.app.getHttpServer().address() as { port: number };
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let heard = '';
    socket.on('data', (piece) => (heard += piece.toString('utf8')));
    socket.on('error', fail);
    socket.on('close', () => {
      done(heard);
    });
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer')));
  });
}

/** What the fuzz harness has found, each kept from coming back. */
describe('what the fuzz harness found', () => {
  it.each(['"chữ"', 'false', '9007199254740992', 'null', '[]', '[{}]'])(
    'a body that is no group of fields (%s) is refused before any contract is asked',
    async (payload) => {
      for (const path of ['/sweeps', `/follow-ups/${NOWHERE}/completion`, '/sessions']) {
        const reply = await world.app.inject({
          method: 'POST',
          url: `/api/v1${path}`,
          headers: { 'content-type': 'application/json' },
          payload,
        });
        expect([path, reply.statusCode, reply.json<Problem>().code]).toEqual([path, 400, 'request.malformed']);
      }
    },
  );

  it.each([
    ['200 fields in one group', Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`x${i}`, i])), 422],
    ['201 fields in one group', Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`x${i}`, i])), 413],
    ['20,000 values in all', { asOf: Array.from({ length: 19_999 }, () => 1) }, 422],
    ['20,001 values in all', { asOf: Array.from({ length: 20_000 }, () => 1) }, 413],
  ])('%s: more than any contract takes is refused before it keeps the checks busy', async (_, body, status) => {
    expect((await world.call<Problem>('POST', '/sweeps', body)).status).toBe(status);
  });

  it('shows the first 200 places that are wrong, and counts them all', async () => {
    const clauses = Array.from({ length: 300 }, () => ({}));
    const agreement = await anAgreement(world.db);
    const { body } = await world.call<Problem>('POST', `/agreements/${agreement}/clauses`, { clauses });
    expect(body['errors']).toHaveLength(200);
    expect(body['detail']).toContain('600');
  });

  it('a refusal repeats no more than 500 characters of the address', async () => {
    const { body } = await world.call<Problem>('GET', `/agreements/${NOWHERE}/${'a'.repeat(3000)}`);
    expect(body.instance).toHaveLength(500);
  });

  it.each(['/agreements/%zz', `/agreements/${'a'.repeat(300)}`])(
    'an address that cannot be read is answered with the headers of the house',
    async (path) => {
      const { headers } = await world.call('GET', path);
      expect([headers['x-content-type-options'], typeof headers['x-request-id']]).toEqual(['nosniff', 'string']);
    },
  );

  it.each([
    ['an address without its first stroke', 'GET %2fapi%2fv1 HTTP/1.1\r\nhost: x\r\n\r\n', 400, 'request.malformed'],
    ['noise', 'NOISE\r\n\r\n', 400, 'request.malformed'],
    ['a header with a NUL', 'GET / HTTP/1.1\r\nhost: x\r\na: \0\r\n\r\n', 400, 'request.malformed'],
    [
      'two lengths',
      'POST /api/v1/sessions HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx',
      400,
      'request.malformed',
    ],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nhost: x\r\na: ${'a'.repeat(40_000)}\r\n\r\n`,
      431,
      'request.headers-too-large',
    ],
  ])('%s is refused on the socket like any other request', async (_, bytes, status, code) => {
    const heard = await speak(bytes);
    const [head = '', body = ''] = heard.split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head).toContain('content-type: application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status, code });
  });

  it('a question for the head alone gets no body, not even a refusal', async () => {
    const heard = await speak('HEAD %2fapi HTTP/1.1\r\nhost: x\r\n\r\n');
    expect(heard).toMatch(/^HTTP\/1\.1 400 .*\r\n\r\n$/s);
  });

  it('long and empty texts leave as the contract says', async () => {
    const agreement = await anAgreement(world.db);
    await world.call('POST', `/agreements/${agreement}/termination`, { on: '2026-07-01', reason: 'ệ'.repeat(2000) });
    const { body } = await world.call<{
      paths: object;
      components: { schemas: Record<string, { properties: object }> };
    }>('GET', '/api/openapi.json');
    const { StepAnswer, NewTermination, ClauseAnswer } = body.components.schemas;
    expect(JSON.stringify([StepAnswer, ClauseAnswer])).not.toMatch(/maxLength|minLength/);
    expect(NewTermination?.properties).toMatchObject({ reason: { maxLength: 2000 } });
  });
});
