import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type Office } from './support/office.js';

const HEADING = { name: 'Văn bản phối hợp', level: 1 } as const;

describe('the register of agreements', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('finds without accents, filters by state and keeps both in the address', async () => {
    const page = await office.as('van-thu');
    await page.goto('/van-ban');
    await page.getByText('5 văn bản').waitFor();
    await page.getByLabel('Tìm theo tên gọi, số ký hiệu, cơ quan').fill('dan van kheo');
    await page.getByText('1 văn bản').waitFor();
    expect(page.url()).toContain('tim=dan+van+kheo');
    await page.reload();
    await page.getByRole('link', { name: /“Dân vận khéo”/ }).waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.locator('label').filter({ hasText: 'Sắp hết hiệu lực' }).click();
    await page.getByText('1 văn bản').waitFor();
    expect(page.url()).toContain('tinhTrang=expiring');
  });

  it('keeps a list under a name, brings it back, renames and deletes it', async () => {
    const page = await office.as('van-thu');
    await page.goto('/van-ban?tinhTrang=expiring');
    await page.getByRole('button', { name: 'Danh sách đã lưu' }).click();
    await page.getByRole('menuitem', { name: 'Lưu danh sách đang xem' }).click();
    await page.getByLabel('Tên danh sách').fill('Sắp hết hạn');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu danh sách “Sắp hết hạn”.').waitFor();
    await page.goto('/van-ban');
    await page.getByText('5 văn bản').waitFor();
    await page.getByRole('button', { name: 'Danh sách đã lưu' }).click();
    await page.getByRole('menuitem', { name: 'Sắp hết hạn' }).click();
    await page.getByText('1 văn bản').waitFor();
    await page.getByRole('button', { name: 'Danh sách đã lưu' }).click();
    await page.getByRole('menuitem', { name: 'Quản lý danh sách đã lưu' }).click();
    await page.getByLabel('Tên danh sách').fill('Cần gia hạn');
    await page.getByRole('button', { name: 'Đổi tên' }).click();
    await page.getByText('Đã lưu danh sách “Cần gia hạn”.').waitFor();
    await page.getByRole('button', { name: 'Xoá danh sách' }).click();
    await page.getByRole('dialog', { name: 'Xoá danh sách' }).getByRole('button', { name: 'Xoá danh sách' }).click();
    await page.getByText('Đã xoá danh sách “Cần gia hạn”.').waitFor();
  });

  it('is walked by the keyboard alone: "/" searches, arrows choose, Enter opens', async () => {
    const page = await office.as('van-thu');
    await page.goto('/van-ban');
    await page.getByText('5 văn bản').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('dan van kheo');
    await page.getByText('1 văn bản').waitFor();
    await page.keyboard.press('ArrowDown');
    const first = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: first ?? '' }).waitFor();
  });

  it('remembers which columns this device shows', async () => {
    const page = await office.as('don-vi');
    await page.goto('/van-ban');
    await page.getByRole('columnheader', { name: 'Các bên' }).waitFor();
    await page.getByRole('button', { name: 'Chọn cột' }).click();
    await page.getByRole('checkbox', { name: 'Các bên' }).uncheck();
    await page.getByRole('checkbox', { name: 'Loại văn bản' }).check();
    await page.reload();
    await page.getByRole('columnheader', { name: 'Loại văn bản' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Các bên' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Văn bản mới' }).count()).toBe(0);
  });

  it('scrolls through ten thousand agreements with few rows drawn', async () => {
    const { db } = office.world;
    await db.query(
      `insert into agreement (kind, title, state, signed_on, no_secret_confirmed_by, no_secret_confirmed_at, search)
       select 'PLAN', 'Kế hoạch phối hợp thử số ' || n, 'signed', date '2020-01-01' + (n % 1500),
         (select id from member limit 1), now(), 'ke hoach phoi hop thu so ' || n
       from generate_series(1, 10000) n`,
    );
    await db.query(
      `insert into party (agreement_id, body_id, ordinal, role, name_as_signed)
       select a.id, b.id, b.place, 'PARTY', b.name_vi from agreement a
         cross join (select id, name_vi, row_number() over (order by code) as place from body order by code limit 2) b
       where a.title like 'Kế hoạch phối hợp thử số %'`,
    );
    const page = await office.as('van-thu');
    await page.goto('/van-ban');
    await page.getByText('10.005 văn bản').waitFor();
    const frame = page.getByRole('region', { name: 'Văn bản phối hợp' });
    for (let step = 0; step < 30; step++) {
      await frame.evaluate((element) => {
        element.scrollTo(0, element.scrollHeight);
      });
      await page.waitForTimeout(150);
    }
    const last = await frame.locator('tr[data-index]').last().getAttribute('data-index');
    expect(Number(last)).toBeGreaterThan(1000);
    expect(await frame.locator('tr[data-index]').count()).toBeLessThan(80);
    const started = performance.now();
    await page.getByLabel('Tìm theo tên gọi, số ký hiệu, cơ quan').fill('phoi hop thu so 9999');
    await page.getByRole('link', { name: 'Kế hoạch phối hợp thử số 9999' }).waitFor();
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('fits the narrowest phone, as cards', async () => {
    const page = await office.as('don-vi', { size: 'narrow', scheme: 'dark' });
    await page.goto('/van-ban');
    await page.getByRole('heading', HEADING).waitFor();
    await page.getByText(/\d+ văn bản/).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('breaks nothing on the way', () => {
    expect(office.faults).toEqual([]);
  });
});
