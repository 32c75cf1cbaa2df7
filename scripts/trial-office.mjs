// The sample office as `npm start` makes it, in a throw-away folder, and Debian's Chromium signed in to it.
import { chromium } from 'playwright-core';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '..');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];
const READY_WITHIN_S = 120;

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function isReady(url) {
  return fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Starts the built server on an empty folder; `close` ends it and removes the folder. */
export async function openTrial() {
  mkdirSync(join(root, '.tmp'), { recursive: true });
  const folder = mkdtempSync(join(root, '.tmp/trial-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { ...process.env, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'error' };
  const server = spawn(process.execPath, ['dist/src/main.js'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const close = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  for (let second = 0; !(await isReady(url)); second += 0.5) {
    if (server.exitCode !== null || second > READY_WITHIN_S) {
      await close();
      throw new Error('the sample office did not start');
    }
    await wait(500);
  }
  return { url, folder, password: readFileSync(join(folder, 'sample-password'), 'utf8').trim(), close };
}

/** A browser that keeps its cookies in `folder`; `debugPort` lets another program look in. */
export function openBrowser({ url, folder }, { width, height, debugPort, scheme = 'light', scale = 1 }) {
  const args = debugPort === undefined ? FLAGS : [...FLAGS, `--remote-debugging-port=${debugPort}`];
  return chromium
    .launchPersistentContext(join(folder, `browser-${width}-${scheme}`), {
      executablePath: CHROMIUM,
      args,
      baseURL: url,
      viewport: { width, height },
      deviceScaleFactor: scale,
      colorScheme: scheme,
    })
    .then(async (context) => {
      await context.addInitScript({
        content: `localStorage.getItem('sph.scheme') ?? localStorage.setItem('sph.scheme', '${scheme}')`,
      });
      return context;
    });
}

export async function signIn(page, login, password) {
  await page.goto('/dang-nhap');
  await page.locator('input[name=username]').fill(login);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((address) => !address.pathname.startsWith('/dang-nhap'));
}

/** Id of the first agreement whose title holds `words`. */
export async function agreementCalled(page, words) {
  const answer = await page.request.get(`/api/v1/agreements?q=${encodeURIComponent(words)}`);
  const { items } = await answer.json();
  if (items.length === 0) throw new Error(`no agreement called ${words}`);
  return items[0].id;
}
