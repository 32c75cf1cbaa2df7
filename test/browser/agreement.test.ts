import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openOffice, type Office } from './support/office.js';

interface Found {
  items: { id: string; title: string; state: string }[];
}

/** One page with the word "Xin chao": the smallest PDF that readers open. */
function smallPdf(): Buffer {
  const stream = 'BT /F1 24 Tf 72 720 Td (Xin chao) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 6 0 R >> >> >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 6 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const xref = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

describe('the page of an agreement', () => {
  let office: Office;
  let id: string;
  beforeAll(async () => {
    office = await openOffice();
    const { body } = await office.world.call<Found>('GET', '/agreements?q=dan+van+kheo');
    id = body.items[0]!.id;
  });
  afterAll(() => office.close());

  const open = async (login: string, part = ''): Promise<Page> => {
    const page = await office.as(login);
    await page.goto(`/van-ban/${id}${part}`);
    await page.getByRole('heading', { level: 1, name: /Dân vận khéo/ }).waitFor();
    return page;
  };

  const give = async (page: Page, name: string, kind?: string): Promise<void> => {
    const file = { name: 'tep.pdf', mimeType: 'application/pdf', buffer: smallPdf() };
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByLabel('Tên tài liệu').fill(name);
    if (kind !== undefined) {
      await page.getByRole('combobox', { name: 'Loại tài liệu' }).click();
      await page.getByRole('option', { name: kind, exact: true }).click();
    }
    await page.getByRole('checkbox', { name: /không chứa bí mật nhà nước/ }).check();
    await page.getByRole('button', { name: 'Gửi tài liệu' }).click();
    await page.getByText(`Đã thêm “${name}”.`).waitFor();
  };

  it('says who, when and in which state', async () => {
    const page = await open('lanh-dao');
    await page.getByText('15-KHPH/ĐU (Đảng ủy phường Diên Hồng)').waitFor();
    await page.getByText('Có thời hạn, đến hết 23/01/2027').waitFor();
    await page.getByRole('link', { name: 'Đảng ủy phường Diên Hồng', exact: true }).waitFor();
  });

  it('shows beside each clause who leads and what comes next, and why on that day', async () => {
    const page = await open('don-vi', '?muc=dieu-khoan');
    const promise = page.getByRole('article', { name: 'Đề xuất tập thể, cá nhân được biểu dương' });
    await promise.getByText('Chủ trì').waitFor();
    await promise.getByRole('link', { name: '19/12/2026' }).waitFor();
    await promise.getByRole('button', { name: 'Vì sao hạn là 19/12/2026?' }).click();
    await page
      .getByRole('dialog', { name: 'Vì sao hạn là 19/12/2026?' })
      .getByText(/hạn là ngày đã ghi 19\/12\/2026/)
      .waitFor();
  });

  it('leads to a clause by its link, marked', async () => {
    const { body } = await office.world.call<{ items: { id: string }[] }>('GET', `/agreements/${id}/clauses`);
    const clause = body.items.at(-1)!.id;
    const page = await open('lanh-dao', `?dieu=${clause}`);
    const marked = page.locator(`#clause-${clause}`);
    await marked.waitFor();
    expect(await marked.getAttribute('data-marked')).toBe('true');
    expect(await marked.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('draws the year, with a table that says the same, and leads to the report', async () => {
    const page = await open('lanh-dao', '?muc=thoi-gian');
    await page.getByRole('columnheader', { name: 'Tình trạng' }).waitFor();
    const mark = page.getByRole('link', { name: /^18\/11\/2026, .*: Quá hạn$/ });
    await mark.click();
    await page.waitForURL(/\/bao-cao\//);
  });

  it('draws a year of more than a thousand reports whole, the table in two steps', async () => {
    await office.world.db.query(
      `insert into occurrence (schedule_id, commitment_id, agreement_id, body_id, clause_id, period_key, report_year,
         tier, window_start, window_end, due_raw, due_on, overdue_from, derivation)
       select o.schedule_id, o.commitment_id, o.agreement_id, o.body_id, o.clause_id, 'N' || n, 2024, o.tier,
         date '2024-01-01', date '2024-12-31', d.day, d.day, d.day + 1, o.derivation
       from (select * from occurrence where agreement_id = $1 limit 1) o, generate_series(1, 1050) n,
         lateral (select date '2024-01-01' + n % 366 as day) d`,
      [id],
    );
    const page = await open('lanh-dao', '?muc=thoi-gian&nam=2024');
    await page.getByText('Đang hiện 200 trong 1.050 kỳ.').waitFor();
    await page.getByRole('button', { name: 'Hiện cả 1.050 kỳ' }).click();
    await page.getByRole('row').nth(1050).waitFor();
    expect(await page.getByRole('row').count()).toBe(1051);
    await office.world.db.query(`delete from occurrence where agreement_id = $1 and report_year = 2024`, [id]);
  });

  it('takes a document and shows its pages by the keyboard; a signed text stays, others can be deleted', async () => {
    const page = await open('van-thu', '?muc=tai-lieu');
    await page.getByText('Chưa có tài liệu nào.').waitFor();
    await give(page, 'Bản ký');
    await page.getByText('bản đã ký được giữ lại, không xoá').waitFor();
    await page.getByRole('button', { name: 'Xem Bản ký' }).click();
    const frame = page.getByRole('region', { name: 'Trang 1 / 2' });
    await frame.getByText('Xin chao').waitFor({ state: 'attached' });
    await frame.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('region', { name: 'Trang 2 / 2' }).waitFor();
    await give(page, 'Phụ lục', 'Phụ lục');
    await page.getByRole('button', { name: 'Xoá Phụ lục' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xoá tài liệu' }).click();
    await page.getByText('Đã xoá “Phụ lục.pdf”.').waitFor();
    expect(await page.getByRole('button', { name: /^Xoá / }).count()).toBe(0);
    const { body } = await office.world.call<{ documents: { name: string }[] }>('GET', `/agreements/${id}`);
    expect(body.documents.map(({ name }) => name)).toEqual(['Bản ký.pdf']);
  });

  it('is amended: the new words from their day, the old ones before, and what differs', async () => {
    const page = await open('van-thu', '?muc=dieu-khoan');
    await page.getByRole('button', { name: 'Thao tác' }).click();
    await page.getByRole('menuitem', { name: 'Sửa đổi, bổ sung' }).click();
    const form = page.getByRole('dialog', { name: 'Sửa đổi, bổ sung' });
    await form.getByLabel('Văn bản sửa đổi').fill('Phụ lục số 01 ngày 24/11/2026');
    await form.getByRole('combobox', { name: 'Điều khoản', exact: true }).click();
    await page.getByRole('option').last().click();
    await form.getByLabel('Nguyên văn').fill('Lời mới của điều khoản này.');
    await form.getByRole('button', { name: 'Xem trước thay đổi' }).click();
    const preview = form.getByRole('region', { name: /^Xem trước/ });
    await preview.getByText('Lời mới của điều khoản này.').waitFor();
    await preview.getByText('Cam kết gắn với các điều khoản này').waitFor();
    await preview.getByText(/^Còn 1 báo cáo phải gửi, hạn giữ nguyên: \d\d\/\d\d\/\d{4}\.$/).waitFor();
    // Typing on asks for another look before anything is recorded.
    await form.getByLabel('Ghi chú').fill('Theo đề nghị của hai bên.');
    await preview.waitFor({ state: 'detached' });
    await form.getByRole('button', { name: 'Xem trước thay đổi' }).click();
    await form.getByRole('button', { name: 'Ghi sửa đổi' }).click();
    await page.getByText('Đã ghi sửa đổi, bổ sung.').waitFor();
    await page.getByText('Lời mới của điều khoản này.').first().waitFor();
    await page.goto(`/van-ban/${id}?muc=sua-doi`);
    await page.getByText('Phụ lục số 01 ngày 24/11/2026').waitFor();
    await page.getByRole('link', { name: 'Xem khác gì so với trước đó' }).click();
    const differences = page.getByRole('region', { name: /Khác nhau giữa 23\/11\/2026 và 24\/11\/2026/ });
    await differences.getByText('Lời mới của điều khoản này.').waitFor();
    const { body } = await office.world.call<{ items: unknown[] }>('GET', `/agreements/${id}/amendments`);
    expect(body.items).toHaveLength(1);
  });

  it('is paused and resumed by the keyboard alone, and its history says so', async () => {
    const page = await open('van-thu');
    await page.getByRole('button', { name: 'Thao tác' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    while (
      !(await page.getByRole('menuitem', { name: 'Tạm dừng' }).evaluate((item) => item === document.activeElement))
    )
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Tạm dừng' });
    await dialog.getByLabel('Lý do').waitFor();
    while (!(await dialog.getByLabel('Lý do').evaluate((field) => field === document.activeElement)))
      await page.keyboard.press('Tab');
    await page.keyboard.type('Chờ kiện toàn tổ chức');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(/Đã tạm dừng: \d+ kỳ báo cáo/).waitFor();
    await page.getByRole('button', { name: 'Tiếp tục' }).focus();
    await page.keyboard.press('Enter');
    const again = page.getByRole('dialog', { name: 'Tiếp tục' });
    await again.getByLabel('Tiếp tục từ ngày').waitFor();
    await again.getByRole('button', { name: 'Tiếp tục' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/Đã tiếp tục: \d+ kỳ báo cáo/).waitFor();
    const { body } = await office.world.call<{ state: string; pauses: unknown[] }>('GET', `/agreements/${id}`);
    expect(body.state).not.toBe('paused');
    expect(body.pauses).toHaveLength(1);
    await page.getByRole('tab', { name: 'Lịch sử' }).click();
    await page
      .getByRole('list', { name: 'Lịch sử' })
      .getByText(/[Tt]ạm dừng/)
      .filter({ visible: true })
      .first()
      .waitFor();
  });

  it('breaks nothing on the way', () => {
    expect(office.faults).toEqual([]);
  });
});
