import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD } from '../support/world.js';
import { openOffice, type Office } from './support/office.js';

describe('the door of the interface', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('leads a stranger to sign in and then to where they wanted to go', async () => {
    const page = await office.visit();
    await page.goto('/van-ban');
    await page.waitForURL(/\/dang-nhap\?tiep=%2Fvan-ban/);
    await page.getByLabel('Tên đăng nhập').fill('van-thu');
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Văn bản phối hợp' }).waitFor();
  });

  it('refuses in the words of the register and lets one try again', async () => {
    const page = await office.visit({ language: 'en' });
    await page.goto('/');
    await page.getByLabel('Login').fill('van-thu');
    await page.getByRole('textbox', { name: 'Password' }).fill('mot mat khau sai hoan toan');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').innerText()).resolves.toContain('The login or the password is wrong.');
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'My desk' }).waitFor();
  });

  it('leads to no other site after signing in', async () => {
    const page = await office.visit();
    await page.goto('/dang-nhap?tiep=//example.org/x');
    await page.getByLabel('Tên đăng nhập').fill('van-thu');
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Bàn làm việc' }).waitFor();
    expect(page.url()).toBe(`${office.url}/`);
  });

  it('speaks the other language at once, and still next time', async () => {
    const page = await office.as('lanh-dao');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'My desk' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'My desk' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('says a refusal that is shown in the other language too', async () => {
    const page = await office.visit();
    await page.goto('/dang-nhap');
    await page.getByLabel('Tên đăng nhập').fill('van-thu');
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('mot mat khau sai hoan toan');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Tên đăng nhập hoặc mật khẩu không đúng.' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('alert').filter({ hasText: 'The login or the password is wrong.' }).waitFor();
  });

  it('breaks no rule of its own policy', () => {
    expect(office.faults).toEqual([]);
  });
});
