import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import type { Account } from './embedded-account.js';
import type { Binaries } from './embedded-binaries.js';
import { isAlive, runningPort } from './embedded-pid.js';
import { EmbeddedError } from './embedded-refusals.js';

/** DATA_DIR/postgres appears by one rename, so cluster and password are both there or both not. */
export interface Place {
  dataDir: string;
  home: string;
  cluster: string;
  password: string;
  log: string;
}

export interface Machine {
  place: Place;
  binaries: Binaries;
  account: Account;
}

export function placeOf(dataDir: string): Place {
  const home = resolve(dataDir, 'postgres');
  return {
    dataDir: dirname(home),
    home,
    cluster: join(home, 'cluster'),
    password: join(home, 'password'),
    log: join(home, 'log'),
  };
}

export async function prepareCluster(machine: Machine, onLog: (line: string) => void): Promise<void> {
  const { place, account } = machine;
  await removeDrafts(place);
  if (!(await majorOf(place))) {
    onLog(`creating the PostgreSQL data folder ${place.home}`);
    await createCluster(machine);
  }
  await refuseOtherMajor(machine);
  // A copy made by root belongs to root; on Windows every uid is 0 and `give` does nothing.
  if ((await stat(place.cluster)).uid === 0) await account.give(place.home);
}

async function majorOf({ cluster }: Place): Promise<string | null> {
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new EmbeddedError(
      `Không đọc được ${cluster}. / ${cluster} cannot be read (${code ?? '?'}): it belongs to another user. ` +
        `Start as that user or as root, or choose another DATA_DIR.`,
      { cause: error },
    );
  });
  return version?.trim() ?? null;
}

async function refuseOtherMajor({ place, binaries, account }: Machine): Promise<void> {
  const { ok, output } = await account.run(binaries.postgres, ['--version']);
  const packaged = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (!ok || !packaged) {
    throw new EmbeddedError(
      `PostgreSQL đóng gói sẵn không chạy được trên máy này. / The packaged PostgreSQL does not run here: ${output}`,
    );
  }
  const made = await majorOf(place);
  if (made === packaged) return;
  throw new EmbeddedError(
    `Dữ liệu trong ${place.home} thuộc PostgreSQL ${made ?? '?'}, còn bản đóng gói là ${packaged}. / ` +
      `The data in ${place.home} was made by PostgreSQL ${made ?? '?'}, the packaged server is ${packaged}: restore ` +
      `a backup into a new DATA_DIR, or go back to the release that used PostgreSQL ${made ?? '?'}.`,
  );
}

/** The owner's pid is in the draft's name, so what a killed first start left behind is known as such. */
async function removeDrafts({ dataDir, home }: Place): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const pid = name.startsWith(`${basename(home)}.new-`) ? Number(name.split('-')[1]) : null;
    if (pid !== null && !isAlive(pid)) await rm(join(dataDir, name), { recursive: true, force: true });
  }
}

async function createCluster({ place, binaries, account }: Machine): Promise<void> {
  const draft = await mkdtemp(`${place.home}.new-${process.pid}-`);
  try {
    const password = join(draft, 'password');
    await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await mkdir(join(draft, 'cluster'), { mode: 0o700 });
    await account.give(draft);
    const { ok, output } = await account.run(binaries.initdb, [
      `--pgdata=${join(draft, 'cluster')}`,
      '--username=postgres',
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=vi-VN',
      '--locale=C',
      '--no-instructions',
    ]);
    if (!ok) throw new EmbeddedError(`Không tạo được dữ liệu PostgreSQL. / initdb failed: ${output}`);
    await rename(draft, place.home);
  } catch (error) {
    // Somebody else's first start was quicker: theirs is as good as ours.
    if (!(await majorOf(place))) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        done(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

const LOG_LIMIT = 5_000_000;

async function logSize({ log }: Place): Promise<number> {
  const size = (await stat(log).catch(() => null))?.size ?? 0;
  if (size < LOG_LIMIT) return size;
  await rename(log, `${log}.old`);
  return 0;
}

async function logSince({ log }: Place, start: number): Promise<string> {
  const file = await open(log).catch(() => null);
  if (!file) return '';
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(8192), position: start });
  await file.close();
  return buffer.toString('utf8', 0, bytesRead).trim();
}

/** Starts the server and waits until it answers; false when another process was quicker or took the port. */
export async function startServer({ place, binaries, account }: Machine, extraFlags: string[]): Promise<boolean> {
  const before = await logSize(place);
  const flags = [
    `-p ${await freePort()}`,
    '-c listen_addresses=127.0.0.1',
    '-c unix_socket_directories=',
    ...extraFlags.map((flag) => `-c ${flag}`),
  ];
  // Recovery after a crash may take minutes; a server that dies is noticed at once.
  const args = ['start', '-w', '-t', '600', '-D', place.cluster, '-l', place.log, '-o', flags.join(' ')];
  const { ok, output } = await account.run(binaries.pg_ctl, args, 'detached');
  if (ok) return true;
  const log = await logSince(place, before);
  if (/lock file "postmaster\.pid"|could not bind|shared memory block/.test(log)) return false;
  throw new EmbeddedError(`PostgreSQL không khởi động được. / PostgreSQL did not start: ${log || output}`);
}

/** Fast shutdown; when that takes too long the immediate one, from which PostgreSQL recovers at the next start. */
export async function stopServer({ place, binaries, account }: Machine): Promise<void> {
  if ((await runningPort(place.cluster)) === null) return;
  const stop = (mode: string) =>
    account.run(binaries.pg_ctl, ['stop', '-w', '-t', '4', '-m', mode, '-D', place.cluster], 'detached');
  if (!(await stop('fast')).ok) await stop('immediate');
}
