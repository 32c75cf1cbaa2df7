import { chromium, type Browser, type Page } from 'playwright-core';
import { existsSync } from 'node:fs';
import { SampleOffice } from '../../../src/sample/sample-office.js';
import { openWorld, PASSWORD, type World } from '../../support/world.js';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

/** Today in these stories, for the register and for the browser. */
export const TODAY = '2026-11-24';

const SIZES = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
} as const;

export interface Look {
  size?: keyof typeof SIZES;
  language?: 'vi' | 'en';
  scheme?: 'light' | 'dark';
}

export interface Office {
  world: World;
  url: string;
  /** A browser of its own, at the door. Every fault on its console is an error of the story. */
  visit: (look?: Look) => Promise<Page>;
  /** The same, signed in as one of the sample's people (van-thu, don-vi, tham-dinh, lanh-dao) or admin; at the desk. */
  as: (login: string, look?: Look) => Promise<Page>;
  /** What went wrong in any of its pages: exceptions, refused policies, words that no language has. */
  faults: string[];
  close: () => Promise<void>;
}

/** What a story may provoke on purpose: answers other than 2xx are told on the console by the browser itself. */
const PROVOKED = /Failed to load resource/;

async function openPage(browser: Browser, url: string, { size = 'desktop', language = 'vi', scheme = 'light' }: Look) {
  const context = await browser.newContext({ viewport: SIZES[size], baseURL: url, timezoneId: 'Asia/Ho_Chi_Minh' });
  await context.clock.setFixedTime(new Date(`${TODAY}T05:00:00Z`));
  // Only at first: what is chosen on the page is remembered by the page.
  const first = Object.entries({ 'sph.language': language, 'sph.scheme': scheme })
    .map(([key, value]) => `if (localStorage.getItem('${key}') === null) localStorage.setItem('${key}', '${value}');`)
    .join('\n');
  // An empty page has no storage.
  await context.addInitScript({ content: `if (location.protocol !== 'about:') {\n${first}\n}` });
  return context.newPage();
}

export async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/dang-nhap');
  await page.locator('input[name=username]').fill(login);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((address) => !address.pathname.startsWith('/dang-nhap'));
}

/** The sample office behind a real port, and Debian's Chromium in front of it. */
export async function openOffice(settings: Record<string, string> = {}): Promise<Office> {
  if (!existsSync(CHROMIUM)) throw new Error(`no browser at ${CHROMIUM}: install Debian's chromium, or set CHROMIUM`);
  const world = await openWorld(settings);
  world.clock.set(TODAY);
  await world.call('GET', '/bodies');
  await world.app.get(SampleOffice).loadIfNew(PASSWORD);
  await world.app.listen(0, '127.0.0.1');
  const url = (await world.app.getUrl()).replace('127.0.0.1', 'localhost');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const faults: string[] = [];
  const visit = async (look: Look = {}): Promise<Page> => {
    const page = await openPage(browser, url, look);
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (told) => {
      if (told.type() === 'error' && !PROVOKED.test(told.text())) faults.push(told.text());
    });
    return page;
  };
  return {
    world,
    url,
    visit,
    as: async (login, look) => {
      const page = await visit(look);
      await signIn(page, login);
      return page;
    },
    faults,
    close: async () => {
      await browser.close();
      await world.close();
    },
  };
}
