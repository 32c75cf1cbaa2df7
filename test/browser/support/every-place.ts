import type { Page } from 'playwright-core';
import type { Office } from './office.js';

/** What somebody sees: a page at its address and, where `open` says so, a window, menu or drawer of it. */
export interface Place {
  /** Login of the sample office; '-' is a stranger at the door; 'admin' holds every role. */
  as: string;
  /** `{name}` stands for the id of a record, see `recordsOf`. */
  at: string;
  open?: (page: Page) => Promise<void>;
  opens?: string;
}

const press =
  (...names: (string | RegExp)[]) =>
  async (page: Page): Promise<void> => {
    for (const name of names) {
      const button = page.getByRole('button', { name });
      await button.or(page.getByRole('menuitem', { name })).or(page.getByRole('link', { name })).first().click();
    }
  };

const at = (as: string, ...paths: string[]): Place[] => paths.map((path) => ({ as, at: path }));
const opened = (as: string, path: string, ...names: (string | RegExp)[]): Place => ({
  as,
  at: path,
  open: press(...names),
  opens: names.map(String).join(' › '),
});

const AGREEMENT = '/van-ban/{inForce}';
const DRAFT = '/van-ban/{draft}/soan';

const PAGES: Place[] = [
  ...at('-', '/dang-nhap', '/dat-mat-khau', '/dat-mat-khau#token=mot-ma-thu', '/khong-co-trang-nay'),
  ...at('admin', '/', '/van-ban?tim=khong-co-van-ban-nao-nhu-the', '/bao-cao', '/so-ket', '/so-ket?muc=viec'),
  ...at(
    'admin',
    '/tong-hop',
    '/lich',
    '/lich?xem=danh-sach',
    '/co-quan',
    '/co-quan/{body}',
    '/co-quan/{body}/bien-dong',
  ),
  ...at('admin', '/ke-thua', '/chua-ro-ky-han', '/xin-lui-han', '/lich-lam-viec', '/che-do-bao-cao'),
  ...at('admin', '/che-do-bao-cao/moi', '/che-do-bao-cao/{scheme}', '/che-do-bao-cao/{ownScheme}/sua'),
  ...at('admin', '/thanh-vien', '/thanh-vien?the=vi-tri', '/thanh-vien/{member}', '/thanh-vien/vi-tri/{seat}'),
  ...at('admin', '/ra-soat', '/nhat-ky', '/toi'),
  ...at('van-thu', '/', '/van-ban', '/van-ban/moi', AGREEMENT, `${AGREEMENT}?muc=dieu-khoan`),
  ...at('van-thu', `${AGREEMENT}?muc=thoi-gian`, `${AGREEMENT}?muc=tai-lieu`, `${AGREEMENT}?muc=sua-doi`),
  ...at('van-thu', `${AGREEMENT}?muc=lich-su`, '/van-ban/{expiring}', '/van-ban/{succeeded}', '/van-ban/{draft}'),
  ...at(
    'van-thu',
    `${DRAFT}?buoc=van-ban`,
    `${DRAFT}?buoc=dieu-khoan`,
    `${DRAFT}?buoc=cam-ket`,
    `${DRAFT}?buoc=kiem-tra`,
  ),
  ...at('don-vi', '/', '/bao-cao', '/bao-cao/{overdue}', '/bao-cao/{accepted}', '/van-ban', '/lich', '/toi'),
  ...at('tham-dinh', '/', '/bao-cao/{submitted}', '/so-ket'),
  ...at(
    'lanh-dao',
    '/',
    '/tong-hop',
    '/van-ban',
    '/so-ket',
    '/so-ket/{due}',
    '/so-ket/{held}',
    '/so-ket/{undecided}',
    '/xin-lui-han',
    '/ke-thua',
  ),
];

/** One of each kind of window, drawer and menu that a person meets at work. */
const OPENED: Place[] = [
  opened('van-thu', '/van-ban', 'Bộ lọc'),
  opened('van-thu', '/van-ban', 'Chọn cột'),
  opened('van-thu', '/van-ban', 'Danh sách đã lưu', 'Lưu danh sách đang xem'),
  opened('van-thu', '/', /^Lê /),
  opened('van-thu', AGREEMENT, 'Thao tác'),
  opened('van-thu', AGREEMENT, 'Thao tác', 'Sửa đổi, bổ sung'),
  opened('van-thu', AGREEMENT, 'Thao tác', 'Tạm dừng'),
  opened('van-thu', `${AGREEMENT}?muc=thoi-gian`, /^Vì sao/),
  opened('van-thu', '/van-ban/moi', /Thêm cơ quan/),
  opened('van-thu', `${DRAFT}?buoc=van-ban`, 'Xoá bản nháp'),
  opened('van-thu', `${DRAFT}?buoc=cam-ket`, /^Thêm cam kết cho/),
  opened('van-thu', `${DRAFT}?buoc=cam-ket`, 'Thêm sơ kết'),
  opened('don-vi', '/bao-cao', 'Bộ lọc'),
  opened('don-vi', '/bao-cao/{overdue}', 'Đề nghị gia hạn'),
  opened('don-vi', '/bao-cao/{overdue}', 'Gửi báo cáo'),
  opened('tham-dinh', '/bao-cao/{submitted}', 'Trả lại'),
  opened('lanh-dao', '/so-ket/{undecided}', 'Giao việc'),
  opened('lanh-dao', '/tong-hop', /^Tổng số, /),
  opened('lanh-dao', '/xin-lui-han', 'Đồng ý gia hạn'),
  opened('admin', '/ke-thua', /^Quyết định/),
  { as: 'admin', at: '/nhat-ky', opens: 'Xem mục này', open: (page) => page.getByTitle('Xem mục này').first().click() },
  opened('admin', '/nhat-ky', 'Kiểm tra nhật ký'),
  opened('admin', '/ra-soat', /^\d\d\/\d\d\/\d{4}/),
  opened('admin', '/ra-soat', 'Chạy rà soát'),
  opened('admin', '/co-quan', 'Thêm cơ quan'),
  opened('admin', '/lich-lam-viec', 'Đặt một ngày'),
  opened('admin', '/thanh-vien', 'Thêm thành viên'),
  opened('admin', '/thanh-vien/{member}', 'Ghi nhận rời cơ quan'),
  opened('admin', '/thanh-vien/vi-tri/{seat}', 'Giao vị trí'),
  opened('admin', '/toi', 'Bật mã dùng một lần'),
  opened('admin', '/toi', 'Tạo mã truy cập'),
];

export const PLACES = [...PAGES, ...OPENED];

type Item = { id: string } & Record<string, unknown>;

const SENTENCES = [
  'Hằng quý, chậm nhất ngày 20 tháng cuối quý, các bên gửi báo cáo kết quả thực hiện.',
  'Hai bên thường xuyên trao đổi thông tin về tình hình Nhân dân.',
];

/** Ids of one record of each kind; those that the sample office lacks are made. */
export async function recordsOf({ world }: Office): Promise<Record<string, string>> {
  const made = async (path: string, body: unknown): Promise<Item> => {
    const reply = await world.call<Item>('POST', path, body);
    if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  const all = async (path: string): Promise<Item[]> => (await world.call<{ items: Item[] }>('GET', path)).body.items;
  const one = async (path: string, fits: (item: Item) => boolean = () => true): Promise<string> => {
    const found = (await all(path)).find(fits);
    if (!found) throw new Error(`nothing fit under ${path}`);
    return found.id;
  };
  const report = (title: string): Promise<string> =>
    one('/occurrences?limit=200', ({ commitmentTitle }) => commitmentTitle === title);
  const review = (state: string): Promise<string> => one('/reviews?limit=50', (item) => item['state'] === state);

  const submitted = await report('Báo cáo công tác chuẩn bị hội nghị');
  const filed = await made(`/occurrences/${submitted}/submissions`, { done: 'Đã chuẩn bị xong hội trường, tài liệu.' });
  await made(`/submissions/${filed.id}/submission`, {});
  await made(`/occurrences/${await report('Gửi kế hoạch bồi dưỡng cán bộ dân vận')}/extensions`, {
    to: '2027-03-31',
    reason: 'Chờ số liệu của các khu phố.',
  });
  const [first, second] = await all('/bodies');
  const draft = await made('/agreements', {
    kind: 'PROGRAMME',
    title: 'Chương trình phối hợp còn soạn dở',
    parties: [{ bodyId: first!.id }, { bodyId: second!.id }],
    noSecretConfirmed: true,
  });
  await made(`/agreements/${draft.id}/clauses`, {
    clauses: SENTENCES.map((text, index) => ({ kind: 'CLAUSE', label: `${index + 1}.`, text })),
  });
  await made(`/agreements/${draft.id}/commitments`, {
    title: 'Báo cáo kết quả thực hiện hằng quý',
    kind: 'REPORT',
    bodies: [{ bodyId: first!.id, role: 'LEAD' }],
    schedules: [{ frequency: 'UNSPECIFIED', textAsWritten: SENTENCES[1] }],
  });
  await made(`/agreements/${draft.id}/review-cycles`, { kind: 'INTERIM_REVIEW' });
  const ownScheme = await made('/reporting-schemes', {
    code: 'RIENG',
    nameVi: 'Chế độ riêng của cơ quan',
    nameEn: 'Scheme of the office',
    windows: { MONTH: { startDay: 15, monthOffset: -1 } },
    dues: { MONTH: [{ qualifier: 'BY', anchor: 'PERIOD_LAST_MONTH', day: 17 }] },
  });
  await made('/sweeps', {});
  const [succession] = await all('/successions');
  return {
    draft: draft.id,
    ownScheme: ownScheme.id,
    submitted,
    overdue: await report('Thống kê kết quả tuyên truyền tại khu dân cư'),
    accepted: await one('/occurrences?standing=done_on_time'),
    inForce: await one('/agreements?state=in_force', ({ title }) => String(title).includes('2025 – 2030')),
    expiring: await one('/agreements?state=expiring'),
    succeeded: String(succession!['agreementId']),
    due: await review('due'),
    held: await review('concluded'),
    undecided: await review('held'),
    body: String(succession!['bodyId']),
    scheme: await one('/reporting-schemes'),
    member: await one('/members', ({ login }) => login === 'don-vi'),
    seat: await one('/seats', ({ role }) => role === 'REPORTER'),
  };
}
