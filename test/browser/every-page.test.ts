import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openOffice, type Office } from './support/office.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Item {
  id: string;
  [field: string]: unknown;
}

/** Addresses of all pages, one record of each kind for those about one; `login` sees them all. */
async function addresses({ world }: Office): Promise<[login: string, path: string][]> {
  const first = async (path: string, fits: (item: Item) => boolean = () => true): Promise<string> => {
    const { body } = await world.call<{ items: Item[] }>('GET', path);
    const found = body.items.find(fits) ?? body.items[0];
    if (!found) throw new Error(`nothing under ${path}`);
    return found.id;
  };
  const bound = await first('/agreements?state=in_force&limit=50');
  const report = async (standing: string): Promise<string> => first(`/occurrences?standing=${standing}`);
  const tabs = ['tong-quan', 'dieu-khoan', 'thoi-gian', 'tai-lieu', 'sua-doi', 'lich-su'];
  const admin = [
    ...['/', '/co-quan', `/co-quan/${await first('/bodies')}`, '/lich-lam-viec', '/che-do-bao-cao', '/thanh-vien'],
    ...[`/thanh-vien/${await first('/members')}`, '/ra-soat', '/nhat-ky', '/toi', '/van-ban', '/van-ban/moi'],
    ...tabs.map((tab) => `/van-ban/${bound}?muc=${tab}`),
    ...['/bao-cao', `/bao-cao/${await report('overdue')}`, `/bao-cao/${await report('done_on_time')}`],
    ...[
      '/so-ket',
      `/so-ket/${await first('/reviews')}`,
      '/ke-thua',
      '/chua-ro-ky-han',
      '/xin-lui-han',
      '/tong-hop',
      '/lich',
    ],
  ];
  return [
    ...admin.map((path) => ['admin', path] as [string, string]),
    ['don-vi', '/'],
    ['tham-dinh', '/'],
    ['lanh-dao', '/'],
    ['lanh-dao', '/tong-hop'],
    ['-', '/dang-nhap'],
    ['-', '/dat-mat-khau'],
    ['-', '/khong-co-trang-nay'],
  ];
}

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
}

async function flaws(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Wider than the window: somebody would have to scroll sideways. */
async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

async function inTheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(`document.documentElement.setAttribute('data-mantine-color-scheme', '${scheme}')`);
}

describe('every page', () => {
  let office: Office;
  let all: [login: string, path: string][];
  const opened = new Map<string, Page>();
  beforeAll(async () => {
    office = await openOffice();
    all = await addresses(office);
  }, 240_000);
  afterAll(() => office.close());

  async function open(login: string, path: string, language: 'vi' | 'en'): Promise<Page> {
    const key = `${login} ${language}`;
    const page =
      opened.get(key) ?? (await (login === '-' ? office.visit({ language }) : office.as(login, { language })));
    opened.set(key, page);
    await page.goto(path);
    await settle(page);
    return page;
  }

  it.each(['vi', 'en'] as const)(
    'is accessible in %s, light and dark (axe)',
    async (language) => {
      const found: string[] = [];
      for (const [login, path] of all) {
        const page = await open(login, path, language);
        for (const scheme of ['light', 'dark'] as const) {
          await inTheme(page, scheme);
          found.push(...(await flaws(page)).map((flaw) => `${login} ${path} ${scheme} ${flaw}`));
        }
      }
      expect(found).toEqual([]);
    },
    900_000,
  );

  it('fits a screen of 320 px', async () => {
    const found: string[] = [];
    for (const [login, path] of all) {
      const page = await open(login, path, 'vi');
      await page.setViewportSize({ width: 320, height: 640 });
      if (await isTooWide(page)) found.push(`${login} ${path}`);
    }
    expect(found).toEqual([]);
  }, 600_000);

  it('has words for all it says, and breaks no rule of its policy', async () => {
    const missing = await Promise.all(
      [...opened.values()].map((page) => page.evaluate<string[]>('window.missingWords ?? []')),
    );
    expect(missing.flat()).toEqual([]);
    expect(office.faults).toEqual([]);
  });
});
