import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { withDatabase } from '../../src/platform/database/embedded-or-given.js';
import { EmbeddedBusy, EmbeddedError } from '../../src/platform/database/embedded-refusals.js';
import { findEmbedded, openEmbedded } from '../../src/platform/database/embedded.js';

const root = resolve(import.meta.dirname, '../..');
const build = join(root, 'dist/src/platform/database/embedded.js');
const folders: string[] = [];

/** Mode 0700: run by root, every story here also shows that `nobody` works inside a private folder. */
function folder(): string {
  mkdirSync(join(root, '.tmp'), { recursive: true });
  const made = mkdtempSync(join(root, '.tmp/embedded-'));
  folders.push(made);
  return made;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

/** Another process that owns the folder until it is killed. */
async function ownerProcess(dataDir: string): Promise<ChildProcess> {
  const program = `
    const { openEmbedded } = await import(${JSON.stringify(build)});
    await openEmbedded({ dataDir: ${JSON.stringify(dataDir)} });
    console.log('open');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const lockFile = (dataDir: string) => join(dataDir, 'postgres/cluster/postmaster.pid');
const serverPid = (dataDir: string) => parseInt(readFileSync(lockFile(dataDir), 'utf8'), 10);

afterAll(async () => {
  for (const dataDir of folders) {
    // A story that failed half-way leaves a server behind; one that is owned is this process's own.
    if (existsSync(lockFile(dataDir)))
      await openEmbedded({ dataDir })
        .then(({ stop }) => stop())
        .catch(() => undefined);
    rmSync(dataDir, { recursive: true, force: true });
  }
});

describe('the embedded PostgreSQL of a data folder', () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = folder();
  });

  it('is made at the first start, with a Vietnamese database behind a password', async () => {
    mkdirSync(join(dataDir, 'postgres.new-2147483646-abcdef/cluster'), { recursive: true });
    const { url, stop } = await openEmbedded({ dataDir });
    expect(new URL(url)).toMatchObject({ hostname: '127.0.0.1', pathname: '/so_phoi_hop' });
    expect(readdirSync(dataDir)).toEqual(['postgres']);
    expect(statSync(join(dataDir, 'postgres/password')).mode & 0o777).toBe(0o600);
    const [settings] = await query(
      url,
      `SELECT current_setting('listen_addresses') AS listens, current_setting('unix_socket_directories') AS sockets,
              pg_encoding_to_char(encoding) AS encoding, datlocprovider, datlocale
         FROM pg_database WHERE datname = current_database()`,
    );
    const wanted = { listens: '127.0.0.1', sockets: '', encoding: 'UTF8', datlocprovider: 'i', datlocale: 'vi-VN' };
    expect(settings).toEqual(wanted);
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    await query(url, `CREATE TABLE kept AS SELECT 'Đắk Lắk' AS name`);
    await stop();
    await stop();
    expect(await findEmbedded(dataDir)).toBeNull();
  });

  it('keeps its data between starts', async () => {
    const { url, stop } = await openEmbedded({ dataDir });
    expect(await query(url, 'SELECT name FROM kept')).toEqual([{ name: 'Đắk Lắk' }]);
    await stop();
  });

  it('refuses a second owner and names the first', async () => {
    const owner = await ownerProcess(dataDir);
    const refusal = await openEmbedded({ dataDir }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EmbeddedBusy);
    expect(refusal).toMatchObject({ dataDir, ownerPid: owner.pid });
    expect(await findEmbedded(dataDir)).not.toBeNull();
    await kill(owner);
  });

  it('is adopted when its owner was killed, and stopped by the new owner', async () => {
    const before = serverPid(dataDir);
    const { url, stop } = await openEmbedded({ dataDir });
    expect(serverPid(dataDir)).toBe(before);
    await query(url, 'SELECT name FROM kept');
    await stop();
    expect(existsSync(lockFile(dataDir))).toBe(false);
  });

  it('recovers after PostgreSQL itself was killed, also when its pid now belongs to another process', async () => {
    await openEmbedded({ dataDir });
    process.kill(serverPid(dataDir), 'SIGKILL');
    const left = readFileSync(lockFile(dataDir), 'utf8');
    writeFileSync(lockFile(dataDir), left.replace(/^\d+/, String(process.pid)));
    expect(await findEmbedded(dataDir)).toBeNull();
    const { url, stop } = await openEmbedded({ dataDir });
    expect(await query(url, 'SELECT name FROM kept')).toEqual([{ name: 'Đắk Lắk' }]);
    await stop();
  });

  it('started by a command is stopped by it, but not under the feet of another', async () => {
    const first = await withDatabase({ databaseUrl: null, dataDir }, 'command');
    const second = await withDatabase({ databaseUrl: null, dataDir }, 'command');
    expect(second.url).toBe(first.url);
    const busy = new pg.Client({ connectionString: second.ownerUrl ?? '' });
    await busy.connect();
    await first.close();
    expect((await busy.query<{ name: string }>('SELECT name FROM kept')).rows).toHaveLength(1);
    await busy.end();
    await second.close();
    await openEmbedded({ dataDir }).then(({ stop }) => stop());

    const alone = await withDatabase({ databaseUrl: null, dataDir }, 'command');
    await query(alone.ownerUrl ?? '', 'SELECT 1');
    await alone.close();
    expect(await findEmbedded(dataDir)).toBeNull();
  });

  it('owned by a server is left running by a command', async () => {
    const server = await withDatabase({ databaseUrl: null, dataDir }, 'server');
    const command = await withDatabase({ databaseUrl: null, dataDir }, 'command');
    await command.close();
    expect(command).toMatchObject({ url: server.url, embedded: true });
    expect(await findEmbedded(dataDir)).toBe(server.ownerUrl);
    await server.close();
    expect(await findEmbedded(dataDir)).toBeNull();
  });

  it('made by another PostgreSQL is refused, not touched', async () => {
    const version = join(dataDir, 'postgres/cluster/PG_VERSION');
    writeFileSync(version, '17\n');
    await expect(openEmbedded({ dataDir })).rejects.toThrow(/made by PostgreSQL 17, the packaged server is 18/);
  });
});

it('of two first starts at once one wins and the other says so', async () => {
  const dataDir = folder();
  const starts = await Promise.allSettled([openEmbedded({ dataDir }), openEmbedded({ dataDir })]);
  const won = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const lost = starts.flatMap((start) => (start.status === 'rejected' ? [start.reason as unknown] : []));
  expect([won.length, lost.length]).toEqual([1, 1]);
  expect(lost[0]).toBeInstanceOf(EmbeddedBusy);
  expect(readdirSync(dataDir)).toEqual(['postgres']);
  await query(won[0]!.url, 'CREATE TABLE sound (id int)');
  await won[0]!.stop();
});

it('a given DATABASE_URL is used as it is', async () => {
  const given = await withDatabase({ databaseUrl: 'postgres://db/x', dataDir: '/nowhere' }, 'server');
  await given.close();
  expect(given).toMatchObject({ url: 'postgres://db/x', embedded: false });
});

it('a machine without a packaged PostgreSQL is told to give DATABASE_URL', async () => {
  const { findBinaries } = await import('../../src/platform/database/embedded-binaries.js');
  const refusal = await findBinaries('sunos', 'x64').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(EmbeddedError);
  expect(String(refusal)).toContain('DATABASE_URL');
});
