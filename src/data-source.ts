import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../migrations/index.js';
import { ENTITIES } from './entities.js';
import { PlainNames } from './platform/database/naming.js';

const { DATE, INT8 } = pg.types.builtins;

// A civil date stays 'YYYY-MM-DD' in raw queries too; counts come as numbers (exact up to 2^53).
pg.types.setTypeParser(DATE, (value) => value);
pg.types.setTypeParser(INT8, Number);

/** Any number that no other advisory lock here uses. */
const MIGRATION_LOCK = 7_402_026;

export function dataSourceOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new PlainNames(),
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    poolSize: 10,
    applicationName: 'so-phoi-hop',
    // Better a fault than to wait for ever when every connection is taken.
    extra: { connectionTimeoutMillis: 15_000 },
  };
}

/** Brings the tables up to date; several instances starting at once wait for each other. */
export async function migrate(url: string): Promise<void> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const db = await new DataSource(dataSourceOptions(url)).initialize();
    try {
      await db.runMigrations();
    } finally {
      await db.destroy();
    }
  } finally {
    await lock.end();
  }
}
