import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ReviewAnswer, ReviewRow } from '../../src/reviews/review.contract.js';
import { aPdf } from '../support/files.js';
import { openOffice, type Office } from './support/office.js';

let office: Office;
let interim: string;
let meeting: string;
beforeAll(async () => {
  office = await openOffice();
  const { body } = await office.world.call<{ items: ReviewRow[] }>('GET', '/reviews?limit=200');
  const idOf = (fits: (row: ReviewRow) => boolean): string => body.items.find(fits)!.id;
  interim = idOf(({ kind, standing }) => kind === 'INTERIM_REVIEW' && standing === 'overdue');
  meeting = idOf(({ kind, standing }) => kind === 'MEETING' && standing === 'held');
}, 120_000);
afterAll(() => office.close());

const inRegister = async (id: string): Promise<ReviewAnswer> =>
  (await office.world.call<ReviewAnswer>('GET', `/reviews/${id}`)).body;

/** Presses Tab until whatever has the focus answers to this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const now = await page.evaluate<string>(
      `(() => { const a = document.activeElement; const of = a?.labels?.[0]?.innerText ?? a?.getAttribute('aria-label') ?? a?.innerText ?? ''; return of.replace('*', '').trim(); })()`,
    );
    if (now === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${name}`);
}

describe('a review that is overdue', () => {
  let page: Page;
  beforeAll(async () => {
    page = await office.as('van-thu');
  });

  it('is found by its standing, from an address that can be sent on', async () => {
    await page.goto('/so-ket?standing=overdue');
    await page.getByRole('link', { name: 'Sơ kết – Lần 1' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sơ kết – Lần 1' }).waitFor();
    await page.getByRole('button', { name: 'Vì sao ngày này?' }).click();
    await page
      .getByText(/06\/11\/2026/)
      .first()
      .waitFor();
  });

  it('gets its day, which may be a late one', async () => {
    await page.getByLabel('Ngày dự kiến').fill('30/11/2026');
    await page.getByLabel(/^Địa điểm/).fill('Hội trường tầng 2');
    await page.getByRole('button', { name: 'Lưu ngày họp' }).click();
    await page.getByText('Đã lưu ngày họp.').waitFor();
    expect(await inRegister(interim)).toMatchObject({ plannedOn: '2026-11-30', plannedPlace: 'Hội trường tầng 2' });
  });

  it('is held by keyboard only, and what was typed outlives a reload', async () => {
    await tabTo(page, 'Ghi kết quả');
    await page.keyboard.press('Enter');
    await page.getByLabel('Ngày tổ chức').waitFor();
    await tabTo(page, 'Ngày tổ chức');
    await page.keyboard.type('20/11/2026');
    await tabTo(page, 'Người chủ trì');
    await page.keyboard.type('Bí thư Đảng ủy phường');
    await tabTo(page, 'Nhận xét');
    await page.keyboard.type('Hai bên phối hợp chặt chẽ.');
    await page.reload();
    await page.getByText(/Đã lấy lại nội dung bạn gõ dở/).waitFor();
    const whole = page.getByRole('group', { name: 'Nhận xét chung về văn bản' });
    expect(await whole.getByLabel('Nhận xét', { exact: true }).inputValue()).toBe('Hai bên phối hợp chặt chẽ.');
    await tabTo(page, 'Kết luận');
    await page.keyboard.type('Tiếp tục duy trì.');
    await tabTo(page, 'Lưu kết quả');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Kết quả sơ kết', exact: true }).waitFor();
    expect(await inRegister(interim)).toMatchObject({
      state: 'held',
      heldOn: '2026-11-20',
      chair: 'Bí thư Đảng ủy phường',
      findings: [{ clauseId: null, finding: 'Hai bên phối hợp chặt chẽ.', assessment: null }],
      conclusion: 'Tiếp tục duy trì.',
    });
  });

  it('shows beside each clause what was reported, and takes a finding there', async () => {
    await page.getByRole('button', { name: 'Sửa kết quả' }).click();
    await page.getByRole('group', { name: 'Nhận xét chung về văn bản' }).waitFor();
    await page
      .getByText(/báo cáo đúng hạn|Không có báo cáo nào đến hạn/)
      .first()
      .waitFor();
    const clause = page
      .getByRole('group')
      .filter({ has: page.getByLabel('Nhận xét', { exact: true }) })
      .nth(1);
    await clause.getByLabel('Nhận xét', { exact: true }).fill('Đã làm đủ.');
    await clause.getByLabel('Đánh giá').fill('Tốt');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Lưu sửa đổi' }).click();
    await page.getByRole('button', { name: 'Sửa kết quả' }).waitFor();
    const { findings } = await inRegister(interim);
    expect(findings).toHaveLength(2);
    expect(findings[1]).toMatchObject({ finding: 'Đã làm đủ.', assessment: 'Tốt' });
    expect(findings[1]!.clauseId).not.toBeNull();
  });

  it('keeps its minutes once they are confirmed to hold no secret', async () => {
    await page.getByLabel('Tôi xác nhận nội dung này không chứa bí mật nhà nước').check();
    await page.locator('input[type=file]').setInputFiles({
      name: 'bien-ban.pdf',
      mimeType: 'application/pdf',
      buffer: aPdf([['Biên bản sơ kết']]),
    });
    await page.getByRole('link', { name: 'bien-ban.pdf' }).waitFor();
    expect((await inRegister(interim)).minutes).toMatchObject({ name: 'bien-ban.pdf' });
  });
});

describe('an official', () => {
  let page: Page;
  beforeAll(async () => {
    page = await office.as('lanh-dao', { size: 'phone' });
    await page.goto(`/so-ket/${meeting}`);
  });

  it('gives a body something to do by a day, and may cancel it with the reason', async () => {
    await page.getByRole('button', { name: 'Giao việc' }).click();
    const window = page.getByRole('dialog', { name: 'Giao việc' });
    await window.getByLabel('Nội dung việc').fill('Gửi kế hoạch quý I');
    await window.getByLabel('Cơ quan thực hiện').fill('Vườn Lài');
    await page.getByRole('option', { name: 'Đảng ủy phường Vườn Lài' }).click();
    await window.getByLabel('Chậm nhất ngày').fill('15/12/2026');
    await page.keyboard.press('Tab');
    await window.getByRole('button', { name: 'Giao việc này' }).click();
    await window.waitFor({ state: 'hidden' });
    expect((await inRegister(meeting)).followUps).toMatchObject([{ title: 'Gửi kế hoạch quý I', dueOn: '2026-12-15' }]);
    await page.getByRole('button', { name: 'Huỷ việc' }).click();
    const asked = page.getByRole('dialog', { name: 'Huỷ việc' });
    await asked.getByLabel('Lý do').fill('Đã có kế hoạch năm.');
    await asked.getByRole('button', { name: 'Huỷ việc này' }).click();
    await asked.waitFor({ state: 'hidden' });
    expect((await inRegister(meeting)).followUps).toMatchObject([{ state: 'cancelled', note: 'Đã có kế hoạch năm.' }]);
  });

  it('is told what a decision sets in motion before it is taken, and what it opened after', async () => {
    await page.getByRole('radio', { name: 'Sửa đổi, bổ sung' }).check();
    await page.getByRole('button', { name: 'Ghi quyết định' }).click();
    const window = page.getByRole('dialog', { name: 'Ghi quyết định' });
    await window.getByText('Sổ mở ngay một dự thảo sửa đổi, bổ sung để soạn tiếp.', { exact: false }).waitFor();
    await window.getByRole('button', { name: 'Đồng ý ghi quyết định' }).click();
    const draft = page.getByRole('link', { name: 'Mở dự thảo để soạn tiếp' });
    await draft.waitFor();
    const { state, outcome } = await inRegister(meeting);
    expect(state).toBe('concluded');
    expect(outcome).toMatchObject({ decision: 'AMEND', decidedOn: '2026-11-24' });
    expect(await draft.getAttribute('href')).toBe(`/van-ban/${outcome!.openedAgreementId!}/soan`);
  });

  it('breaks no rule and lacks no word', () => {
    expect(office.faults).toEqual([]);
  });
});
