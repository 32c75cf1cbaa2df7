import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { SweepService } from '../../src/sweep/sweep.service.js';
import { openWorld, type World } from '../support/world.js';
import { fillWithDuties } from '../support/duties.js';

const ROOT = resolve(import.meta.dirname, '../..');

interface Run {
  state: string;
  counts: Record<string, number>;
  failures: { step: string; id: string; message: string }[];
}

function runCli(url: string, asOf: string): Promise<Run> {
  const child = spawn(process.execPath, [resolve(ROOT, 'dist/src/cli.js'), 'sweep', '--as-of', asOf], {
    env: { ...process.env, DATABASE_URL: url, SCHEDULER: 'off' },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', () => {
      if (out === '') failed(new Error(err));
      else done(JSON.parse(out) as Run);
    });
  });
}

/** Everything a sweep may change, so that two states can be compared. */
async function picture(world: World): Promise<string> {
  const tables = ['occurrence', 'review', 'follow_up', 'agreement', 'schedule', 'review_cycle', 'agreement_step'];
  const rows = await Promise.all(
    tables.map((table) => world.db.query<unknown[]>(`select * from ${table} order by id`)),
  );
  return JSON.stringify(rows);
}

describe('the night', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const sweep = async (asOf: string): Promise<Run> =>
    (await world.call<Run & Record<string, unknown>>('POST', '/sweeps', { asOf })).body;

  it('changes nothing the second time on the same day', async () => {
    await fillWithDuties(world, { reports: 60, reviews: 6, followUps: 6 });
    world.clock.set('2026-12-31');
    const days = fc.integer({ min: 0, max: 180 });
    await fc.assert(
      fc.asyncProperty(days, async (offset) => {
        const asOf = new Date(Date.UTC(2026, 0, 5 + offset)).toISOString().slice(0, 10);
        await sweep(asOf);
        const once = await picture(world);
        const again = await sweep(asOf);
        expect(Object.values(again.counts).reduce((sum, count) => sum + count, 0)).toBe(0);
        expect(await picture(world)).toBe(once);
      }),
      { numRuns: 12 },
    );
  });

  it('heals nights that were missed: one sweep finds what several would have found', async () => {
    await fillWithDuties(world, { reports: 40, reviews: 4, followUps: 4 });
    const { counts } = await sweep('2026-06-30');
    const late = await world.db.query<{ count: number }[]>(
      `select count(*) from occurrence where overdue_from <= '2026-06-30' and state = 'due'`,
    );
    expect(counts.reportsOverdue).toBe(late[0]?.count);
    expect(counts.reportsOverdue).toBeGreaterThan(5);
  });

  it('never doubles a flag when two processes sweep one database at once', async () => {
    await fillWithDuties(world, { reports: 400, reviews: 20, followUps: 20 });
    const [late] = await world.db.query<[{ count: number }]>(
      `select count(*) from occurrence where overdue_from <= '2026-06-30' and state = 'due'`,
    );
    const [one, two] = await Promise.all([runCli(world.appUrl, '2026-06-30'), runCli(world.appUrl, '2026-06-30')]);
    expect([one.state, two.state]).toEqual(['done', 'done']);
    expect((one.counts.reportsOverdue ?? 0) + (two.counts.reportsOverdue ?? 0)).toBe(late.count);
    const [runs] = await world.db.query<[{ overlapping: number }]>(
      `select count(*) as overlapping from sweep_run a join sweep_run b on a.id < b.id and a.finished_at > b.started_at and b.finished_at > a.started_at`,
    );
    expect(runs.overlapping).toBe(0);
  }, 60_000);

  it('is run once a night, whatever the number of instances that ask', async () => {
    const sweeps = world.app.get(SweepService);
    const runs = await Promise.all([1, 2, 3, 4].map(() => sweeps.night()));
    expect(runs.filter((run) => run !== null)).toHaveLength(1);
    expect(await sweeps.night()).toBeNull();
    world.clock.set('2026-07-03');
    expect(await sweeps.night()).not.toBeNull();
  });

  it('takes up a night that a dead process left half done', async () => {
    await world.db.query(
      `with run as (insert into sweep_run (as_of, trigger, state, started_by, started_at) values ('2026-07-02', 'NIGHT', 'running', 'x', now()) returning id)
       insert into sweep_night (night, claimed_at, run_id) select '2026-07-02', now(), id from run`,
    );
    expect(await world.app.get(SweepService).night()).not.toBeNull();
  });

  it('does the other rows when one is bad, and shows the bad one', async () => {
    await fillWithDuties(world, { reports: 50, reviews: 0, followUps: 0 });
    const [bad] = await world.db.query<[{ id: string }]>(
      `select id from occurrence where overdue_from <= '2026-06-30' order by id limit 1`,
    );
    await world.db.query(
      `create function refuse_bad() returns trigger language plpgsql as $$ begin raise exception 'a bad row'; end $$;
       create trigger refuse_bad before update on occurrence for each row when (old.id = '${bad.id}') execute function refuse_bad()`,
    );
    const { state, counts, failures } = await sweep('2026-06-30');
    expect(state).toBe('failed');
    expect(failures).toEqual([{ step: 'reportsOverdue', id: bad.id, message: 'a bad row' }]);
    const [left] = await world.db.query<[{ count: number }]>(
      `select count(*) from occurrence where overdue_from <= '2026-06-30' and state = 'due' and overdue_noticed_on is null`,
    );
    expect(left.count).toBe(1);
    expect(counts.reportsOverdue).toBeGreaterThan(5);
  });

  it('refuses a day after today', async () => {
    const reply = await world.call('POST', '/sweeps', { asOf: '2026-07-03' });
    expect([reply.status, reply.body.code, reply.body.pointer]).toEqual([422, 'sweep.in-future', '/asOf']);
  });
});
