import { readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** After a reboot or in a restarted container the number may belong to any other process, or to a zombie. */
async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres');
  return command.includes('postgres');
}

async function isSame(one: string, other: string): Promise<boolean> {
  const real = (path: string) => realpath(path).catch(() => null);
  return (await real(one)) === (await real(other));
}

const lockFile = (cluster: string) => join(cluster, 'postmaster.pid');

async function read(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
}

/** The port of the server that runs on this cluster; 0 while it has not written it yet. */
export async function runningPort(cluster: string): Promise<number | null> {
  const [pid, folder, , port] = ((await read(lockFile(cluster))) ?? '').split('\n');
  if (!pid || !folder || !(await isPostgres(Number(pid))) || !(await isSame(folder, cluster))) return null;
  return Number(port ?? 0);
}

/** No process can have it: far above the highest pid of any system. */
const NO_PID = 2_147_483_646;

/**
 * PostgreSQL clears a stale lock file itself unless its pid is taken by another living process. Then we change only
 * that number: the rest of the file lets PostgreSQL still look for backends left over from the dead server.
 */
export async function releaseStalePid(cluster: string): Promise<void> {
  const content = await read(lockFile(cluster));
  const pid = parseInt(content ?? '', 10);
  if (content === null || !isAlive(pid) || (await runningPort(cluster)) !== null) return;
  await writeFile(lockFile(cluster), content.replace(/^\d+/, String(NO_PID)));
}
