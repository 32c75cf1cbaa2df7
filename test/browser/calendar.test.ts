import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DueDaysAnswer } from '../../src/compliance/due-days.contract.js';
import { openOffice, TODAY, type Office } from './support/office.js';

describe('the calendar of what falls due', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('is walked by keys alone, from the day to what is due on it', async () => {
    const { body } = await office.world.call<DueDaysAnswer>('GET', '/due-days?from=2026-11-25&to=2026-11-30');
    const next = body.days.find(({ reports }) => reports.length > 0);
    expect(next).toBeDefined();
    const page = await office.as('van-thu');
    await page.goto('/lich');
    const grid = page.getByRole('grid');
    await grid.waitFor();
    await grid.getByRole('button', { name: /24\/11\/2026/ }).focus();
    const days = Number(next?.day.slice(8)) - Number(TODAY.slice(8));
    for (let day = 0; day < days; day++) await page.keyboard.press('ArrowRight');
    const [year, month, day] = next?.day.split('-') ?? [];
    await page.waitForURL(new RegExp(`ngay=${next?.day}`));
    await page
      .getByRole('region', { name: `${day}/${month}/${year}` })
      .getByRole('link')
      .first()
      .waitFor();
    for (let tabs = 0; tabs < 4; tabs++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
      if (at.startsWith('/bao-cao/')) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/bao-cao\/[\w-]+$/);
  });

  it('moves by month and back to today', async () => {
    const page = await office.as('van-thu');
    await page.goto('/lich?ngay=2026-10-31');
    await page.getByRole('heading', { name: 'Tháng 10/2026' }).waitFor();
    await page.getByRole('button', { name: 'Sau', exact: true }).click();
    await page.waitForURL(/ngay=2026-11-30/);
    await page.getByRole('button', { name: /^Chủ nhật 01\/11\/2026\. Cuối tuần/ }).waitFor();
    await page.getByRole('button', { name: 'Hôm nay', exact: true }).click();
    await page.waitForURL(new RegExp(`ngay=${TODAY}`));
  });

  it('is a list on a phone and for paper', async () => {
    const page = await office.as('don-vi', { size: 'phone' });
    await page.goto('/lich?xem=quy');
    await page.getByRole('heading', { name: 'Quý IV/2026' }).waitFor();
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    expect(await page.getByRole('grid').count()).toBe(0);
  });

  it('breaks no rule of its own policy', () => {
    expect(office.faults).toEqual([]);
  });
});
