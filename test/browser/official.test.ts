import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SummaryAnswer } from '../../src/compliance/summary.contract.js';
import { openOffice, type Office } from './support/office.js';

describe('the official reads the summary', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const thisYear = async (extra = ''): Promise<SummaryAnswer> => {
    const { body } = await office.world.call<SummaryAnswer>(
      'GET',
      `/summary?by=body&from=2026-01-01&to=2026-12-31&compare=true${extra}`,
    );
    return body;
  };

  it('sees the four boxes of the year, with a sum that is right', async () => {
    const { totals } = await thisYear();
    const page = await office.as('van-thu');
    await page.getByRole('link', { name: 'Tổng hợp' }).click();
    const boxes = page.getByRole('group', { name: 'Bốn nhóm kết quả' });
    await boxes.waitFor();
    const told = await boxes.innerText();
    for (const number of [totals.doneOnTime, totals.doneLate, totals.inTerm, totals.overdue])
      expect(told).toContain(String(number));
    expect(told).toContain(
      `${totals.doneOnTime} + ${totals.doneLate} + ${totals.inTerm} + ${totals.overdue} = ${totals.total}`,
    );
    await page.getByText('Tính đến ngày 24/11/2026.', { exact: false }).waitFor();
  });

  it('opens a figure down to the report and to the sentence of the agreement', async () => {
    const page = await office.as('van-thu');
    await page.goto('/tong-hop');
    const { totals } = await thisYear();
    expect(totals.overdue).toBeGreaterThan(0);
    await page.getByRole('link', { name: /^Chưa hoàn thành, quá hạn, Cộng/ }).click();
    const rows = page.getByRole('dialog');
    await rows.getByRole('listitem').first().waitFor();
    expect(await rows.getByRole('listitem').count()).toBe(totals.overdue);
    const sentence = rows.getByRole('link', { name: 'Đọc câu trong văn bản' }).first();
    expect(await sentence.getAttribute('href')).toMatch(/^\/van-ban\/[\w-]+\?muc=dieu-khoan&dieu=[\w-]+$/);
    await rows.getByRole('link').first().click();
    await page.waitForURL(/\/bao-cao\/[\w-]+$/);
    await page.goBack();
    await rows.getByRole('listitem').first().waitFor();
    await page.keyboard.press('Escape');
    await rows.waitFor({ state: 'hidden' });
  });

  it('asks as of another day, by what was known on it, and sends the address on', async () => {
    const page = await office.as('van-thu');
    await page.goto('/tong-hop?ngay=2026-07-01&biet=luc-do&theo=period');
    await page.getByText('Tính đến ngày 01/07/2026, theo những gì biết vào ngày đó.', { exact: false }).waitFor();
    const known = page.getByRole('combobox', { name: 'Theo những gì biết' });
    expect(await known.inputValue()).toBe('vào ngày đó');
    await known.click();
    await page.getByRole('option', { name: 'hôm nay' }).click();
    await page.getByText('theo những gì biết hôm nay', { exact: false }).waitFor();
    expect(page.url()).not.toContain('biet=');
  });

  it('exports the table that is shown', async () => {
    const page = await office.as('lanh-dao');
    await page.goto('/tong-hop?ky=all');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Xuất CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('tong-hop-2026-11-24.csv');
  });

  it('prints the table on one landscape page, without the frame', async () => {
    const page = await office.as('lanh-dao');
    await page.goto('/tong-hop?ky=all');
    await page.getByRole('table').waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('heading', { name: /Bảng tổng hợp tình hình/ }).waitFor();
    await expect(page.getByRole('navigation').first().isVisible()).resolves.toBe(false);
    const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([...sheet.matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(1);
    const [, width = '0', height = '0'] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheet) ?? [];
    expect(Number(width)).toBeGreaterThan(Number(height));
  });

  it('breaks no rule of its own policy', () => {
    expect(office.faults).toEqual([]);
  });
});
