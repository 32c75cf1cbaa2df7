import { spawn } from 'node:child_process';
import { lchown, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedError } from './embedded-refusals.js';

interface User {
  uid: number;
  gid: number;
}

/** How a program is started so that it runs under the wanted user. */
interface Way {
  wrapper: string[];
  user?: User;
}

export interface Outcome {
  ok: boolean;
  output: string;
}

/** Who runs PostgreSQL: ourselves, or, because PostgreSQL refuses root, an unprivileged user that exists already. */
export interface Account {
  run(command: string, args: string[], detached?: 'detached'): Promise<Outcome>;
  /** Hands a folder and all in it to the account. */
  give(path: string): Promise<void>;
}

/** Settings such as PGDATA or PGOPTIONS of the shell must not reach this server. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));
}

/**
 * `detached` programs get their own session, safe from the terminal's Ctrl-C, and no pipe: a server they leave behind
 * would hold it open for ever.
 */
function run(way: Way, command: string, args: string[], detached?: 'detached'): Promise<Outcome> {
  const [program = command, ...rest] = [...way.wrapper, command, ...args];
  const output = detached ? ('ignore' as const) : ('pipe' as const);
  return new Promise((done) => {
    const child = spawn(program, rest, {
      ...way.user,
      cwd: process.platform === 'win32' ? undefined : '/',
      env: environment(),
      stdio: ['ignore', output, output],
      detached: detached !== undefined,
      windowsHide: true,
    });
    let text = '';
    const add = (chunk: Buffer) => (text += chunk.toString());
    child.stdout?.on('data', add);
    child.stderr?.on('data', add);
    child.on('error', (error) => {
      done({ ok: false, output: error.message });
    });
    child.on(detached ? 'exit' : 'close', (code: number | null) => {
      done({ ok: code === 0, output: text.trim() });
    });
  });
}

async function nobody(): Promise<User | null> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const [, , uid, gid] = /^nobody:.*$/m.exec(passwd)?.[0].split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** A folder that once was served by an ordinary user stays that user's, also when root starts it next time. */
async function ownerOf(folder: string): Promise<User | null> {
  const found = await stat(folder).catch(() => null);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null;
}

/**
 * `nobody` cannot enter a clone under /root or any private folder. setpriv then leaves it one capability, the smaller
 * one first (containers often have only the second). no_setuid_fixup: without it access(2) ignores capabilities, and
 * initdb and pg_ctl, which look for `postgres` with access(2), would not find it.
 */
function waysToBe(user: User): Way[] {
  const keeping = (capability: string): Way => ({
    wrapper: [
      'setpriv',
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup',
      `--inh-caps=-all,+${capability}`,
      `--ambient-caps=-all,+${capability}`,
      '--',
    ],
  });
  return [{ wrapper: [], user }, keeping('dac_read_search'), keeping('dac_override')];
}

async function giveTo({ uid, gid }: User, path: string): Promise<void> {
  await lchown(path, uid, gid);
  for (const name of await readdir(path, { recursive: true })) await lchown(join(path, name), uid, gid);
}

function refusal(postgres: string, dataDir: string, reason: string): EmbeddedError {
  return new EmbeddedError(
    `PostgreSQL không chạy được dưới quyền root; hãy chạy bằng một người dùng thường, hoặc đặt DATABASE_URL. / ` +
      `PostgreSQL refuses to run as root, and the account "nobody" cannot use ${postgres} and ${dataDir} ` +
      `(${reason}). Do one of these: start as an ordinary user; move the clone and DATA_DIR to folders others may ` +
      `enter; install setpriv (util-linux); set DATABASE_URL.`,
  );
}

/** The first way in which `postgres` runs and the data folder can be entered, tried for real rather than reckoned. */
export async function chooseAccount(postgres: string, dataDir: string, cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) {
    const way = { wrapper: [] };
    return { run: (...call) => run(way, ...call), give: () => Promise.resolve() };
  }
  const user = (await ownerOf(cluster)) ?? (await nobody());
  if (!user) throw refusal(postgres, dataDir, 'there is no such account');
  const reasons: string[] = [];
  for (const way of waysToBe(user)) {
    const probe = await run(way, '/bin/sh', ['-c', '"$0" --version && cd "$1"', postgres, dataDir]);
    if (!probe.ok) {
      reasons.push(probe.output);
      continue;
    }
    const give = (path: string) =>
      giveTo(user, path).catch((error: unknown) => {
        throw refusal(postgres, dataDir, String(error));
      });
    return { run: (...call) => run(way, ...call), give };
  }
  throw refusal(postgres, dataDir, reasons.join('; '));
}
