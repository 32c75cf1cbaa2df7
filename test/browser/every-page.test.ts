import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { PLACES, recordsOf, type Place } from './support/every-place.js';
import { openOffice, type Office } from './support/office.js';
import { flaws, inLanguage, inTheme, isTooWide, stillness, watchAsked } from './support/seen.js';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 320, height: 640 };

describe('every page', () => {
  let office: Office;
  let records: Record<string, string>;
  const pages = new Map<string, Page>();
  beforeAll(async () => {
    office = await openOffice();
    records = await recordsOf(office);
  }, 240_000);
  afterAll(() => office.close());

  async function pageOf(login: string): Promise<Page> {
    const page = pages.get(login) ?? (await (login === '-' ? office.visit() : office.as(login)));
    if (!pages.has(login)) {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      watchAsked(page);
      pages.set(login, page);
    }
    return page;
  }

  async function go({ as, at, open }: Place): Promise<Page> {
    const page = await pageOf(as);
    await page.setViewportSize(WIDE);
    // Once away and back: an address that differs behind the # alone would load nothing.
    if (at.includes('#')) await page.goto('about:blank');
    await page.goto(at.replaceAll(/\{(\w+)\}/g, (_, name: string) => records[name] ?? `no-${name}`));
    await stillness(page);
    await inLanguage(page, 'vi');
    if (open === undefined) return page;
    await open(page);
    await stillness(page);
    return page;
  }

  it.each(PLACES.map((place) => [[place.as, place.at, place.opens].join(' '), place] as const))(
    'is accessible and fits: %s',
    async (_, place) => {
      const page = await go(place);
      const found: Record<string, string[]> = {};
      const look = async (as: string): Promise<void> => {
        found[as] = await flaws(page);
      };
      await look('vi light');
      await inTheme(page, 'dark');
      if (place.open === undefined) await look('vi dark');
      await inLanguage(page, 'en');
      await look('en dark');
      await inTheme(page, 'light');
      if (place.open === undefined) await look('en light');
      await page.setViewportSize(NARROW);
      await stillness(page);
      await look('en narrow');
      if (await isTooWide(page)) found['en narrow']?.push('too wide');
      await inLanguage(page, 'vi');
      found['vi narrow'] = (await isTooWide(page)) ? ['too wide'] : [];
      expect(Object.entries(found).filter(([, flawed]) => flawed.length > 0)).toEqual([]);
    },
    60_000,
  );

  it('is all the pages that there are', () => {
    const router = readFileSync(resolve(import.meta.dirname, '../../web/src/app/router.tsx'), 'utf8');
    const routes = [...router.matchAll(/(?:page\(|path: )'(\/[^']*)'/g)].map(([, path]) => path!);
    const shapes = new Set(PLACES.map(({ at }) => at.replace(/[?#].*/, '').replaceAll(/\{\w+\}/g, '$id')));
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.filter((route) => !shapes.has(route))).toEqual([]);
  });

  it('has words for all it says, and breaks no rule of its policy', async () => {
    const missing = await Promise.all(
      [...pages.values()].map((page) => page.evaluate<string[]>('window.missingWords ?? []')),
    );
    expect(missing.flat()).toEqual([]);
    expect(office.faults).toEqual([]);
  });
});
