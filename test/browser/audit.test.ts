import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntryAnswer } from '../../src/compliance/audit-entry.contract.js';
import type { SweepAnswer } from '../../src/sweep/sweep.contract.js';
import { openOffice, type Office } from './support/office.js';

interface Page<T> {
  items: T[];
}

/** The name of a field as the register keeps it: termTo, signedOn. */
const RAW_FIELD = /(?<![\w.-])[a-z]+[A-Z][A-Za-z]+\b/;

describe('the administrator looks after the register', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  it('finds who did what, before and after', async () => {
    const page = await office.as('admin');
    await page.getByRole('link', { name: 'Nhật ký' }).click();
    await page.getByRole('combobox', { name: 'Việc' }).fill('Kích hoạt');
    await page.getByRole('option', { name: 'Kích hoạt văn bản' }).click();
    await page.waitForURL(/viec=agreement\.activated/);
    const { body } = await office.world.call<Page<AuditEntryAnswer>>('GET', '/audit-entries?what=agreement.activated');
    expect(body.items.length).toBeGreaterThan(0);
    const opening = page.getByRole('button', { name: 'Kích hoạt văn bản' });
    await opening.first().click();
    const entry = page.getByRole('dialog');
    await entry.getByText(body.items[0]?.hash ?? 'x').waitFor();
    await entry.getByRole('columnheader', { name: 'Nội dung' }).waitFor();
  });

  it('reads in words: fields, their values, and records by their names', async () => {
    const page = await office.as('admin');
    await page.goto('/nhat-ky?viec=agreement.registered');
    const { body } = await office.world.call<Page<AuditEntryAnswer>>('GET', '/audit-entries?what=agreement.registered');
    const [first] = body.items;
    const name = first!.records.find(({ id }) => id === first!.subjectId)!.nameVi;
    await page.getByRole('link', { name }).first().waitFor();
    await page.getByRole('button', { name: 'Đăng ký văn bản' }).first().click();
    const entry = page.getByRole('dialog');
    await entry.getByRole('rowheader', { name: 'Kiểu thời hạn' }).waitFor();
    const told = await entry.innerText();
    expect(told).not.toMatch(RAW_FIELD);
    expect(told).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(told).not.toMatch(/\d{4}-\d{2}-\d{2}|\b(?:FIXED|PUBLIC|PARTY|UNKNOWN)\b/);
  });

  it('tells the history of an agreement in the same words', async () => {
    const { body } = await office.world.call<Page<AuditEntryAnswer>>('GET', '/audit-entries?what=agreement.activated');
    const page = await office.as('van-thu');
    await page.goto(`/van-ban/${body.items[0]!.subjectId}`);
    await page.getByRole('tab', { name: 'Lịch sử' }).click();
    const list = page.getByRole('list', { name: 'Lịch sử' });
    await list.waitFor();
    for (const changes of await list.getByText(/^Xem thay đổi/).all()) await changes.click();
    const told = await list.innerText();
    expect(told).not.toMatch(RAW_FIELD);
    expect(told).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(told).toContain('Cam kết: ');
  });

  it('verifies the trail and is told in words; that it did is an entry', async () => {
    const page = await office.as('admin');
    await page.goto('/nhat-ky');
    await page.getByRole('button', { name: 'Kiểm tra nhật ký' }).click();
    await page.getByRole('button', { name: 'Bắt đầu kiểm tra' }).click();
    await page.getByText(/Nhật ký nguyên vẹn: [\d.]+ mục, không có lỗi\./).waitFor();
    const { body } = await office.world.call<Page<AuditEntryAnswer>>('GET', '/audit-entries?what=audit.verified');
    expect(body.items).toHaveLength(1);
  });

  it('refuses a hash that is none, at its field', async () => {
    const page = await office.as('admin');
    await page.goto('/nhat-ky');
    await page.getByRole('button', { name: 'Kiểm tra nhật ký' }).click();
    await page.getByLabel('Mã băm đã ghi trên giấy lần trước').fill('khong-phai');
    await page.getByRole('button', { name: 'Bắt đầu kiểm tra' }).click();
    await page.getByRole('alert').waitFor();
  });

  it('runs a sweep by hand with the keyboard and reads what it did', async () => {
    const page = await office.as('admin');
    await page.goto('/ra-soat');
    await page.getByRole('button', { name: 'Chạy rà soát' }).focus();
    await page.keyboard.press('Enter');
    const asking = page.getByRole('dialog');
    await asking.getByRole('button', { name: 'Chạy rà soát' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/lan=/);
    await page.getByText('Không có lỗi.').waitFor();
    const { body } = await office.world.call<Page<SweepAnswer>>('GET', '/sweeps');
    expect(page.url()).toContain(body.items[0]?.id ?? 'none');
    expect(body.items[0]).toMatchObject({ trigger: 'PERSON', asOf: '2026-11-24', state: 'done' });
  });

  it('breaks no rule of its own policy', () => {
    expect(office.faults).toEqual([]);
  });
});
