import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OccurrenceCounts } from '../../src/reports/occurrence-reading.contract.js';
import { callersOver, type Caller } from '../scope/callers.js';
import { threeSides, type Sides } from '../scope/sides.js';
import { aBody, aDueReport } from '../support/rows.js';
import { openWorld, type World } from '../support/world.js';

const DECIDES = ['extensions.decide', 'reports.review', 'reports.waive'];

describe('what one may do about a due report', () => {
  let world: World;
  let sides: Sides;
  let callers: Caller[];
  beforeAll(async () => {
    world = await openWorld();
    sides = await threeSides(world);
    callers = await callersOver(world, sides.own.body);
  }, 120_000);
  afterAll(() => world.close());

  const rightsOf = async (caller: Caller, id: string): Promise<string[]> =>
    (
      await world.call<{ rights: string[] }>('GET', `/occurrences/${id}/rights`, undefined, caller.headers)
    ).body.rights.sort();
  const caller = (letter: string, whole = false): Caller =>
    callers.find((one) => one.letter === letter && one.whole === whole)!;

  it('is to write one of my own body’s', async () => {
    const own = sides.own.occurrence;
    expect(await rightsOf(caller('R'), own)).toEqual(['extensions.ask', 'reports.file']);
    expect(await rightsOf(caller('G'), own)).toEqual(['reports.file', 'reports.file-paper']);
    expect(await rightsOf(caller('A'), own)).toEqual([]);
  });

  it('is to decide on the partner’s, and not on my own body’s', async () => {
    expect(await rightsOf(caller('O'), sides.partner.occurrence)).toEqual(DECIDES);
    expect(await rightsOf(caller('V'), sides.partner.occurrence)).toEqual(['reports.review']);
    expect(await rightsOf(caller('O'), sides.own.occurrence)).toEqual([]);
    expect(await rightsOf(caller('R'), sides.partner.occurrence)).toEqual([]);
  });

  it('is everything of the role over the whole register', async () => {
    expect(await rightsOf(caller('O', true), sides.foreign.occurrence)).toEqual(DECIDES);
  });

  it('is not told of a report out of sight', async () => {
    const { status } = await world.call(
      'GET',
      `/occurrences/${sides.foreign.occurrence}/rights`,
      undefined,
      caller('R').headers,
    );
    expect(status).toBe(404);
  });
});

describe('the counts of due reports', () => {
  let world: World;
  let body: string;
  beforeAll(async () => {
    world = await openWorld();
    world.clock.set('2026-07-02');
    body = await aBody(world.db, 'Phường 1');
    const days = [
      ['2026-07-01', '2026-07-02'],
      ['2026-07-02', '2026-07-03'],
      ['2026-07-07', '2026-07-08'],
      ['2026-09-01', '2026-09-02'],
    ];
    for (const [due, late] of days)
      await aDueReport(world.db, body, { due_on: due, due_raw: due, overdue_from: late, period_key: `E${due}` });
  }, 60_000);
  afterAll(() => world.close());

  it('say how many stand how, with the filters of the list', async () => {
    const of = async (query: string): Promise<Record<string, number>> =>
      Object.fromEntries(
        (await world.call<OccurrenceCounts>('GET', `/occurrences/counts?${query}`)).body.items.map((row) => [
          row.standing,
          row.count,
        ]),
      );
    expect(await of('')).toEqual({ overdue: 1, due_today: 1, due_soon: 1, returned: 0, in_term: 1 });
    expect(await of('from=2026-07-02&to=2026-07-07')).toEqual({
      overdue: 0,
      due_today: 1,
      due_soon: 1,
      returned: 0,
      in_term: 0,
    });
    expect(await of(`bodyId=${body}`)).toMatchObject({ overdue: 1, in_term: 1 });
  });
});
