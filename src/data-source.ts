import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../migrations/index.js';
import { ENTITIES } from './entities.js';
import { RoleError, prepareAppRole, refuseStrongRole } from './platform/database/app-role.js';
import type { Database } from './platform/database/embedded-or-given.js';
import { PlainNames } from './platform/database/naming.js';
import { wearScopes } from './platform/database/scope.js';

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

/** Connects as the app; every statement from here on stands under a scope. */
export async function connectInScope(options: DataSourceOptions): Promise<DataSource> {
  return wearScopes(await new DataSource(options).initialize());
}

/**
 * Brings the tables up to date as their owner; several instances starting at once wait for each other. Without the
 * owner's address the tables must be up to date already. Throws RoleError when the app's role is too strong.
 */
export async function migrate({ url, ownerUrl }: Pick<Database, 'url' | 'ownerUrl'>): Promise<void> {
  if (ownerUrl !== null) await migrateAs(ownerUrl, url);
  await refuseStrongRole(url);
  if (ownerUrl === null) await refuseOldTables(url);
}

async function migrateAs(ownerUrl: string, appUrl: string): Promise<void> {
  const lock = new pg.Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const db = await new DataSource(dataSourceOptions(ownerUrl)).initialize();
    try {
      await db.runMigrations();
    } finally {
      await db.destroy();
    }
    await prepareAppRole(lock, appUrl);
  } finally {
    await lock.end();
  }
}

async function refuseOldTables(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set role so_phoi_hop_everything');
    const { rows } = await client.query<{ name: string }>('select name from migration');
    const done = new Set(rows.map(({ name }) => name));
    const waiting = MIGRATIONS.filter((step) => !done.has(step.name));
    if (waiting.length > 0)
      throw new RoleError(
        `Các bảng chưa cập nhật. / The tables are ${waiting.length} steps behind: set DATABASE_OWNER_URL for this ` +
          'start, or run npm run migrate with it.',
      );
  } finally {
    await client.end();
  }
}
