import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type Office } from './support/office.js';

describe('fields that hold what was given', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('keeps a day that does not exist and says so; the calendar is drawn small beside it', async () => {
    const page = await office.as('van-thu');
    await page.goto('/van-ban');
    await page.getByRole('button', { name: 'Bộ lọc' }).click();
    const field = page.getByLabel('Ký từ ngày');
    await field.fill('31/06/2026');
    const width = await page
      .locator('.mantine-Popover-dropdown')
      .first()
      .evaluate((box) => box.clientWidth);
    expect(width).toBeLessThan(420);
    await field.blur();
    await page.getByText('Không có ngày này.').waitFor();
    expect(await field.inputValue()).toBe('31/06/2026');
    await field.fill('30/06/2026');
    await field.blur();
    await page.getByText('Không có ngày này.').waitFor({ state: 'detached' });
  });

  it('sends no report while a chosen file is not attached', async () => {
    const page = await office.as('don-vi');
    await page
      .getByRole('link', { name: /^Viết báo cáo/ })
      .first()
      .click();
    const send = page.getByRole('button', { name: 'Gửi báo cáo' });
    await send.waitFor();
    expect(await send.isDisabled()).toBe(false);
    const file = { name: 'anh.txt', mimeType: 'text/plain', buffer: Buffer.from('Minh chứng.') };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByText(/^Còn 1 tệp đã chọn mà chưa đính kèm/).waitFor();
    expect(await send.isDisabled()).toBe(true);
  });
});
