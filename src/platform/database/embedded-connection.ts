import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Place } from './embedded-cluster.js';
import { runningPort } from './embedded-pid.js';
import { EmbeddedBusy } from './embedded-refusals.js';

const DATABASE = 'so_phoi_hop';
/** Session advisory lock, in database `postgres`, of the process that will stop the server. */
const OWNER_LOCK = 7_301_964;
const OWNER_NAME = 'so-phoi-hop owner ';

export interface Running {
  client: pg.Client;
  port: number;
  url: string;
}

/** Starting up, shutting down, or gone between two of our steps: ask again. */
export function isPassing(error: unknown): boolean {
  const { code, message } = error as Error & { code?: string };
  return (
    ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code ?? '') ||
    /Connection terminated/.test(message)
  );
}

const TRIES = 300;
const PAUSE_MS = 100;

/** A connection to the server of this folder; null when none runs. */
export async function connectRunning(place: Place): Promise<Running | null> {
  for (let tries = 0; ; tries++) {
    const port = await runningPort(place.cluster);
    if (port === null) return null;
    try {
      return await connect(place, port);
    } catch (error) {
      if (!isPassing(error) || tries >= TRIES) throw error;
    }
    await wait(PAUSE_MS);
  }
}

async function connect(place: Place, port: number): Promise<Running> {
  const password = (await readFile(place.password, 'utf8')).trim();
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    ssl: false,
    application_name: `${OWNER_NAME}${process.pid}`,
  });
  // Without a listener the end of the server would end this process too.
  client.on('error', () => undefined);
  await client.connect();
  return { client, port, url: `postgres://postgres:${password}@127.0.0.1:${port}/${DATABASE}` };
}

/** Throws EmbeddedBusy when another process keeps the lock; a killed one's lock goes within moments. */
export async function takeOwnership({ client, port }: Running, place: Place): Promise<void> {
  for (let tries = 0; tries < 10; tries++) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [OWNER_LOCK]);
    if (rows[0]?.taken) return;
    await wait(PAUSE_MS);
  }
  const { rows } = await client.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND objid = $1 AND granted`,
    [OWNER_LOCK],
  );
  throw new EmbeddedBusy(place.dataDir, Number(rows[0]?.name.slice(OWNER_NAME.length)) || null, port);
}

export async function createDatabase({ client }: Running): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
}

/** Backends of a pool that was just closed need a moment to leave. */
export async function isAlone({ client }: Running): Promise<boolean> {
  for (let tries = 0; tries < 10; tries++) {
    const { rowCount } = await client.query(
      `SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    if (rowCount === 0) return true;
    await wait(PAUSE_MS);
  }
  return false;
}
