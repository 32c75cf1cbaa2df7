import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NeedsIntervalAnswer } from '../../src/compliance/needs-interval.contract.js';
import type { AwaitingAnswer, SuccessionDecisionAnswer } from '../../src/lifecycle/succession.contract.js';
import type { ExtensionRow } from '../../src/reports/extension.contract.js';
import type { OccurrenceRow } from '../../src/reports/occurrence.contract.js';
import { openOffice, type Office } from './support/office.js';

let office: Office;
let waiting: AwaitingAnswer[];
beforeAll(async () => {
  office = await openOffice();
  waiting = await list<AwaitingAnswer>('/successions?limit=200');
}, 120_000);
afterAll(() => office.close());

async function list<T>(path: string): Promise<T[]> {
  return (await office.world.call<{ items: T[] }>('GET', path)).body.items;
}

describe('bodies that are gone', () => {
  const ofDistrict = (): AwaitingAnswer[] => waiting.filter(({ proposed }) => proposed.length === 3);

  it('are succeeded by whom the events name, from the day after their last', async () => {
    const row = ofDistrict().find(({ commitments }) => commitments.length > 1)!;
    const page = await office.as('lanh-dao');
    await page.goto('/ke-thua');
    const card = page.getByRole('region', { name: `${row.bodyName} – ${row.agreementTitle}` });
    await card.getByRole('button', { name: 'Quyết định', exact: true }).click();
    const heirs = card.getByRole('group', { name: 'Cơ quan kế thừa' });
    for (const { name } of row.proposed) expect(await heirs.getByLabel(name).isChecked()).toBe(true);
    await heirs.getByLabel(row.proposed[2]!.name).uncheck();
    await card.getByLabel(/^Căn cứ/).fill('Nghị quyết 203/2025/QH15');
    await card.getByRole('button', { name: 'Ghi quyết định' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ghi quyết định' });
    await dialog.getByText(/^Từ 01\/07\/2025/).waitFor();
    await dialog.getByRole('button', { name: 'Đồng ý ghi quyết định' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: `kế thừa ${row.bodyName}` })
      .waitFor();
    await card.waitFor({ state: 'detached' });
    const decisions = await list<SuccessionDecisionAnswer>(`/agreements/${row.agreementId}/successions`);
    expect(decisions.find(({ bodyId }) => bodyId === row.bodyId)).toMatchObject({
      decision: 'CONTINUED_BY',
      basis: 'Nghị quyết 203/2025/QH15',
      from: '2025-07-01',
      successors: row.proposed.slice(0, 2).map(({ bodyId }) => ({ bodyId })),
    });
  });

  it('may be put off for one commitment, and decided later where that stands', async () => {
    const row = ofDistrict()
      .filter(({ commitments }) => commitments.length > 1)
      .at(-1)!;
    const page = await office.as('lanh-dao', { size: 'phone' });
    await page.goto(`/ke-thua?bodyId=${row.bodyId}&agreementId=${row.agreementId}`);
    await page.getByRole('combobox', { name: 'Áp dụng cho' }).click();
    await page.getByRole('option', { name: row.commitments[0]!.title }).click();
    await page.getByRole('radio', { name: 'Tạm dừng, quyết định sau' }).check();
    await page.getByRole('button', { name: 'Ghi quyết định' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đồng ý ghi quyết định' }).click();
    await page.getByRole('status').filter({ hasText: 'tạm dừng, quyết định sau' }).waitFor();
    const decisions = await list<SuccessionDecisionAnswer>(`/agreements/${row.agreementId}/successions`);
    expect(decisions.filter(({ bodyId }) => bodyId === row.bodyId)).toMatchObject([
      { decision: 'SUSPENDED', commitmentId: row.commitments[0]!.commitmentId },
    ]);
    await page.getByText(`${row.commitments[0]!.title} (tạm dừng, quyết định sau)`).waitFor();
  });

  it('stays in the list when all of it was put off, and is decided from there', async () => {
    const [row] = (await list<AwaitingAnswer>('/successions?limit=200')).filter(
      ({ proposed, mayDecide }) => proposed.length === 3 && mayDecide,
    );
    const page = await office.as('lanh-dao');
    await page.goto('/ke-thua');
    const card = page.getByRole('region', { name: `${row!.bodyName} – ${row!.agreementTitle}` });
    await card.getByRole('button', { name: 'Quyết định', exact: true }).click();
    await card.getByRole('radio', { name: 'Tạm dừng, quyết định sau' }).check();
    await card.getByRole('button', { name: 'Ghi quyết định' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đồng ý ghi quyết định' }).click();
    await page.getByRole('heading', { level: 2, name: 'Tạm dừng, quyết định sau' }).waitFor();
    const parked = await list<AwaitingAnswer>(`/successions?putOff=true&agreementId=${row!.agreementId}`);
    expect(parked.map(({ partyId, putOffOn }) => [partyId, putOffOn])).toContainEqual([row!.partyId, '2026-11-24']);
    await card.getByRole('button', { name: 'Quyết định lại' }).click();
    await card.getByRole('radio', { name: 'Cơ quan kế thừa tiếp tục thực hiện' }).check();
    await card.getByRole('button', { name: 'Ghi quyết định' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đồng ý ghi quyết định' }).click();
    await card.waitFor({ state: 'detached' });
    expect(await list(`/successions?putOff=true&agreementId=${row!.agreementId}&bodyId=${row!.bodyId}`)).toEqual([]);
  });

  it('of another tree are not offered for decision, and the page says whose it is', async () => {
    const row = waiting.find(({ suspendedReports }) => suspendedReports > 0)!;
    const page = await office.as('lanh-dao');
    await page.goto(`/ke-thua?bodyId=${row.bodyId}&agreementId=${row.agreementId}`);
    await page.getByText(`${row.suspendedReports} báo cáo`).waitFor();
    await page.getByText('Cơ quan này ngoài phạm vi của bạn; chờ lãnh đạo phụ trách quyết định.').waitFor();
    await expect(page.getByRole('button', { name: /quyết định/i }).count()).resolves.toBe(0);
  });
});

describe('what has no interval', () => {
  it('stands with its sentence, one click from where the interval is given', async () => {
    const [lacking] = await list<NeedsIntervalAnswer>('/needs-interval');
    const page = await office.as('van-thu');
    await page.goto('/chua-ro-ky-han');
    await page.getByRole('link', { name: lacking!.agreementTitle }).first().waitFor();
    await page
      .getByRole('link', { name: /^Đặt kỳ hạn: / })
      .first()
      .click();
    await page.waitForURL(/\/van-ban\/[0-9a-f-]+\/soan\?buoc=cam-ket/);
  });

  it('leads to the very schedule, cycle or commitment, whose form stands open; once given it is off the list', async () => {
    const title = 'Trao đổi thông tin về dư luận xã hội';
    const [{ agreementId } = { agreementId: '' }] = await list<NeedsIntervalAnswer>('/needs-interval');
    const sentence = 'Định kỳ kiểm tra việc thực hiện.';
    const cycle = { kind: 'INSPECTION', frequency: 'UNSPECIFIED', textAsWritten: sentence };
    await office.world.call('POST', `/agreements/${agreementId}/review-cycles`, cycle);
    await office.world.call('POST', `/agreements/${agreementId}/commitments`, {
      title,
      kind: 'INFO_EXCHANGE',
      bodies: [],
    });
    const lacking = await list<NeedsIntervalAnswer>(`/needs-interval?agreementId=${agreementId}`);
    const row = {
      schedule: lacking.find(({ scheduleId }) => scheduleId !== null)!,
      cycle: lacking.find(({ textAsWritten }) => textAsWritten === sentence)!,
      bare: lacking.find(({ commitmentTitle }) => commitmentTitle === title)!,
    };
    expect(row.bare).toMatchObject({ scheduleId: null, cycleId: null });
    const page = await office.as('van-thu');
    const follow = async (name: string): Promise<ReturnType<typeof page.getByRole>> => {
      await page.goto(`/chua-ro-ky-han?agreementId=${agreementId}`);
      await page
        .getByRole('link', { name: `Đặt kỳ hạn: ${name}` })
        .first()
        .click();
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'Lưu', exact: true }).waitFor();
      return form;
    };

    const schedule = await follow(row.schedule.commitmentTitle!);
    await page.getByRole('dialog', { name: 'Bổ sung kỳ hạn' }).waitFor();
    await schedule.getByText(row.schedule.commitmentTitle!).waitFor();
    await schedule.getByRole('button', { name: 'Hằng quý, chậm nhất ngày 20 tháng cuối quý' }).click();
    await schedule.getByRole('button', { name: 'Lưu', exact: true }).click();
    await schedule.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?buoc=cam-ket');

    const inspection = await follow('Kiểm tra, giám sát cả văn bản');
    expect(await inspection.getByLabel('Kỳ hạn viết trong văn bản').inputValue()).toBe(sentence);
    await inspection.getByRole('combobox', { name: 'Bao lâu một lần' }).click();
    await page.getByRole('option', { name: 'Hằng năm', exact: true }).click();
    await inspection.getByRole('button', { name: 'Lưu', exact: true }).click();
    await inspection.waitFor({ state: 'detached' });

    const bare = await follow(title);
    await page.getByRole('dialog', { name: 'Thêm lịch báo cáo' }).waitFor();
    await bare.getByText(title).waitFor();
    // Nobody leads it, so nobody would report: the register says so, and the form stays with what was chosen.
    await bare.getByRole('button', { name: 'Hằng quý, chậm nhất ngày 20 tháng cuối quý' }).click();
    await bare.getByRole('button', { name: 'Lưu', exact: true }).click();
    await bare.getByRole('alert').first().waitFor();

    const left = await list<NeedsIntervalAnswer>(`/needs-interval?agreementId=${agreementId}`);
    expect(left).toHaveLength(lacking.length - 2);
  });
});

describe('a later day that was asked for', () => {
  it('is granted from the list, with both days in sight, and then stands in the history', async () => {
    const [report] = await list<OccurrenceRow>('/occurrences?standing=due_soon&standing=in_term&state=due&limit=1');
    await office.world.call('POST', `/occurrences/${report!.id}/extensions`, {
      to: '2027-03-31',
      reason: 'Chờ số liệu của các khu phố.',
    });
    const [asked] = await list<ExtensionRow>('/extensions?state=asked');
    const page = await office.as('lanh-dao');
    await page.goto('/xin-lui-han');
    await page.getByText('Chờ số liệu của các khu phố.').waitFor();
    await page.getByText(/→ 31\/03\/2027/).waitFor();
    await page.getByRole('button', { name: 'Đồng ý gia hạn' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đồng ý gia hạn' }).click();
    await page.getByText('Không có đề nghị gia hạn nào chờ quyết định.').waitFor();
    const [granted] = await list<ExtensionRow>('/extensions?state=granted');
    expect(granted).toMatchObject({ id: asked!.id, grantedTo: '2027-03-31', dueOn: report!.dueOn });
    await page.getByText('Được gia hạn', { exact: true }).click();
    await page.getByText('Chờ số liệu của các khu phố.').waitFor();
    expect(office.faults).toEqual([]);
  });
});
