import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarAnswer } from '../../src/regime/calendar.contract.js';
import type { SchemeAnswer } from '../../src/regime/scheme.contract.js';
import type { OccurrenceRow } from '../../src/reports/occurrence.contract.js';
import { aDesk, dues, dutiesOf, planned } from '../stories/replanning-cast.js';
import { openOffice, type Office } from './support/office.js';

describe('days off and reporting schemes', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  }, 120_000);
  afterAll(() => office.close());

  async function get<T>(path: string): Promise<T> {
    return (await office.world.call<T>('GET', path)).body;
  }
  const dueOn = async (day: string): Promise<string[]> =>
    (await get<{ items: OccurrenceRow[] }>(`/occurrences?from=${day}&to=${day}&limit=200`)).items.map(({ id }) => id);

  it('a day off that is set moves what is due on it, first shown, then done', async () => {
    const before = await dueOn('2026-12-21');
    expect(before.length).toBeGreaterThan(0);
    const page = await office.as('van-thu');
    await page.goto('/lich-lam-viec');
    await page.getByRole('button', { name: 'Đặt một ngày' }).click();
    const window = page.getByRole('dialog');
    await window.getByLabel('Ngày', { exact: false }).first().fill('21/12/2026');
    await window.getByLabel('Tên ngày').fill('Nghỉ theo thông báo của Thành phố');
    await window.getByLabel('Căn cứ').fill('Thông báo 99/TB-UBND');
    await window.getByRole('button', { name: 'Đưa vào thay đổi' }).click();
    await page.getByText('21/12/2026: Nghỉ lễ, tết, Nghỉ theo thông báo của Thành phố').waitFor();
    await page.getByRole('button', { name: 'Xem trước ảnh hưởng' }).click();
    await page
      .getByText(/^Chuyển hạn \(\d+\)$/)
      .first()
      .waitFor();
    await page.getByRole('cell', { name: '22/12/2026' }).first().waitFor();
    expect(await dueOn('2026-12-21')).toEqual(before);
    await page.getByLabel('Lý do thay đổi').fill('Thành phố cho nghỉ.');
    await page.getByRole('button', { name: 'Áp dụng đúng như trên' }).click();
    await page.getByText(/^Đã áp dụng; \d+ hạn được chuyển$/).waitFor();
    expect(await dueOn('2026-12-21')).toEqual([]);
    expect(await dueOn('2026-12-22')).toEqual(expect.arrayContaining(before));
    const { days } = await get<CalendarAnswer>('/calendar-days?year=2026');
    expect(days.find(({ date }) => date === '2026-12-21')).toMatchObject({ basis: 'Thông báo 99/TB-UBND' });
    await page.goto(`/bao-cao/${before[0]}`);
    await page.getByText('Vì sao ngày này?').click();
    await page.getByText('Thành phố cho nghỉ.').first().waitFor();
  });

  it('a scheme of one’s own is made, used, and changed with what it moves in sight', async () => {
    const page = await office.as('van-thu');
    await page.goto('/che-do-bao-cao/moi');
    await page.getByLabel('Mã').fill('RIENG');
    await page.getByLabel('Tên tiếng Việt').fill('Chế độ riêng của phường');
    await page.getByLabel('Tên tiếng Anh').fill('Our own');
    await page.getByRole('button', { name: 'Thêm hạn gửi: Hạn gửi, Hằng tháng' }).click();
    await page.getByRole('button', { name: 'Thêm chế độ' }).click();
    await page.getByRole('heading', { level: 1, name: 'Chế độ riêng của phường' }).waitFor();
    const { items } = await get<{ items: SchemeAnswer[] }>('/reporting-schemes?limit=200');
    const scheme = items.find(({ code }) => code === 'RIENG');
    expect(scheme?.dues).toEqual({ MONTH: [{ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 25 }] });

    const desk = await aDesk(office.world, { scheme_id: scheme!.id });
    const schedule = await planned(office.world, desk, '2026-11-24', {
      ...{ window_rule: { kind: 'SCHEME' }, dues: [], roll: null, starts_on: '2026-12-01' },
    });
    const was = dues(await dutiesOf(office.world, schedule));
    expect(was).toContain('2026-M12 2026-12-25');

    await page.getByRole('link', { name: 'Sửa chế độ' }).click();
    await page.getByRole('group', { name: 'Hạn gửi, Hằng tháng' }).getByLabel('Ngày', { exact: true }).fill('23');
    await page.getByRole('button', { name: 'Xem trước ảnh hưởng' }).click();
    await page.getByRole('cell', { name: '23/12/2026' }).first().waitFor();
    expect(dues(await dutiesOf(office.world, schedule))).toEqual(was);
    await page.getByLabel('Lý do thay đổi').fill('Theo quy chế làm việc mới.');
    await page.getByRole('button', { name: 'Áp dụng đúng như trên' }).click();
    await page.getByRole('heading', { level: 1, name: 'Chế độ riêng của phường' }).waitFor();
    await page.getByText('Theo quy chế làm việc mới.').waitFor();
    expect(dues(await dutiesOf(office.world, schedule))).toContain('2026-M12 2026-12-23');
  });

  it('a scheme that came with the register can be followed, not changed', async () => {
    const { items } = await get<{ items: SchemeAnswer[] }>('/reporting-schemes');
    const preset = items.find(({ code }) => code === 'ND09')!;
    const page = await office.as('van-thu', { size: 'phone' });
    await page.goto(`/che-do-bao-cao/${preset.id}`);
    await page.getByText('Chế độ có sẵn không sửa được; hãy thêm chế độ riêng dựa theo nó.').waitFor();
    await expect(page.getByRole('link', { name: 'Sửa chế độ' }).count()).resolves.toBe(0);
  });

  it('breaks no rule of its own policy', () => {
    expect(office.faults).toEqual([]);
  });
});
