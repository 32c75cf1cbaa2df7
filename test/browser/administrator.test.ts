import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type Office } from './support/office.js';

const PASSWORD = 'con-sao-den-hot-tren-canh-khe-vang';

describe('the administrator', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('invites a person, who chooses a password and signs in', async () => {
    const page = await office.as('admin');
    await page.goto('/thanh-vien');
    await page.getByRole('button', { name: 'Thêm thành viên' }).click();
    const window = page.getByRole('dialog');
    await window.getByLabel('Họ và tên').fill('Lê Thị Hạnh');
    await window.getByLabel('Tên đăng nhập').fill('le.thi.hanh');
    await window.getByRole('button', { name: 'Thêm' }).click();
    const link = new URL(await page.locator('code').innerText());
    const guest = await office.visit();
    await guest.goto(link.pathname + link.hash);
    await guest.getByLabel('Mật khẩu mới').fill(PASSWORD);
    await guest.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await guest.getByRole('link', { name: 'Đến trang đăng nhập' }).click();
    await guest.getByLabel('Tên đăng nhập').fill('le.thi.hanh');
    await guest.getByRole('textbox', { name: 'Mật khẩu' }).fill(PASSWORD);
    await guest.keyboard.press('Enter');
    await guest.getByRole('heading', { level: 1, name: 'Bàn làm việc' }).waitFor();
  });

  it('walks the tree of bodies with the keyboard alone', async () => {
    const page = await office.as('van-thu');
    await page.goto('/co-quan');
    const tree = page.getByRole('tree');
    await tree.waitFor();
    const first = tree.getByRole('treeitem').first();
    await first.focus();
    if ((await first.getAttribute('aria-expanded')) !== 'true') await page.keyboard.press('ArrowRight');
    await tree.getByRole('treeitem', { level: 2 }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    const name = (await page.locator(':focus').getAttribute('aria-label')) ?? '';
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
  });

  it('breaks no rule of its own policy', () => {
    expect(office.faults).toEqual([]);
  });
});
