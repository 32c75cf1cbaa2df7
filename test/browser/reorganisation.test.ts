import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { AwaitingAnswer } from '../../src/lifecycle/succession.contract.js';
import type { OccurrenceRow } from '../../src/reports/occurrence.contract.js';
import { openOffice, type Office } from './support/office.js';

const WARD = 'Đảng ủy phường Vườn Lài';
const HEIR = 'Đảng ủy phường Diên Hồng';

describe('a body is merged into another', () => {
  let office: Office;
  let ward: string;
  let heir: string;
  beforeAll(async () => {
    office = await openOffice();
    ward = await idOf(WARD);
    heir = await idOf(HEIR);
  }, 120_000);
  afterAll(() => office.close());

  async function idOf(name: string): Promise<string> {
    const found = await list<{ id: string; nameVi: string }>(`/bodies?q=${encodeURIComponent(name)}`);
    return found.find(({ nameVi }) => nameVi === name)!.id;
  }
  async function list<T>(path: string): Promise<T[]> {
    return (await office.world.call<{ items: T[] }>('GET', path)).body.items;
  }
  const choose = async (page: Page, group: string, name: string): Promise<void> => {
    await page.getByRole('group', { name: group }).getByRole('combobox').fill(name);
    await page.getByRole('option', { name, exact: true }).click();
    await page.getByRole('button', { name: `Bỏ ${name}` }).waitFor();
  };

  it('is recorded from its page, told what waits, and stands in the list of those that are gone', async () => {
    const page = await office.as('van-thu');
    await page.goto(`/co-quan/${ward}`);
    await page.getByRole('link', { name: 'Ghi nhận biến động' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ghi nhận biến động tổ chức' }).waitFor();
    await page.getByRole('combobox', { name: 'Loại biến động' }).click();
    await page.getByRole('option', { name: 'Sáp nhập, hợp nhất' }).click();
    await page.getByLabel('Ngày có hiệu lực').fill('20/11/2026');
    await choose(page, 'Cơ quan kế thừa', HEIR);
    await page.getByLabel('Số, ký hiệu văn bản').fill('12-QĐ/TU');
    await page.getByRole('button', { name: 'Ghi nhận biến động' }).click();
    await page.getByText('Hãy đánh dấu xác nhận trước khi ghi nhận.').waitFor();
    await page.getByLabel('Tôi đã kiểm tra văn bản và đồng ý ghi nhận').check();
    await page.getByRole('button', { name: 'Ghi nhận biến động' }).click();
    const told = page.getByRole('status').filter({ hasText: 'Sáp nhập, hợp nhất, từ ngày 20/11/2026' });
    await told.getByText(/\d+ báo cáo và \d+ kỳ sơ kết, tổng kết đang chờ/).waitFor();
    const still = await list<OccurrenceRow>(`/occurrences?bodyId=${ward}&state=suspended`);
    expect(still.length).toBeGreaterThan(0);
    await told.getByRole('link', { name: 'Đến danh sách chờ quyết định' }).click();
    await page.getByRole('heading', { level: 2, name: WARD }).first().waitFor();
    const waiting = await list<AwaitingAnswer>(`/successions?bodyId=${ward}`);
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.every(({ proposed }) => proposed.map(({ bodyId }) => bodyId).includes(heir))).toBe(true);
    await expect(page.getByRole('button', { name: 'Quyết định', exact: true }).count()).resolves.toBe(0);
  });

  it('shows in the tree no more, and in the lineage of its successor', async () => {
    const page = await office.as('van-thu');
    await page.goto(`/co-quan/${ward}`);
    await page.getByText('Đã kết thúc hoạt động').first().waitFor();
    await page.goto(`/co-quan/${heir}`);
    await page.getByRole('heading', { name: 'Lịch sử tổ chức' }).waitFor();
    await page.getByText(WARD).first().waitFor();
  });

  it('refuses a second end, at the page', async () => {
    const page = await office.as('van-thu');
    await page.goto(`/co-quan/${ward}/bien-dong`);
    await page.getByRole('combobox', { name: 'Loại biến động' }).click();
    await page.getByRole('option', { name: 'Giải thể' }).click();
    await page.getByLabel('Ngày có hiệu lực').fill('22/11/2026');
    await page.getByLabel('Tôi đã kiểm tra văn bản và đồng ý ghi nhận').check();
    await page.getByRole('button', { name: 'Ghi nhận biến động' }).click();
    await page.getByRole('alert').filter({ hasText: WARD }).waitFor();
  });

  it('breaks no rule of its own policy', () => {
    expect(office.faults).toEqual([]);
  });
});
