import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { SeatAnswer } from '../../src/access/seat.contract.js';
import { PASSWORD } from '../support/world.js';
import { openOffice, type Office } from './support/office.js';

const NAME = 'Võ Thị Lan';
const SEAT = 'Chuyên viên Ban Tổ chức';

describe('people and their seats', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ SECRETS_KEY: 'mot-khoa-dai-du-ba-muoi-hai-ky-tu-de-thu' });
  }, 120_000);
  afterAll(() => office.close());

  const seats = async (): Promise<SeatAnswer[]> =>
    (await office.world.call<{ items: SeatAnswer[] }>('GET', '/seats?limit=200')).body.items;

  it('a member comes, takes a seat with a role, hands it over, and leaves', async () => {
    const page = await office.as('admin');
    await page.goto('/thanh-vien');
    await page.getByRole('button', { name: 'Thêm thành viên' }).click();
    await page.getByRole('dialog').getByLabel('Họ và tên').fill(NAME);
    await page.getByRole('dialog').getByLabel('Tên đăng nhập').fill('vo.thi.lan');
    await page.getByRole('dialog').getByRole('button', { name: 'Thêm' }).click();
    await page.locator('code').waitFor();

    await page.goto('/thanh-vien?the=vi-tri');
    await page.getByRole('button', { name: 'Thêm vị trí' }).click();
    const adding = page.getByRole('dialog');
    await adding.getByLabel('Tên vị trí').fill(SEAT);
    await adding.getByRole('combobox', { name: 'Vai trò' }).click();
    await page.getByRole('option', { name: 'Người thẩm định' }).click();
    await adding.getByRole('combobox', { name: 'Phạm vi' }).fill('Vườn Lài');
    await page.getByRole('option', { name: 'Đảng ủy phường Vườn Lài' }).click();
    await adding.getByRole('button', { name: 'Thêm', exact: true }).click();
    await adding.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: SEAT }).click();
    await page.getByRole('heading', { level: 1, name: SEAT }).waitFor();
    await page.getByRole('button', { name: 'Giao vị trí' }).click();
    const taking = page.getByRole('dialog');
    await taking.getByRole('combobox', { name: 'Thành viên' }).fill(NAME);
    await page.getByRole('option', { name: `${NAME} (vo.thi.lan)` }).click();
    await taking.getByLabel('Từ ngày').fill('01/11/2026');
    await taking.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('từ 01/11/2026 đến nay').waitFor();
    const made = (await seats()).find(({ nameVi }) => nameVi === SEAT);
    expect(made).toMatchObject({ role: 'REVIEWER', holdings: [{ memberName: NAME, from: '2026-11-01', to: null }] });

    await page.getByRole('heading', { name: 'Bảng bàn giao' }).waitFor();
    await page.getByRole('button', { name: `Ghi ngày thôi giữ: ${NAME}` }).click();
    await page.getByRole('dialog').getByLabel('Ngày cuối cùng').fill('20/11/2026');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('từ 01/11/2026 đến 20/11/2026').waitFor();
    expect((await seats()).find(({ id }) => id === made?.id)?.holdings).toMatchObject([{ to: '2026-11-20' }]);

    await page.getByRole('link', { name: NAME }).click();
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
    await page.getByRole('button', { name: 'Ghi nhận rời cơ quan' }).click();
    const leaving = page.getByRole('dialog');
    await leaving.getByRole('combobox', { name: 'Lý do' }).click();
    await page.getByRole('option', { name: 'Nghỉ hưu' }).click();
    await leaving.getByRole('button', { name: 'Ghi nhận rời cơ quan' }).click();
    await page.getByText('Rời cơ quan ngày 24/11/2026 (Nghỉ hưu)').waitFor();
    await page.getByRole('button', { name: 'Xoá thông tin cá nhân' }).waitFor();
  });

  it('one-time codes are switched on by the picture or the key, and then asked for at the door', async () => {
    const page = await office.as('tham-dinh');
    await page.goto('/toi');
    await page.getByRole('button', { name: 'Bật mã dùng một lần' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Mật khẩu hiện tại' }).fill(PASSWORD);
    await page.getByRole('dialog').getByRole('button', { name: 'Tiếp' }).click();
    const picture = page.getByRole('img', { name: 'Mã QR để ứng dụng tạo mã quét' });
    await picture.waitFor();
    expect(await picture.locator('path').getAttribute('d')).toMatch(/^M/);
    const secret = (await page.locator('code').innerText()).replace(/\s/g, '');
    const code = (steps: number): string =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({
        timestamp: Date.parse(office.world.clock.now()) + steps * 30_000,
      });
    await page.getByLabel('Mã 6 số ứng dụng đang hiện').fill(code(0));
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText('Tôi đã cất các mã này').waitFor();
    expect((await page.locator('code').innerText()).split('\n').length).toBeGreaterThan(5);
    await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click();
    await page.getByText('Đang bật: mỗi lần đăng nhập cần thêm mã trên thiết bị của bạn.').waitFor();

    const guest = await office.visit();
    await guest.goto('/dang-nhap');
    await guest.getByLabel('Tên đăng nhập').fill('tham-dinh');
    await guest.getByRole('textbox', { name: 'Mật khẩu' }).fill(PASSWORD);
    await guest.keyboard.press('Enter');
    await guest.getByLabel('Mã dùng một lần').fill('000000');
    await guest.keyboard.press('Enter');
    await guest.getByRole('alert').waitFor();
    await guest.getByLabel('Mã dùng một lần').fill(code(1));
    await guest.keyboard.press('Enter');
    await guest.getByRole('heading', { level: 1, name: 'Bàn làm việc' }).waitFor();
    const [row] = await office.world.db.query<{ n: number }[]>(
      `select count(*)::int as n from totp t join member m on m.id = t.member_id where m.login = 'tham-dinh'`,
    );
    expect(row?.n).toBe(1);
  });

  it('a new password is asked for with the old one, and opens the door from then on', async () => {
    const fresh = 'con-co-bay-la-bay-la-tren-dong';
    const page = await office.as('lanh-dao');
    await page.goto('/toi');
    await page.getByRole('textbox', { name: 'Mật khẩu hiện tại' }).fill(PASSWORD);
    await page.getByRole('textbox', { name: 'Mật khẩu mới' }).fill(fresh);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await page.getByText('Đã đổi mật khẩu; các phiên khác đã kết thúc').waitFor();
    const tried = async (password: string): Promise<number> =>
      (await office.world.call('POST', '/sessions', { login: 'lanh-dao', password })).status;
    expect([await tried(PASSWORD), await tried(fresh)]).toEqual([401, 201]);
  });

  it('says in words where one is signed in, and ends what one does not know', async () => {
    const elsewhere = await office.as('don-vi', { size: 'phone' });
    const page = await office.as('don-vi');
    await page.goto('/toi');
    const sessions = page.getByRole('listitem').filter({ hasText: 'Chrome trên Linux' });
    await sessions.nth(1).waitFor();
    await sessions.filter({ hasText: 'Phiên này' }).waitFor();
    await page
      .getByText(/^Dùng lần cuối 24\/11\/2026/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Kết thúc phiên Chrome trên Linux' }).click();
    await page.getByText('Đã kết thúc phiên').waitFor();
    await sessions.nth(1).waitFor({ state: 'detached' });
    await elsewhere.goto('/bao-cao');
    await elsewhere.waitForURL(/dang-nhap/);
  });

  it('breaks no rule of its own policy', () => {
    expect(office.faults).toEqual([]);
  });
});
