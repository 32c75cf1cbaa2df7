import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { OccurrenceAnswer, OccurrenceRow } from '../../src/reports/occurrence.contract.js';
import type { FollowUpAnswer } from '../../src/reviews/follow-up.contract.js';
import type { ReviewRow } from '../../src/reviews/review.contract.js';
import { PASSWORD } from '../support/world.js';
import { openOffice, type Office } from './support/office.js';

/** Of the sample's plan: six days late and still owed. */
const LATE = 'Thống kê kết quả tuyên truyền tại khu dân cư';
const SOON = 'Gửi kế hoạch bồi dưỡng cán bộ dân vận';

const PICTURE = {
  name: 'anh-hoi-nghi.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 120_000);
afterAll(() => office.close());

const idOf = (page: Page): string => page.url().split('/').at(-1)!;
const inRegister = async (id: string): Promise<OccurrenceAnswer> =>
  (await office.world.call<OccurrenceAnswer>('GET', `/occurrences/${id}`)).body;
const saved = (page: Page) => page.getByText(/^Đã lưu lúc/);

async function openFromDesk(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^(Viết báo cáo|Viết tiếp): ${title}`) }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();
}

describe('a unit leader with a phone', () => {
  let page: Page;
  let id: string;
  beforeAll(async () => {
    page = await office.as('don-vi', { size: 'phone' });
  });

  it('finds what is late on top of the desk and comes to the form with one click', async () => {
    const first = page
      .getByRole('region', { name: /^Báo cáo phải gửi/ })
      .getByRole('listitem')
      .first();
    const words = await first.innerText();
    expect(words).toContain('Quá hạn');
    expect(words).toContain('quá 6 ngày');
    await page.getByRole('link', { name: `Viết báo cáo: ${LATE}`, exact: true }).waitFor();
    await openFromDesk(page, LATE);
    id = idOf(page);
  });

  it('is told word for word what is asked, and why by that day', async () => {
    await page.getByRole('button', { name: 'Vì sao ngày này?' }).click();
    expect(await page.getByRole('button', { name: 'Vì sao ngày này?' }).getAttribute('aria-expanded')).toBe('true');
  });

  it('types, and it is saved by itself', async () => {
    await page.getByLabel('Kết quả thực hiện').fill('Đã tuyên truyền tại 12 khu phố.');
    await page.getByRole('button', { name: 'Thêm chỉ tiêu' }).click();
    await page.getByLabel('Tên chỉ tiêu').fill('Số buổi tuyên truyền');
    await page.getByLabel('Mục tiêu').fill('10');
    await page.getByRole('textbox', { name: 'Thực hiện', exact: true }).fill('12');
    await saved(page).waitFor();
    const [draft] = (await inRegister(id)).submissions;
    expect(draft).toMatchObject({ state: 'draft', done: 'Đã tuyên truyền tại 12 khu phố.' });
    expect(draft?.figures).toEqual([{ label: 'Số buổi tuyên truyền', unit: null, target: 10, actual: 12 }]);
  });

  it('attaches a picture with its own date, having confirmed that it is no secret', async () => {
    await page.getByLabel('Chọn tệp').setInputFiles(PICTURE);
    await page.getByRole('textbox', { name: 'Ngày của minh chứng' }).fill('20/11/2026');
    await page.keyboard.press('Tab');
    expect(await page.getByRole('button', { name: 'Đính kèm 1 tệp' }).isDisabled()).toBe(true);
    await page.getByLabel(/không chứa bí mật nhà nước/).check();
    await page.getByRole('button', { name: 'Đính kèm 1 tệp' }).click();
    await page.getByRole('link', { name: 'anh-hoi-nghi.png' }).waitFor();
    const [draft] = (await inRegister(id)).submissions;
    expect(draft?.evidence).toMatchObject([{ name: 'anh-hoi-nghi.png', datedOn: '2026-11-20' }]);
  });

  it('goes on typing without a line; a reload brings the text back, and it is sent when the line is there', async () => {
    await page.context().setOffline(true);
    await page.getByLabel('Khó khăn, vướng mắc').fill('Mạng ở khu phố 3 chập chờn.');
    await page.getByText('nội dung đang được giữ trên máy này').waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await page.getByText(/Đã lấy lại nội dung bạn gõ dở/).waitFor();
    expect(await page.getByLabel('Khó khăn, vướng mắc').inputValue()).toBe('Mạng ở khu phố 3 chập chờn.');
    await saved(page).waitFor();
    expect((await inRegister(id)).submissions[0]).toMatchObject({ difficulties: 'Mạng ở khu phố 3 chập chờn.' });
  });

  it('signs in again over the page when the session has ended; the text is still there and is saved', async () => {
    await page.context().clearCookies();
    await page.getByLabel('Kiến nghị, đề xuất').fill('Đề nghị hỗ trợ loa di động.');
    const again = page.getByRole('dialog');
    await again.getByRole('textbox', { name: 'Mật khẩu' }).fill(PASSWORD);
    await again.getByRole('button', { name: 'Đăng nhập' }).click();
    await again.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Kiến nghị, đề xuất').inputValue()).toBe('Đề nghị hỗ trợ loa di động.');
    await saved(page).waitFor();
    expect((await inRegister(id)).submissions[0]).toMatchObject({ proposals: 'Đề nghị hỗ trợ loa di động.' });
  });

  it('sends it after being told once more that it is late, and sees it accepted', async () => {
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    const dialog = page.getByRole('dialog', { name: 'Gửi báo cáo này?' });
    await dialog.getByText(/Quá hạn 6 ngày/).waitFor();
    await dialog.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await page.getByText(/đang chờ duyệt/).waitFor();
    const { state, submissions } = await inRegister(id);
    expect(state).toBe('filed');
    await office.world.call('POST', `/submissions/${submissions[0]!.id}/acceptance`, {});
    await page.reload();
    await page.getByText('Đã duyệt ngày 24/11/2026').waitFor();
  });
});

describe('a unit leader with the keyboard alone', () => {
  it('writes a report and sends it', async () => {
    const page = await office.as('don-vi');
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab');
        const found = await page.evaluate(() => {
          const at = document.activeElement as HTMLInputElement | null;
          return at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
        });
        if (name.test(found)) return;
      }
      throw new Error(`the Tab key never came to ${name}`);
    };
    await page.getByRole('heading', { level: 2, name: /^Báo cáo phải gửi/ }).waitFor();
    await tabTo(new RegExp(`^Viết báo cáo: ${SOON}`));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: new RegExp(SOON) }).waitFor();
    await page.getByLabel('Kết quả thực hiện').waitFor();
    await tabTo(/^Kết quả thực hiện/);
    await page.keyboard.type('Đã gửi kế hoạch số 12.');
    await saved(page).waitFor();
    await tabTo(/^Gửi báo cáo$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Gửi báo cáo này?' }).waitFor();
    await tabTo(/^Gửi báo cáo$/);
    await page.keyboard.press('Enter');
    await page.getByText(/đang chờ duyệt/).waitFor();
    expect(await inRegister(idOf(page))).toMatchObject({ state: 'filed', standing: 'done_on_time' });
  });

  it('marks what a meeting gave them to do as done, on the desk itself', async () => {
    const TASK = 'Cung cấp danh sách đoàn viên nòng cốt';
    const { body } = await office.world.call<{ items: OccurrenceRow[] }>('GET', '/occurrences?limit=200');
    const { bodyId } = body.items.find(({ commitmentTitle }) => commitmentTitle === LATE)!;
    const [held] = (await office.world.call<{ items: ReviewRow[] }>('GET', '/reviews?standing=held')).body.items;
    const task = { title: TASK, ownerId: bodyId, dueOn: '2026-11-30' };
    const given = await office.world.call<FollowUpAnswer>('POST', `/reviews/${held!.id}/follow-ups`, task);
    const page = await office.as('don-vi', { size: 'phone' });
    await page.getByRole('link', { name: `Xem cuộc họp: ${TASK}` }).waitFor();
    await page.getByRole('button', { name: `Đã làm xong: ${TASK}` }).click();
    const dialog = page.getByRole('dialog', { name: 'Đã làm xong' });
    await dialog.getByRole('textbox', { name: 'Ngày hoàn thành' }).fill('23/11/2026');
    await dialog.getByRole('textbox', { name: /^Đã làm gì/ }).fill('Đã gửi danh sách 14 người.');
    await dialog.getByRole('button', { name: 'Ghi hoàn thành' }).click();
    await page.getByText('Đã ghi hoàn thành.').waitFor();
    await page.getByRole('link', { name: `Xem cuộc họp: ${TASK}` }).waitFor({ state: 'detached' });
    const { body: done } = await office.world.call<FollowUpAnswer>('GET', `/follow-ups/${given.body.id}`);
    expect(done).toMatchObject({ state: 'done', doneOn: '2026-11-23', note: 'Đã gửi danh sách 14 người.' });
  });

  it('nothing went wrong on any page', () => {
    expect(office.faults).toEqual([]);
  });
});
