import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

const DOCUMENT = resolve(import.meta.dirname, '../../docs/personal-data.md');
/** Columns that sound like a person's. */
const PERSONAL =
  /name|contact|mail|phone|mobile|zalo|fax|login|signatory|position|chair|secretary|attendee|person|photo|avatar|address|agent|device|started_by/;
/** What the register must not know (domain §7.2). */
const FORBIDDEN =
  /birth|born|(?:^|_)age$|gender|sex|identity_n|citizen|passport|cccd|cmnd|home_|residence|party_card|religion|ethnic|health/;

const listed = (): string[] =>
  [...readFileSync(DOCUMENT, 'utf8').matchAll(/^\| `([a-z_.]+)`/gm)].map(([, at = '']) => at);

function unlisted(columns: readonly string[]): string[] {
  const known = new Set(listed());
  return columns.filter((column) => PERSONAL.test(column.split('.')[1] ?? '') && !known.has(column));
}

const forbidden = (columns: readonly string[]): string[] =>
  columns.filter((column) => FORBIDDEN.test(column.split('.')[1] ?? ''));

describe('personal data', () => {
  let database: TestDatabase;
  let columns: string[];
  beforeAll(async () => {
    database = await cloneDatabase();
    const db = await new DataSource(dataSourceOptions(database.url)).initialize();
    const rows = await db.query<{ at: string }[]>(
      `select c.table_name || '.' || c.column_name as at from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`,
    );
    columns = rows.map(({ at }) => at);
    await db.destroy();
  });
  afterAll(() => database.drop());

  it('stands in docs/personal-data.md, column by column', () => {
    expect(columns.length).toBeGreaterThan(200);
    expect(unlisted(columns)).toEqual([]);
  });

  it('is listed only where it is', () => {
    expect(listed().filter((column) => !columns.includes(column))).toEqual([]);
  });

  it('is no more than names, positions and contacts at the office', () => {
    expect(forbidden(columns)).toEqual([]);
  });

  it('is noticed when it is new, or more', () => {
    expect(unlisted(['follow_up.owner_phone', 'member.login'])).toEqual(['follow_up.owner_phone']);
    expect(forbidden(['member.birth_date', 'member.citizen_id', 'party.contact'])).toHaveLength(2);
  });
});
