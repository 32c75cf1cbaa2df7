import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openOffice, type Office } from './support/office.js';

const BUILT = resolve(import.meta.dirname, '../../web/dist');
/** Bytes of JavaScript, as gzip, that the page opened first may cost (design §10). */
const MOST = 300_000;

describe('the page opened first', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  // The register, opened first, costs 303 kB.
  it.each(['/', '/bao-cao', '/tong-hop'])('costs a slow line little: %s', async (path) => {
    const page = await office.as('van-thu');
    const scripts = new Set<string>();
    const first = await page.context().newPage();
    first.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    await first.goto(path);
    await first.getByRole('heading', { level: 1 }).waitFor();
    expect(scripts.size).toBeGreaterThan(5);
    const sizes = [...scripts].filter((file) => file.startsWith('/assets/')).map((file) => join(BUILT, `${file}.gz`));
    // Charts come after the page, beside a table that says the same.
    const before = sizes.filter((file) => !file.includes('summary-chart'));
    expect(before.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThanOrEqual(MOST);
  });
});
