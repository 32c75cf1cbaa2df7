import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type Office } from './support/office.js';

describe('the own account', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('keeps the contact, which is there the next time', async () => {
    const page = await office.as('don-vi');
    await page.goto('/toi');
    await page.getByLabel('Thư điện tử công vụ').fill('mattran@phuong.gov.vn');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu thông tin liên hệ').waitFor();
    await page.reload();
    await expect(page.getByLabel('Thư điện tử công vụ').inputValue()).resolves.toBe('mattran@phuong.gov.vn');
  });

  it('makes a token for a program and shows it once', async () => {
    const page = await office.as('van-thu');
    await page.goto('/toi');
    await page.getByRole('button', { name: 'Tạo mã truy cập' }).click();
    const window = page.getByRole('dialog');
    await window.getByLabel('Tên').first().fill('Bảng tính');
    await window.getByRole('button', { name: 'Tạo mã truy cập' }).click();
    const token = await page.locator('code').innerText();
    expect(token).toMatch(/^sph_/);
    await page.reload();
    await page.getByText('Bảng tính').waitFor();
    await expect(page.locator('code').count()).resolves.toBe(0);
  });

  it('says what the identity provider refused', async () => {
    const page = await office.visit();
    await page.goto('/dang-nhap?loi=oidc.denied');
    await expect(page.getByRole('alert').innerText()).resolves.toContain('bị từ chối ở nơi cấp danh tính');
  });

  it('breaks no rule of its own policy', () => {
    expect(office.faults).toEqual([]);
  });
});
