// Builds what is missing or older than what it is made of; quick and silent when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '..');
const at = (path) => join(root, path);

const PARTS = [
  {
    name: 'server',
    product: 'dist/src/main.js',
    sources: ['src', 'migrations', 'tsconfig.json', 'nest-cli.json', 'package-lock.json'],
    tool: 'node_modules/@nestjs/cli/bin/nest.js',
    args: ['build'],
  },
  {
    name: 'interface',
    product: 'web/dist/index.html',
    sources: ['web/src', 'web/public', 'web/index.html', 'web/vite.config.ts', 'web/package.json', 'package-lock.json'],
    tool: 'node_modules/vite/bin/vite.js',
    args: ['build', 'web', '--logLevel', 'warn'],
  },
];

/** Folders count too: their time changes when a file in them is deleted. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isStale({ product, sources }) {
  const made = existsSync(at(product)) ? statSync(at(product)).mtimeMs : -1;
  return sources.some((source) => newest(at(source)) > made);
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const LOCK = at('.tmp/build.lock');

/** A lock whose owner is dead means a build broken off half-way: its product must not be trusted. */
async function lock() {
  mkdirSync(at('.tmp'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    await wait(200);
    const owner = existsSync(LOCK) ? Number(readFileSync(LOCK, 'utf8')) : null;
    if (owner === null || (owner !== 0 && isAlive(owner))) continue;
    for (const { product } of PARTS) rmSync(at(product), { force: true });
    rmSync(LOCK, { force: true });
  }
}

function build({ name, product, tool, args }) {
  const start = new Date();
  console.log(`Building the ${name} …`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [at(tool), ...args], { cwd: root, encoding: 'utf8' });
  if (status === 0 && existsSync(at(product))) {
    // A source saved while the build ran must count as newer.
    utimesSync(at(product), start, start);
    return;
  }
  rmSync(at(product), { force: true });
  console.error(`${stdout}${stderr}\nThe ${name} could not be built.`);
  process.exitCode = 1;
}

/** Without the build tools (npm ci --omit=dev) what is there is used as it is. */
function canBuild({ name, product, tool }) {
  if (existsSync(at(tool))) return true;
  if (existsSync(at(product))) return false;
  console.error(`${product} is missing and ${tool} is not installed: run "npm ci" to build the ${name}.`);
  process.exitCode = 1;
  return false;
}

if (existsSync(LOCK) || PARTS.some(isStale)) {
  const parts = PARTS.filter(canBuild);
  if (parts.length > 0) {
    await lock();
    try {
      for (const part of parts) if (process.exitCode === undefined && isStale(part)) build(part);
    } finally {
      rmSync(LOCK, { force: true });
    }
  }
}
