import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { refuseStrongRole } from '../../src/platform/database/app-role.js';
import { EVERYTHING, enterScope, holdScope, wearScopes } from '../../src/platform/database/scope.js';
import { dataSourceOptions } from '../../src/data-source.js';
import { openWorld, type World } from '../support/world.js';

/** Reference data that everybody signed in may read, and tables that only rights guard: no policy stands on these. */
const OPEN = [
  ...['body', 'body_event', 'body_event_party', 'body_name', 'body_parent'],
  ...['calendar_day', 'calendar_year', 'reporting_scheme', 'regime_change'],
  ...['member', 'session', 'stored_file', 'migration'],
  ...['known_device', 'sign_in_count', 'totp', 'recovery_code', 'one_time_link'],
];

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

async function asApp<T extends object>(role: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: world.appUrl });
  await client.connect();
  try {
    await client.query(`set role ${role}`);
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the role of the application', () => {
  it('owns nothing, is no superuser, and inherits nothing', async () => {
    await expect(refuseStrongRole(world.appUrl)).resolves.toBeUndefined();
    await expect(refuseStrongRole(world.url)).rejects.toMatchObject({ name: 'RoleError', exitCode: 78 });
  });

  it.each(['select * from agreement', 'select * from member', 'delete from audit_entry'])(
    'may do nothing before it takes a role of the work: %s',
    async (sql) => {
      await expect(asApp('none', sql)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it.each(['so_phoi_hop_scoped', 'so_phoi_hop_everything'])('changes no table as %s', async (role) => {
    for (const sql of [
      'alter table agreement add column x int',
      'drop table audit_entry',
      'create table mine (id int)',
      'alter table agreement disable row level security',
      'drop policy scoped on agreement',
      'truncate audit_entry',
      'delete from audit_entry',
      'update audit_entry set what = what',
      'update duty_past set standing = standing',
      'delete from migration',
      `create or replace function scope_bodies() returns uuid[] language sql as $$ select '{}'::uuid[] $$`,
    ])
      await expect(asApp(role, sql)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the scope', () => {
  it('stands on every table that is not named as open', async () => {
    const tables = await world.db.query<{ name: string; guarded: boolean; policies: number }[]>(
      `select c.relname as name, c.relrowsecurity as guarded,
         (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    );
    const unguarded = tables.filter(({ guarded, policies }) => !guarded || policies === 0).map(({ name }) => name);
    expect(unguarded.sort()).toEqual([...OPEN].sort());
    const views = await world.db.query<{ name: string }[]>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
         and not coalesce('security_invoker=true' = any (reloptions), false)`,
    );
    expect(views).toEqual([]);
  });

  it('shows nothing to a piece of work without roots', async () => {
    expect(await asApp('so_phoi_hop_scoped', 'select * from agreement')).toEqual([]);
    expect(await asApp('so_phoi_hop_scoped', 'select * from audit_entry')).toEqual([]);
  });

  it('fails closed where nobody has said whose it is', async () => {
    const db = wearScopes(await new DataSource(dataSourceOptions(world.appUrl)).initialize());
    try {
      const asked = await new Promise((done) => {
        holdScope(() => {
          db.query('select 1').then(done, done);
        });
      });
      expect(String(asked)).toContain('outside any scope');
      const seen = await new Promise((done) => {
        holdScope(() => {
          enterScope(EVERYTHING);
          db.query('select 1 as one').then(done, done);
        });
      });
      expect(seen).toEqual([{ one: 1 }]);
    } finally {
      await db.destroy();
    }
  });
});
