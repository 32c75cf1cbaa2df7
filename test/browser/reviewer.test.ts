import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { OccurrenceAnswer, OccurrenceRow } from '../../src/reports/occurrence.contract.js';
import { openOffice, type Office } from './support/office.js';

const LATE = 'Thống kê kết quả tuyên truyền tại khu dân cư';
const TODAY_DUE = 'Báo cáo công tác chuẩn bị hội nghị';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 120_000);
afterAll(() => office.close());

async function idOf(title: string): Promise<string> {
  const { body } = await office.world.call<{ items: OccurrenceRow[] }>('GET', '/occurrences?limit=200');
  return body.items.find(({ commitmentTitle }) => commitmentTitle === title)!.id;
}
const inRegister = async (id: string): Promise<OccurrenceAnswer> =>
  (await office.world.call<OccurrenceAnswer>('GET', `/occurrences/${id}`)).body;

async function file(id: string, done: string): Promise<void> {
  const { body } = await office.world.call<{ id: string }>('POST', `/occurrences/${id}/submissions`, { done });
  await office.world.call('POST', `/submissions/${body.id}/submission`, {});
}

describe('a reviewer', () => {
  let page: Page;
  let id: string;
  beforeAll(async () => {
    id = await idOf(LATE);
    await file(id, 'Đã tuyên truyền.');
    page = await office.as('tham-dinh');
  });

  it('finds what waits for acceptance on the desk, reads it and returns it with what is missing', async () => {
    await page.getByRole('link', { name: new RegExp(`^Xem và duyệt: ${LATE}`) }).click();
    await page.getByText('Đã tuyên truyền.').first().waitFor();
    await page.getByRole('button', { name: 'Trả lại' }).click();
    const dialog = page.getByRole('dialog', { name: 'Trả lại để bổ sung' });
    await dialog.getByLabel('Cần bổ sung, sửa những gì').fill('Bổ sung số người tham gia.');
    await dialog.getByRole('button', { name: 'Trả lại' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const { state, submissions } = await inRegister(id);
    expect(state).toBe('returned');
    expect(submissions[0]).toMatchObject({ reviewComment: 'Bổ sung số người tham gia.' });
  });

  it('the reporter sees on top what is asked, finds the text again, mends it and sends it', async () => {
    const reporter = await office.as('don-vi', { size: 'phone' });
    await reporter.goto(`/bao-cao/${id}`);
    await reporter.getByText('Bổ sung số người tham gia.').first().waitFor();
    const done = reporter.getByLabel('Kết quả thực hiện');
    await done.waitFor();
    expect(await done.inputValue()).toBe('Đã tuyên truyền.');
    await done.fill('Đã tuyên truyền cho 300 người.');
    await reporter.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await reporter.getByRole('dialog').getByRole('button', { name: 'Gửi báo cáo' }).click();
    await reporter.getByText(/đang chờ duyệt/).waitFor();
  });

  it('accepts it, and the register says so', async () => {
    await page.reload();
    await page.getByText('Đã tuyên truyền cho 300 người.').first().waitFor();
    await page.getByRole('button', { name: 'Duyệt báo cáo' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Duyệt báo cáo' }).click();
    await page.getByText('Đã duyệt ngày 24/11/2026').waitFor();
    expect(await inRegister(id)).toMatchObject({ state: 'accepted', clock: { rounds: 2 } });
  });
});

describe('a later day', () => {
  it('is asked for by the unit and granted by the official, for another day', async () => {
    const id = await idOf(TODAY_DUE);
    const leader = await office.as('don-vi', { size: 'phone' });
    await leader.goto(`/bao-cao/${id}`);
    await leader.getByRole('button', { name: 'Đề nghị gia hạn' }).click();
    const ask = leader.getByRole('dialog');
    await ask.getByRole('textbox', { name: 'Xin gửi chậm nhất ngày' }).fill('04/12/2026');
    await ask.getByRole('textbox', { name: 'Lý do' }).fill('Chờ số liệu của khu phố.');
    await ask.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await leader.getByText('Chờ quyết định').waitFor();

    const official = await office.as('lanh-dao');
    await official.getByRole('link', { name: new RegExp(`^Quyết định: ${TODAY_DUE}`) }).click();
    await official.getByRole('button', { name: 'Đồng ý gia hạn' }).click();
    const grant = official.getByRole('dialog');
    await grant.getByRole('textbox', { name: 'Cho gửi chậm nhất ngày' }).fill('01/12/2026');
    await grant.getByRole('button', { name: 'Đồng ý gia hạn' }).click();
    await official.getByText(/đồng ý ngày 24\/11\/2026: gửi chậm nhất 01\/12\/2026/).waitFor();
    expect(await inRegister(id)).toMatchObject({ dueOn: '2026-11-24', agreedDueOn: '2026-12-01' });
  });
});

describe('two who write the same draft', () => {
  it('lose neither text: both are shown and one is chosen', async () => {
    const id = await idOf('Đề xuất tập thể, cá nhân được biểu dương');
    const page = await office.as('don-vi');
    await page.goto(`/bao-cao/${id}`);
    // Owed once: it has no period to tell it by.
    await page
      .getByRole('heading', { level: 1, name: 'Đề xuất tập thể, cá nhân được biểu dương', exact: true })
      .waitFor();
    await page.getByLabel('Kết quả thực hiện').fill('Bản thứ nhất.');
    await page.getByText(/^Đã lưu lúc/).waitFor();
    const [draft] = (await inRegister(id)).submissions;
    const seen = { 'if-match': `"${draft!.version}"` };
    await office.world.call('PATCH', `/submissions/${draft!.id}`, { done: 'Bản của văn thư.' }, seen);
    await page.getByLabel('Kết quả thực hiện').fill('Bản thứ hai.');
    const conflict = page.getByRole('alert');
    await conflict.getByText('Bản của văn thư.').waitFor();
    await conflict.getByText('Bản thứ hai.').waitFor();
    await conflict.getByRole('button', { name: 'Giữ bản của tôi' }).click();
    await conflict.waitFor({ state: 'hidden' });
    await page.getByText(/^Đã lưu lúc/).waitFor();
    expect((await inRegister(id)).submissions[0]).toMatchObject({ done: 'Bản thứ hai.' });
  });

  it('nothing went wrong on any page', () => {
    expect(office.faults).toEqual([]);
  });
});
