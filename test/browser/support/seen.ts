import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** ms without anything asked of the register, after which a page counts as still. */
const STILL = 120;
/** ms, after which a page that does not come to rest is a fault. */
const PATIENCE = 30_000;

const underway = new WeakMap<Page, { count: number; since: number }>();

/** Counts what the page asks of the register, from now on. */
export function watchAsked(page: Page): void {
  const asked = { count: 0, since: Date.now() };
  underway.set(page, asked);
  const add = (by: 1 | -1) => (): void => {
    asked.count = Math.max(0, asked.count + by);
    asked.since = Date.now();
  };
  page.on('request', add(1));
  page.on('requestfinished', add(-1));
  page.on('requestfailed', add(-1));
}

/** Waits until the page has its heading, nothing more is asked for and nothing stands in for an answer. */
export async function stillness(page: Page): Promise<void> {
  const asked = underway.get(page);
  if (asked === undefined) throw new Error('watch the page first');
  const from = Date.now();
  for (;;) {
    const isQuiet = asked.count === 0 && Date.now() - asked.since > STILL;
    if (isQuiet && (await page.evaluate<boolean>(IS_WHOLE))) return;
    if (Date.now() - from > PATIENCE) throw new Error(`${page.url()} does not come to rest`);
    await page.waitForTimeout(30);
  }
}

const IS_WHOLE = `document.querySelector('h1') !== null &&
  document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root') === null`;

/** What axe finds on the page as it is, by rule and element. */
export async function flaws(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Wider than the window: somebody would have to scroll sideways. */
export async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

export async function inTheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(`document.documentElement.setAttribute('data-mantine-color-scheme', '${scheme}')`);
  // Colours fade into each other.
  await page.evaluate('Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => null)');
}

/** By the switch of the frame, also while a window is open over it; a page without frame is loaded anew. */
export async function inLanguage(page: Page, language: 'vi' | 'en'): Promise<void> {
  const change = `(() => {
    if (document.documentElement.lang === '${language}') return 'as it is';
    const button = document.querySelector('button[lang="${language}"]');
    if (button === null) localStorage.setItem('sph.language', '${language}');
    else button.click();
    return button === null ? 'reload' : 'switched';
  })()`;
  const done = await page.evaluate<string>(change);
  if (done === 'reload') await page.reload();
  if (done !== 'as it is') await page.locator(`html[lang=${language}]`).waitFor();
  await stillness(page);
}
