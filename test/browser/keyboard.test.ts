import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openOffice, type Office } from './support/office.js';

/** More than the stops of any page here. */
const STOPS_AT_MOST = 60;

interface Stop {
  name: string;
  isSeen: boolean;
}

/** Where the focus is, and whether somebody can see that it is there. */
const STOP = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return null;
  const look = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const marked = (look.outlineStyle !== 'none' && look.outlineWidth !== '0px') || look.boxShadow !== 'none' ||
    at.matches('input, textarea, select, [role=tab]') ||
    at.parentElement.matches(':focus-within') && getComputedStyle(at.nextElementSibling ?? at).outlineStyle !== 'none';
  const inside = box.right > 0 && box.left < innerWidth;
  const name = at.getAttribute('aria-label') ?? (at.labels?.[0]?.textContent || at.textContent || at.tagName);
  return { name: name.trim(), isSeen: marked && inside && look.visibility === 'visible' };
})()`;

const stop = (page: Page): Promise<Stop | null> => page.evaluate<Stop | null>(STOP);

/** Presses Tab until the stop of this name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < STOPS_AT_MOST; step++) {
    await page.keyboard.press('Tab');
    const at = await stop(page);
    if (at !== null && (typeof name === 'string' ? at.name === name : name.test(at.name))) return;
  }
  throw new Error(`no stop "${String(name)}" within ${STOPS_AT_MOST}`);
}

const here = async (page: Page): Promise<string | undefined> => (await stop(page))?.name;

describe('with the keyboard alone', () => {
  let office: Office;
  let page: Page;
  beforeAll(async () => {
    office = await openOffice();
    page = await office.as('van-thu');
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterAll(() => office.close());

  it('the first stop leads past the menu to the content', async () => {
    await page.goto('/van-ban');
    await page.getByText('5 văn bản').waitFor();
    await page.keyboard.press('Tab');
    expect(await here(page)).toBe('Đến phần nội dung');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.keyboard.press('Tab');
    expect(await here(page)).toBe('Văn bản mới');
  });

  it('one sees where one is, at every stop of the register', async () => {
    await page.goto('/van-ban');
    await page.getByText('5 văn bản').waitFor();
    const unseen: string[] = [];
    for (let step = 0; step < STOPS_AT_MOST; step++) {
      await page.keyboard.press('Tab');
      const at = await stop(page);
      if (at === null) break;
      if (!at.isSeen) unseen.push(at.name);
    }
    expect(unseen).toEqual([]);
  });

  it('the filters open, choose and narrow the list', async () => {
    await page.goto('/van-ban');
    await page.getByText('5 văn bản').waitFor();
    await tabTo(page, 'Bộ lọc');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Loại văn bản');
    await page.keyboard.press('ArrowDown');
    const plans = page.getByRole('option', { name: /^Kế hoạch phối hợp/ });
    await plans.waitFor();
    for (let step = 0; step < 12; step++) {
      if ((await plans.getAttribute('data-combobox-selected')) === 'true') break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await page.getByText('1 văn bản').waitFor();
  });

  it('a column is taken away in its small window; Escape closes that and leads back', async () => {
    await page.goto('/van-ban');
    await page.getByText('5 văn bản').waitFor();
    await tabTo(page, 'Chọn cột');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Các bên' }).waitFor();
    if ((await here(page)) !== 'Các bên') await tabTo(page, 'Các bên');
    await page.keyboard.press('Space');
    await page.getByRole('columnheader', { name: 'Các bên' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: 'Các bên' }).waitFor({ state: 'hidden' });
    expect(await here(page)).toBe('Chọn cột');
  });

  it('a list is kept under a name; closing the window leads back to the button', async () => {
    await page.goto('/van-ban?tinhTrang=expiring');
    await page.getByText('1 văn bản').waitFor();
    await tabTo(page, 'Danh sách đã lưu');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Lưu danh sách đang xem' }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await here(page)).toBe('Lưu danh sách đang xem');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('Tên danh sách').waitFor();
    await page.keyboard.type('Cần gia hạn');
    await page.keyboard.press('Enter');
    await page.getByText('Đã lưu danh sách “Cần gia hạn”.').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await here(page)).toBe('Danh sách đã lưu');
  });

  it('the menu of a phone opens on its first page, closes on Escape and is out of reach while shut', async () => {
    const phone = await office.as('van-thu', { size: 'phone' });
    await phone.emulateMedia({ reducedMotion: 'reduce' });
    await phone.goto('/bao-cao');
    await phone.getByRole('heading', { level: 1, name: 'Báo cáo' }).waitFor();
    await tabTo(phone, 'Trình đơn');
    await phone.keyboard.press('Enter');
    await phone.getByRole('link', { name: 'Bàn làm việc' }).waitFor();
    expect(await here(phone)).toBe('Bàn làm việc');
    await phone.keyboard.press('Escape');
    expect(await here(phone)).toBe('Trình đơn');
    await phone.keyboard.press('Tab');
    await phone.keyboard.press('Tab');
    await phone.keyboard.press('Tab');
    expect((await stop(phone))?.isSeen).toBe(true);
    await tabTo(phone, 'Trình đơn').catch(() => phone.getByRole('button', { name: 'Trình đơn' }).focus());
    await phone.keyboard.press('Enter');
    await tabTo(phone, 'Văn bản phối hợp');
    await phone.keyboard.press('Enter');
    await phone.getByRole('heading', { level: 1, name: 'Văn bản phối hợp' }).waitFor();
    expect(await phone.evaluate('document.activeElement.id')).toBe('content');
  });

  it('breaks nothing on the way', () => {
    expect(office.faults).toEqual([]);
  });
});

describe('on paper', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('the register has every row that was loaded, and neither menu nor buttons', async () => {
    const { db } = office.world;
    await db.query(
      `insert into agreement (kind, title, state, signed_on, no_secret_confirmed_by, no_secret_confirmed_at, search)
       select 'PLAN', 'Kế hoạch phối hợp thử số ' || n, 'signed', date '2020-01-01' + n,
         (select id from member limit 1), now(), 'ke hoach phoi hop thu so ' || n
       from generate_series(1, 45) n`,
    );
    const page = await office.as('van-thu', { scheme: 'dark' });
    await page.goto('/van-ban');
    await page.getByText('50 văn bản').waitFor();
    await page.locator('tr[data-index="0"]').waitFor();
    expect(await page.locator('tr[data-index]').count()).toBeLessThan(50);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('tr[data-index]').count()).toBe(50);
    await page.getByText('Sổ phối hợp · in ngày 24/11/2026').waitFor();
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)');
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    await page.emulateMedia({ media: 'screen' });
    await page.locator('tr[data-index="49"]').waitFor({ state: 'detached' });
    const sheets = await page.pdf({ format: 'A4' });
    expect(sheets.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1);
  });
});
