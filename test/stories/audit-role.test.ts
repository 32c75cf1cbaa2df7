import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

describe('the role of the application', () => {
  async function refusal(role: string, ...statements: string[]): Promise<string | undefined> {
    const client = new pg.Client({ connectionString: world.appUrl });
    await client.connect();
    try {
      await client.query(`set role ${role}`);
      for (const statement of statements) await client.query(statement);
      return undefined;
    } catch (error) {
      return (error as { code?: string }).code;
    } finally {
      await client.end();
    }
  }

  const REWRITING = [
    ...['audit_entry', 'audit_link', 'audit_head'].flatMap((table) => [
      `delete from ${table}`,
      `delete from ${table} where false`,
      `truncate ${table}`,
      `alter table ${table} disable trigger all`,
    ]),
    `update audit_entry set what = 'x.y'`,
    `update audit_link set hash = previous`,
    `update audit_head set hash = hash`,
    `insert into audit_link (seq, entry_id, previous, hash) select seq + 1, -1, hash, hash from audit_link`,
    `select link_audit_entries(0)`,
    `set session_replication_role = replica`,
    `create or replace function refuse_rewriting() returns trigger language plpgsql as $$ begin return null; end $$`,
  ];
  it.each(REWRITING)('can rewrite nothing: %s', async (statement) => {
    expect(await refusal('so_phoi_hop_everything', statement)).toBe('42501');
    expect(await refusal('so_phoi_hop_scoped', statement)).toBe('42501');
  });

  it('writes entries, which are linked in whatever scope', async () => {
    const entry = `insert into audit_entry (at, actor_id, actor_name, request_id, what, subject_id)
      values (now(), uuid_v7(), 'x', 'by hand', 'body.changed', uuid_v7())`;
    for (const role of ['so_phoi_hop_everything', 'so_phoi_hop_scoped']) {
      expect(await refusal(role, entry)).toBeUndefined();
      expect(await refusal(role, 'begin', entry, 'set constraints all immediate', entry, 'commit')).toBeUndefined();
    }
    const [linked] = await world.db.query<[{ entries: number; links: number }]>(
      `select count(*) as entries, count(l.seq) as links from audit_entry e left join audit_link l on l.entry_id = e.id
       where e.request_id = 'by hand'`,
    );
    expect(linked).toEqual({ entries: 6, links: 6 });
    expect(await refusal('so_phoi_hop_scoped', 'select hash from audit_link')).toBe('42501');
  });
});
