import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Reply, type World } from '../support/world.js';
import { callersOver, type Caller } from './callers.js';
import { MARK, threeSides, type SideName, type Sides } from './sides.js';
import type { Expected } from './expected.js';
import { TABLE } from './table.js';

const SIDES: readonly SideName[] = ['own', 'partner', 'foreign'];
/** Rows without a version that could stop their deletion. */
const UNVERSIONED = ['agreement_document', 'member_identity', 'webhook'];
const NOBODY = '00000000-0000-7000-8000-000000000000';
/** Open to everybody, or about the caller's own session: told by the stories of sign-in. */
const ELSEWHERE = [
  ...['GET /health/live', 'GET /health/ready', 'POST /sessions', 'POST /password-choice'],
  ...['GET /sign-in-methods', 'GET /oidc/start', 'GET /oidc/return', 'POST /oidc/sign-out', 'DELETE /me/tokens/{id}'],
  ...['PATCH /me/views/{id}', 'DELETE /me/views/{id}'],
  ...['GET /intakes/{id}', 'POST /intakes/{id}/decisions', 'DELETE /intakes/{id}'],
  ...['DELETE /sessions', 'DELETE /sessions/{id}', 'DELETE /sessions/current'],
];

/** `pass`, `forbidden`, `hidden`, or what came instead. */
type Outcome = string;

function outcomeOf(
  { own, partner, partnerHidden, foreign, wholeOnly = '' }: Expected,
  caller: Caller,
  side: SideName,
): Outcome {
  const passes = (letters: string) => letters.includes(caller.letter);
  if (!passes(own + partner + wholeOnly)) return 'forbidden';
  if (caller.whole) return 'pass';
  if (wholeOnly) return 'forbidden';
  if (side === 'own') return passes(own) ? 'pass' : 'forbidden';
  if (side === 'partner') return passes(partner) ? 'pass' : partnerHidden ? 'hidden' : 'forbidden';
  return foreign === 'open' ? 'pass' : foreign;
}

function seen(method: string, { status, body }: Reply<{ code?: string }>): Outcome {
  if (status === 403) return 'forbidden';
  if (status === 404) return 'hidden';
  if (status === 401 || status >= 500 || (method === 'GET' && status !== 200)) return `${status} ${body.code ?? ''}`;
  return 'pass';
}

describe('who may do what', () => {
  let world: World;
  let sides: Sides;
  let callers: Caller[];
  let routes: string[];
  let cases = 0;
  beforeAll(async () => {
    world = await openWorld();
    sides = await threeSides(world);
    for (const table of UNVERSIONED) await world.db.query(`create table kept_${table} as select * from ${table}`);
    callers = await callersOver(world, sides.own.body);
    const { paths } = (await world.call<{ paths: Record<string, object> }>('GET', '/api/openapi.json')).body;
    routes = Object.entries(paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path.replace('/api/v1', '')}`),
    );
  }, 120_000);
  afterAll(() => world.close());

  function ask(
    route: string,
    expected: Expected,
    caller: Caller,
    name: SideName,
    ids?: Record<string, string>,
  ): Promise<Reply<{ code?: string }>> {
    const [method = '', template = ''] = route.split(' ');
    const side = sides[name];
    const places = ids ?? expected.ids?.(side) ?? {};
    const path = template.replace(/\{(\w+)\}/g, (_, place: string) => places[place] ?? NOBODY);
    const url = expected.query ? `${path}?${expected.query(side)}` : path;
    if (method === 'GET' || method === 'DELETE') {
      // A version that nobody has: what passes the door is refused before it is deleted.
      return world.call(method, url, undefined, {
        ...caller.headers,
        ...(method === 'DELETE' ? { 'if-match': '"999"' } : {}),
      });
    }
    if (expected.form && outcomeOf(expected, caller, name) === 'hidden') {
      return world.upload(url, expected.form, { name: 'a.txt', bytes: Buffer.from('chữ') }, caller.headers);
    }
    // What passes the door is stopped by a field that no route knows, so that no case changes the next one.
    const valid = expected.valid?.(side, sides) ?? {};
    const body = outcomeOf(expected, caller, name) === 'pass' ? { ...valid, 'khong-co': 1 } : valid;
    return world.call(method, url, body, caller.headers);
  }

  async function restore(): Promise<void> {
    for (const table of UNVERSIONED)
      await world.db.query(`insert into ${table} select * from kept_${table} on conflict do nothing`);
  }

  it('is said of every route, and of no other', () => {
    const told = [...Object.keys(TABLE), ...ELSEWHERE];
    expect(routes.filter((route) => !told.includes(route))).toEqual([]);
    expect(told.filter((route) => !routes.includes(route))).toEqual([]);
  });

  it('would be noticed when a route is missing from the table, or lets the wrong role pass', () => {
    const { 'GET /agreements/{id}': read, ...less } = TABLE;
    expect(routes.filter((route) => !(route in less))).toContain('GET /agreements/{id}');
    const official = callers.find(({ letter, whole }) => letter === 'O' && !whole)!;
    expect(outcomeOf(read!, official, 'foreign')).toBe('hidden');
    expect(outcomeOf({ ...read!, own: 'G', partner: 'G' }, official, 'own')).toBe('forbidden');
  });

  it.each(Object.entries(TABLE))(
    '%s',
    async (route, expected) => {
      const wrong: unknown[] = [];
      for (const caller of callers)
        for (const name of SIDES) {
          cases += 1;
          const reply = await ask(route, expected, caller, name);
          const outcome = seen(route.split(' ')[0] ?? '', reply);
          if (outcome !== outcomeOf(expected, caller, name)) wrong.push([caller.name, name, outcome, reply.body]);
          if (reply.status >= 400 && !String(reply.headers['content-type']).startsWith('application/problem+json'))
            wrong.push([caller.name, name, 'no problem+json']);
          await restore();
          const text = Buffer.isBuffer(reply.body) ? reply.body.toString() : JSON.stringify(reply.body);
          if (!caller.whole && text.includes(MARK)) wrong.push([caller.name, name, 'shows what is foreign']);
          if (outcome !== 'hidden') continue;
          const unknown = await ask(route, expected, caller, name, { id: NOBODY });
          const told = (of: Reply<{ code?: string }>) => [of.status, of.body.code];
          if (String(told(unknown)) !== String(told(reply)))
            wrong.push([caller.name, name, told(reply), told(unknown)]);
        }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it('was asked of every route, role and body', () => {
    expect(cases).toBe(Object.keys(TABLE).length * callers.length * SIDES.length);
    expect(cases).toBeGreaterThan(3_600);
  });
});
