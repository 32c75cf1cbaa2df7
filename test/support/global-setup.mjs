// One throw-away PostgreSQL per run, inside the clone; each story clones its template database.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import tearDown from './global-teardown.mjs';

const root = resolve(import.meta.dirname, '../..');
const PREFIX = 'test-postgres-';
const SPEED = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200', 'autovacuum=off'];

async function build(path) {
  const file = join(root, 'dist/src', path);
  return existsSync(file) ? import(file) : null;
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** What a killed run left behind, its server included. */
async function removeLeftovers({ findEmbedded, openEmbedded }) {
  for (const name of readdirSync(join(root, '.tmp'))) {
    if (!name.startsWith(PREFIX) || isAlive(Number(name.slice(PREFIX.length)))) continue;
    const dataDir = join(root, '.tmp', name);
    if (await findEmbedded(dataDir)) await (await openEmbedded({ dataDir })).stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function makeTemplate(url) {
  const admin = new pg.Client({ connectionString: new URL('/postgres', url).href });
  await admin.connect();
  await admin.query('CREATE DATABASE tpl');
  await admin.end();
  const ownerUrl = new URL('/tpl', url).href;
  const { migrate } = await build('data-source.js');
  const { embeddedAppUrl } = await build('platform/database/app-role.js');
  await migrate({ url: embeddedAppUrl(ownerUrl), ownerUrl });
}

export default async function () {
  const embedded = await build('platform/database/embedded.js');
  if (!embedded) throw new Error('dist/ is missing: run the tests with "npm test", which builds first.');
  mkdirSync(join(root, '.tmp'), { recursive: true });
  await removeLeftovers(embedded);
  const dataDir = join(root, '.tmp', `${PREFIX}${process.pid}`);
  const server = await embedded.openEmbedded({ dataDir, extraFlags: SPEED });
  globalThis.testPostgres = { server, dataDir };
  // jest does not run the teardown when the setup fails.
  await makeTemplate(server.url).catch(async (error) => {
    await tearDown();
    throw error;
  });
  process.env.TEST_DATABASE_URL = new URL('/', server.url).href.replace(/\/$/, '');
}
