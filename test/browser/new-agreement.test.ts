import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aPdf } from '../support/files.js';
import { openOffice, type Office } from './support/office.js';

interface Agreement {
  state: string;
  signedOn: string | null;
  inForceFrom: string | null;
  numbers: { printed: string }[];
  legalBases: { text: string }[];
}
interface Items<T> {
  items: T[];
}

const TEXT = `CHƯƠNG TRÌNH PHỐI HỢP
Căn cứ Luật Mặt trận Tổ quốc Việt Nam;

Điều 1. Nội dung phối hợp
1. Hai bên thường xuyên trao đổi thông tin về tình hình Nhân dân.
Điều 2. Chế độ báo cáo
1. Hằng quý, chậm nhất ngày 20 tháng cuối quý, các bên gửi báo cáo kết quả thực hiện.
2. Định kỳ sơ kết việc thực hiện Chương trình này.`;

const FRONT = 'Ủy ban Mặt trận Tổ quốc Việt Nam phường Diên Hồng';
const MILITARY = 'Đảng ủy, Ban Chỉ huy Quân sự Quận 10';

async function pick(page: Page, label: string, typed: string, name: string): Promise<void> {
  await page.getByLabel(label).and(page.locator('input')).first().fill(typed);
  await page.getByRole('option', { name }).click();
}

async function header(page: Page, title: string): Promise<void> {
  await page.goto('/van-ban/moi');
  await page.getByLabel('Trích yếu').fill(title);
  await pick(page, 'Bên thứ 1', 'mat tran dien hong', FRONT);
  await pick(page, 'Bên thứ 2', 'chi huy quan su', MILITARY);
}

const idIn = (page: Page): string => /van-ban\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

describe('a new agreement', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const read = async <T>(path: string): Promise<T> => (await office.world.call<T>('GET', path)).body;

  it('goes from the paper into force: header, pasted text, a commitment with its dates, a review, activation', async () => {
    const page = await office.as('van-thu');
    await header(page, 'Chương trình phối hợp công tác dân vận 2026–2030');
    await page.getByText('Số, ký hiệu, ngày ký, hiệu lực').click();
    await page.getByLabel('Số, ký hiệu').first().fill('12/CTPH-MTTQ-BCH');
    await page.getByLabel('Ngày ký').fill('16/11/2026');
    await page.getByLabel('Ngày ký').blur();
    await page.getByLabel(/không chứa bí mật nhà nước/).check();
    await page.getByRole('button', { name: 'Tạo bản nháp và tiếp tục' }).click();

    await page.getByLabel('Toàn văn').fill(TEXT);
    await page.getByRole('button', { name: 'Đưa vào mục căn cứ' }).click();
    await page.getByRole('button', { name: 'Đưa 5 điều khoản vào sổ' }).click();
    await page.getByRole('heading', { name: /đã đưa vào sổ \(5\)/ }).waitFor();
    const id = idIn(page);
    expect((await read<Agreement>(`/agreements/${id}`)).legalBases).toHaveLength(1);
    await page.getByRole('button', { name: 'Tiếp tục', exact: true }).click();

    await page.getByRole('button', { name: /^Thêm cam kết cho 1\. Hằng quý/ }).click();
    const form = page.getByRole('dialog');
    await form.getByText('Hiểu là: Hằng quý, chậm nhất ngày 20 tháng cuối kỳ').waitFor();
    await form.getByText('21/12/2026', { exact: true }).waitFor();
    await form.getByText('Vì sao ngày này?').first().click();
    await form.getByRole('textbox', { name: 'Rõ việc: nội dung cam kết' }).fill('Báo cáo kết quả thực hiện hằng quý');
    await form.getByRole('button', { name: 'Lưu cam kết' }).click();
    await form.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Thêm sơ kết' }).click();
    await form.getByText('16/11/2027').or(form.getByText('15/11/2027')).first().waitFor();
    await form.getByRole('button', { name: 'Lưu' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Tiếp tục', exact: true }).click();

    await page.getByText('Đủ điều kiện kích hoạt.').waitFor();
    expect((await read<Agreement>(`/agreements/${id}`)).state).toBe('draft');
    await page.getByRole('button', { name: 'Kích hoạt', exact: true }).click();
    await page.waitForURL(`**/van-ban/${id}`);
    const agreement = await read<Agreement>(`/agreements/${id}`);
    expect(agreement).toMatchObject({ state: 'in_force', signedOn: '2026-11-16', inForceFrom: '2026-11-16' });
    expect(agreement.numbers.map(({ printed }) => printed)).toEqual(['12/CTPH-MTTQ-BCH']);
    const { items } = await read<Items<{ title: string; schedules: { frequency: string; dues: unknown[] }[] }>>(
      `/agreements/${id}/commitments`,
    );
    expect(items.map(({ title }) => title)).toEqual(['Báo cáo kết quả thực hiện hằng quý']);
    expect(items[0]?.schedules[0]).toMatchObject({
      frequency: 'QUARTERLY',
      dues: [{ tier: 1, rule: { qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 20 } }],
    });
  }, 120_000);

  it('is not lost on the way: what is typed comes back, a draft goes on where one was and can be deleted', async () => {
    const page = await office.as('van-thu');
    await header(page, 'Quy chế phối hợp còn dở');
    await page.reload();
    await page.getByText(/Đã lấy lại nội dung bạn gõ dở/).waitFor();
    expect(await page.getByLabel('Trích yếu').inputValue()).toBe('Quy chế phối hợp còn dở');
    await page.getByLabel(/không chứa bí mật nhà nước/).check();
    await page.getByRole('button', { name: 'Tạo bản nháp và tiếp tục' }).click();
    await page.getByLabel('Toàn văn').fill(TEXT);
    const id = idIn(page);
    await page.goto('/');
    await page.goto(`/van-ban/${id}/soan?buoc=dieu-khoan`);
    await page.getByRole('button', { name: 'Đưa 5 điều khoản vào sổ' }).waitFor();
    expect(await page.getByLabel('Toàn văn').inputValue()).toBe(TEXT);
    await page.getByRole('button', { name: 'Đưa 5 điều khoản vào sổ' }).click();
    await page.getByRole('heading', { name: /đã đưa vào sổ/ }).waitFor();
    await page.getByRole('button', { name: 'Xoá bản nháp' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xoá bản nháp' }).click();
    await page.waitForURL('**/van-ban');
    expect((await office.world.call('GET', `/agreements/${id}`)).status).toBe(404);
  }, 90_000);

  it('gets a body that the register lacks, the signed file, and a cycle that is kept while typed and can be deleted', async () => {
    const page = await office.as('van-thu');
    await page.goto('/van-ban/moi');
    await page.getByLabel('Trích yếu').fill('Kế hoạch phối hợp với một đơn vị mới');
    await pick(page, 'Bên thứ 1', 'mat tran dien hong', FRONT);
    await page.getByRole('button', { name: 'Chưa có trong danh mục? Thêm cơ quan' }).click();
    const made = page.getByRole('dialog', { name: 'Thêm cơ quan' });
    await made.getByLabel('Tên cơ quan').fill('Hội Làm vườn phường Diên Hồng');
    expect(await made.getByLabel('Mã').inputValue()).toBe('HLVPDH');
    await made.getByRole('button', { name: 'Thêm cơ quan' }).click();
    await made.waitFor({ state: 'detached' });
    const second = page.getByLabel('Bên thứ 2').and(page.locator('input')).first();
    expect(await second.inputValue()).toContain('Hội Làm vườn phường Diên Hồng');
    await page.getByLabel(/không chứa bí mật nhà nước/).check();
    await page.getByRole('button', { name: 'Tạo bản nháp và tiếp tục' }).click();
    await page.waitForURL(/soan\?buoc=dieu-khoan/);
    const id = idIn(page);

    await page.getByRole('heading', { name: 'Bản ký kèm theo' }).waitFor();
    await page.getByLabel(/không chứa bí mật nhà nước/).check();
    const file = { name: 'ban-ky.pdf', mimeType: 'application/pdf', buffer: aPdf([['Bản ký']]) };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByText('Đã nhận tệp.').waitFor();
    await page.getByRole('link', { name: 'ban-ky.pdf' }).waitFor();
    await page.getByRole('button', { name: 'Bỏ ban-ky.pdf' }).waitFor();

    await page.goto(`/van-ban/${id}/soan?buoc=cam-ket`);
    await page.getByRole('button', { name: 'Thêm giao ban' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Kỳ hạn viết trong văn bản').fill('Sáu tháng giao ban một lần');
    await page.reload();
    await page.getByRole('button', { name: 'Thêm giao ban' }).click();
    await form.getByText(/Đã lấy lại nội dung bạn gõ dở/).waitFor();
    expect(await form.getByLabel('Kỳ hạn viết trong văn bản').inputValue()).toBe('Sáu tháng giao ban một lần');
    await form.getByRole('button', { name: 'Lưu', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    expect((await read<Items<unknown>>(`/agreements/${id}/review-cycles`)).items).toHaveLength(1);
    await page.getByRole('button', { name: 'Xoá lịch Giao ban' }).click();
    await form.getByRole('button', { name: 'Xoá lịch này' }).click();
    await page.getByText('Đã xoá lịch.').waitFor();
    await page.getByText('Chưa có kỳ sơ kết, tổng kết nào.').waitFor();
    expect((await read<Items<unknown>>(`/agreements/${id}/review-cycles`)).items).toEqual([]);
  }, 120_000);

  it('can be begun with the keyboard only', async () => {
    const page = await office.as('van-thu');
    await page.goto('/van-ban/moi');
    await page.getByLabel('Trích yếu').focus();
    await page.keyboard.type('Văn bản gõ bằng bàn phím');
    for (const [typed, name] of [
      ['mat tran dien hong', FRONT],
      ['chi huy quan su', MILITARY],
    ] as const) {
      // From one party to the next: its picker, then what is folded below it.
      await tabTo(page, /^Bên thứ/);
      await page.keyboard.type(typed);
      await page.getByRole('option', { name }).waitFor();
      await page.getByRole('option').nth(1).waitFor({ state: 'hidden' });
      await page.keyboard.press('ArrowDown');
      await page.locator('[role=option][data-combobox-selected]').filter({ hasText: name }).waitFor();
      await page.keyboard.press('Enter');
    }
    await tabTo(page, /không chứa bí mật nhà nước/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Tạo bản nháp/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/soan\?buoc=dieu-khoan/);
    const { items } = await read<Items<{ title: string; state: string }>>('/agreements?q=ban%20phim');
    expect(items).toMatchObject([{ title: 'Văn bản gõ bằng bàn phím', state: 'draft' }]);
  }, 90_000);

  it('breaks no rule of its own policy and lacks no word', () => {
    expect(office.faults).toEqual([]);
  });
});

/** Presses Tab until something of this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      return at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
    });
    if (name.test(found.trim())) return;
  }
  throw new Error(`nothing called ${String(name)} takes the focus`);
}
