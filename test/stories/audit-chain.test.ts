import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { note, noteEach } from '../../src/platform/audit/audit.js';
import { noteHead, verifyChain, type ChainReport } from '../../src/platform/audit/chain.js';
import type { Act } from '../../src/platform/http/act.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const ACT: Act = {
  actor: { id: '00000000-0000-7000-8000-000000000001', name: 'Nguyễn Thị "Lan"' },
  today: '2026-07-02',
  at: '2026-07-02T05:00:00.123Z',
  requestId: 'story',
  from: '2001:db8::1',
  by: 'session',
};

let database: TestDatabase;
let db: DataSource;

async function open(): Promise<void> {
  database = await cloneDatabase();
  db = await new DataSource(dataSourceOptions(database.url)).initialize();
}
async function shut(): Promise<void> {
  await db.destroy();
  await database.drop();
}

/** Pictures that an escape, an accent, a number or a null may trip over. */
const PICTURES = [
  { title: 'Quy chế\n"phối hợp"\t\\ \u2028 \u007f 🇻🇳', n: 1.1, big: 12345678901234567890n.toString() },
  { list: [1, null, 'x'], nested: { b: 1, aa: 2 } },
  null,
];
const write = (tx: EntityManager, i = 0): Promise<void> =>
  note(tx, ACT, 'body.changed', randomUUID(), { before: PICTURES[(i + 1) % 3]!, after: PICTURES[i % 3]! });
const commit = (entries: number): Promise<void> =>
  db.transaction(async (tx) => {
    for (let i = 0; i < entries; i += 1) await write(tx, i);
  });
const verify = (tx: EntityManager = db.manager): Promise<ChainReport> => verifyChain(tx);
const counted = async (): Promise<{ entries: number; links: number; last: number }> => {
  const [row] = await db.query<[{ entries: number; links: number; last: number }]>(
    `select (select count(*) from audit_entry) as entries, count(*) as links, coalesce(max(seq), 0) as last from audit_link`,
  );
  return row;
};

describe('the chain of the audit trail', () => {
  beforeEach(open);
  afterEach(shut);

  it('is sound and empty before the first entry', async () => {
    expect(await verify()).toEqual({
      links: 0,
      from: 1,
      to: 0,
      head: '00'.repeat(32),
      complete: true,
      faults: 0,
      first: null,
    });
  });

  it('links every entry when its transaction commits, whatever the session speaks', async () => {
    await commit(3);
    await db.transaction(async (tx) => {
      await tx.query(
        `set local timezone = 'America/New_York'; set local datestyle = 'German'; set local bytea_output = 'escape';
         set local intervalstyle = 'iso_8601'; set local extra_float_digits = -3; set local search_path = pg_temp, public`,
      );
      for (let i = 0; i < 3; i += 1) await write(tx, i);
      expect((await tx.query<unknown[]>(`select from audit_link`)).length).toBe(3);
    });
    expect(await verify()).toMatchObject({ links: 6, to: 6, faults: 0, first: null });
  });

  it('holds with writers racing, transactions taken back and savepoints', async () => {
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let turn = 0; turn < 50; turn += 1) {
          await db
            .transaction(async (tx) => {
              const entries = 1 + ((writer + turn) % 5);
              for (let i = 0; i < entries; i += 1) await write(tx, i);
              await tx.query('savepoint doubt');
              await write(tx);
              if (turn % 3 === 0) await tx.query('rollback to savepoint doubt');
              if (turn % 7 === writer % 7) throw new Error('taken back');
            })
            .catch((error: unknown) => {
              expect((error as Error).message).toBe('taken back');
            });
        }
      }),
    );
    const { entries, links, last } = await counted();
    expect(entries).toBeGreaterThan(8 * 40 * 3);
    expect([links, last]).toEqual([entries, entries]);
    expect(await verify()).toMatchObject({ links: entries, to: entries, faults: 0, complete: true });
  }, 120_000);

  it('links the thousands of entries of one transaction in one go, and is walked in parts', async () => {
    const changes = Array.from({ length: 5_001 }, () => ({ id: randomUUID(), before: null, after: { state: 'due' } }));
    await db.transaction((tx) => noteEach(tx, ACT, 'body.changed', changes));
    const whole = await verify();
    expect(whole).toMatchObject({ links: 5_001, to: 5_001, faults: 0, complete: true });
    const part = await verifyChain(db.manager, { most: 5_000 });
    expect(part).toMatchObject({ links: 5_000, to: 5_000, complete: false, faults: 0 });
    const rest = await verifyChain(db.manager, { from: part.to + 1, most: 5_000 });
    expect(rest).toMatchObject({ links: 1, from: 5_001, to: 5_001, complete: true, faults: 0, head: whole.head });
  });

  it('takes no entry of a transaction that does not see what others commit meanwhile', async () => {
    for (const level of ['REPEATABLE READ', 'SERIALIZABLE'] as const) {
      await expect(db.transaction(level, (tx) => write(tx))).rejects.toThrow('READ COMMITTED');
    }
    expect(await counted()).toEqual({ entries: 0, links: 0, last: 0 });
  });

  it('is made for the entries that were there before it', async () => {
    const chained = async () =>
      (await db.query<{ at: string | null }[]>(`select to_regclass('audit_link') as at`))[0]?.at;
    while (await chained()) await db.undoLastMigration();
    await db.query(
      `insert into audit_entry (at, actor_id, actor_name, request_id, what, subject_id)
       select now(), uuid_v7(), 'x', 'r', 'body.changed', uuid_v7() from generate_series(1, 3)`,
    );
    await db.runMigrations();
    await commit(2);
    expect(await verify()).toMatchObject({ links: 5, faults: 0 });
  });
});

describe('a broken chain', () => {
  beforeAll(async () => {
    await open();
    for (let i = 0; i < 4; i += 1) await commit(2);
    await noteHead(db.manager, { ...ACT, requestId: 'night' });
    await commit(2);
  });
  afterAll(shut);

  /** What somebody with every right over the database may do, seen and taken back. */
  async function after(...deeds: string[]): Promise<[number, string | undefined, number | null | undefined]> {
    const runner = db.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(`set local session_replication_role = replica`);
      for (const deed of deeds) await runner.query(deed);
      const { faults, first } = await verify(runner.manager);
      return [faults, first?.kind, first?.seq ?? first?.entryId];
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  it.each([
    `at = at + interval '1 microsecond'`,
    `actor_id = uuid_v7()`,
    `actor_name = actor_name || ' '`,
    `from_address = null`,
    `by_credential = 'token'`,
    `request_id = ''`,
    `what = 'body.renamed'`,
    `subject_id = uuid_v7()`,
    `agreement_id = uuid_v7()`,
    `before = coalesce(before, 'null')`,
    `after = jsonb_set(after, '{n}', '1.10')`,
  ])('names the entry that says something else: %s', async (change) => {
    const id = change.startsWith('before') ? 6 : 4;
    expect(await after(`update audit_entry set ${change} where id = ${id}`)).toEqual([1, 'ENTRY_CHANGED', id]);
  });

  it('names the entry that is gone, and the link that is', async () => {
    expect(await after(`delete from audit_entry where id = 5`)).toEqual([1, 'ENTRY_MISSING', 5]);
    expect(await after(`delete from audit_entry where id = 5`, `delete from audit_link where seq = 5`)).toEqual([
      1,
      'LINK_MISSING',
      5,
    ]);
    expect(await after(`delete from audit_link where seq = 1`)).toEqual([2, 'LINK_MISSING', 1]);
  });

  it('names links out of order, and an entry slipped in beside the chain', async () => {
    const swap = `update audit_link set entry_id = -entry_id where seq in (3, 4)`;
    const back = `update audit_link set entry_id = case entry_id when -3 then 4 else 3 end where seq in (3, 4)`;
    expect(await after(swap, back)).toEqual([2, 'ENTRY_CHANGED', 3]);
    const forged = `update audit_link set hash = audit_hash(previous, (select e from audit_entry e where id = 4)) where seq = 4`;
    expect(await after(`update audit_entry set what = 'x.y' where id = 4`, forged)).toEqual([1, 'ORDER_BROKEN', 5]);
    const slipped = `insert into audit_entry (at, actor_id, actor_name, request_id, what, subject_id)
      values (now(), uuid_v7(), 'x', 'r', 'body.changed', uuid_v7())`;
    const [count, kind] = await after(slipped);
    expect([count, kind]).toEqual([1, 'ENTRY_UNLINKED']);
  });

  it('misses a tail cut off before the noted head, not one after it', async () => {
    const cut = (seq: number): string[] => [
      `delete from audit_entry where id in (select entry_id from audit_link where seq >= ${seq})`,
      `delete from audit_link where seq >= ${seq}`,
    ];
    expect(await after(...cut(8))).toEqual([1, 'HEAD_LOST', 8]);
    expect(await after(...cut(9))).toEqual([0, undefined, undefined]);
  });

  it('made anew from a changed entry on is found out by a head kept elsewhere only', async () => {
    const paper = (await verify()).head;
    const anew = [
      `delete from audit_head`,
      `update audit_entry set what = 'x.y' where id = 7`,
      `delete from audit_link where seq >= 7`,
      `select link_audit_entries(7)`,
    ];
    expect(await after(...anew)).toEqual([0, undefined, undefined]);
    const runner = db.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`set local session_replication_role = replica`);
    for (const deed of anew) await runner.query(deed);
    expect((await verifyChain(runner.manager, { head: paper })).askedHeadSeq).toBeNull();
    await runner.rollbackTransaction();
    await runner.release();
    expect((await verifyChain(db.manager, { head: paper })).askedHeadSeq).toBe(10);
  });
});

describe('the database', () => {
  beforeAll(async () => {
    await open();
    await commit(1);
    await noteHead(db.manager, ACT);
  });
  afterAll(shut);

  it.each(['audit_entry', 'audit_link', 'audit_head'])('refuses to rewrite %s, its owner too', async (table) => {
    const column = table === 'audit_entry' ? 'what' : 'hash';
    for (const deed of [
      `update ${table} set ${column} = ${column}`,
      `update ${table} set ${column} = ${column} where false`,
      `delete from ${table}`,
      `truncate ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(db.query(deed)).rejects.toThrow(`${table} is only ever added to`);
    }
  });
});
