import { aWordFile, para, table } from '../../support/word.js';

const head = (left: string[], right: string[]): string =>
  table([
    [left.map((text) => para(text, { centred: true, bold: true })), right.map((text) => para(text, { centred: true }))],
  ]);

const signatures = (...columns: string[][]): string =>
  table([columns.map((lines) => lines.map((text) => para(text, { centred: true, bold: true })))]);

const TITLE = { centred: true, bold: true };

/** State form, style A, typed numbers; head and signatures in tables without lines. */
export const typedA = aWordFile(
  head(
    [
      'HỘI ĐỒNG NHÂN DÂN - ỦY BAN NHÂN DÂN',
      'ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM',
      'PHƯỜNG TÂN HÒA',
      '',
      'Số: 15/QCPH-HĐND-UBND-MTTQ',
    ],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', '', 'Tân Hòa, ngày 05 tháng 01 năm 2026'],
  ),
  para('QUY CHẾ PHỐI HỢP', TITLE),
  para(
    'công tác giữa Hội đồng nhân dân, Ủy ban nhân dân và Ủy ban Mặt trận Tổ quốc Việt Nam phường Tân Hòa nhiệm kỳ 2026 – 2031',
    TITLE,
  ),
  para(''),
  para('Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;', { italic: true }),
  para('Căn cứ Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày 15/6/2017 về hình thức giám sát;', {
    italic: true,
  }),
  para(
    'Hội đồng nhân dân, Ủy ban nhân dân và Ủy ban Mặt trận Tổ quốc Việt Nam phường Tân Hòa thống nhất ban hành Quy chế phối hợp như sau:',
  ),
  para('Chương I', TITLE),
  para('QUY ĐỊNH CHUNG', TITLE),
  para('Điều 1. Phạm vi điều chỉnh', { bold: true }),
  para('Quy chế này quy định nguyên tắc, nội dung phối hợp giữa các bên.'),
  para('Điều 2. Nguyên tắc phối hợp', { bold: true }),
  para('1. Dân chủ, tôn trọng lẫn nhau.'),
  para('2.Kịp thời, đúng pháp luật.'),
  para('Chương II', TITLE),
  para('CHẾ ĐỘ LÀM VIỆC', TITLE),
  para('Điều 3. Chế độ họp, báo cáo', { bold: true }),
  para('1. Hằng quý, các bên tổ chức giao ban.'),
  para(
    '2. Ủy ban nhân dân phường chủ trì, phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam phường, Công an phường gửi báo cáo kết quả phối hợp:',
  ),
  para('a) 6 tháng: trước ngày 15/6;'),
  para('b) Năm: trước ngày 15/12.'),
  para('Điều 4. Sơ kết, tổng kết', { bold: true }),
  para('Định kỳ sơ kết, tổng kết việc thực hiện Quy chế này.'),
  para('Điều 5. Điều khoản thi hành', { bold: true }),
  para('1. Quy chế này có hiệu lực kể từ ngày ký, thay thế Quy chế số 02/QCPH-HĐND-UBND-MTTQ ngày 10/01/2022.'),
  para('2. Giao Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường làm đầu mối tổng hợp.'),
  signatures(
    ['TM. HỘI ĐỒNG NHÂN DÂN', 'CHỦ TỊCH', '', '', 'Nguyễn Văn An'],
    ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '', 'Trần Thị Bình'],
    ['TM. ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM', 'CHỦ TỊCH', '', '', 'Lê Văn Cường'],
  ),
  para('Nơi nhận:'),
  para('- Thường trực Đảng ủy;'),
  para('- Lưu: VT.'),
);

/** The same shape with every number made by Word. */
export const countedA = aWordFile(
  para('QUY CHẾ', TITLE),
  para('Phối hợp giữa Công an phường và Hội Cựu chiến binh phường', TITLE),
  para('Quy định chung', { list: [1, 0], ...TITLE }),
  para('Mục đích', { style: 'Dieu' }),
  para('Nâng cao hiệu quả phối hợp.', { list: [1, 2] }),
  para('Bảo đảm an ninh trật tự.', { list: [1, 2] }),
  para('Trách nhiệm', { style: 'Dieu' }),
  para('Công an phường có trách nhiệm:', { list: [1, 2] }),
  para('Cung cấp tình hình an ninh trật tự hằng tháng;', { list: [1, 3] }),
  para('Tập huấn nghiệp vụ;', { list: [1, 3] }),
  para('Hội Cựu chiến binh phường có trách nhiệm:', { list: [1, 2] }),
  para('Vận động hội viên;', { list: [1, 3] }),
  para('Tổ chức thực hiện', { list: [1, 0], ...TITLE }),
  para('Chế độ giao ban', { style: 'Dieu' }),
  para('Hai bên giao ban 3 tháng một lần.', { list: [1, 2] }),
);

/** Party form, style B: `I-`, `1-`, dashes; no number, no day; two columns of signatures, row by row. */
export const partyB = aWordFile(
  head(
    ['ĐẢNG BỘ PHƯỜNG HÒA BÌNH', 'BAN TUYÊN GIÁO VÀ DÂN VẬN - ĐẢNG ỦY QUÂN SỰ', '*', 'Số       -CTrPH/BTGDV-ĐUQS'],
    ['ĐẢNG CỘNG SẢN VIỆT NAM', '', 'Hòa Bình, ngày      tháng 9 năm 2026'],
  ),
  para('CHƯƠNG TRÌNH PHỐI HỢP', TITLE),
  para('công tác tuyên truyền, dân vận giai đoạn 2026 - 2030', TITLE),
  para('-----', { centred: true }),
  para('- Căn cứ Điều lệ Đảng;'),
  para('- Căn cứ Quy định số 399-QĐ/TW ngày 09/01/2026 của Ban Bí thư;'),
  para(
    'Ban Tuyên giáo và Dân vận Đảng ủy phường và Đảng ủy Quân sự phường thống nhất ban hành Chương trình phối hợp như sau:',
  ),
  para('I- MỤC ĐÍCH, YÊU CẦU', { bold: true }),
  para('1- Nâng cao nhận thức của cán bộ, đảng viên.'),
  para('2- Nội dung thiết thực.'),
  para('II- NỘI DUNG PHỐI HỢP', { bold: true }),
  para('1- Công tác tuyên truyền'),
  para('- Mỗi tháng phát sóng hai chuyên mục Quốc phòng toàn dân.'),
  para('- Tuyên truyền các ngày lễ lớn.'),
  para('III- TỔ CHỨC THỰC HIỆN', { bold: true }),
  para('1- Hằng quý, hai bên trao đổi thông tin (trước ngày 20 tháng cuối quý).'),
  para('2- Hằng năm tổ chức sơ kết; hết giai đoạn tổ chức tổng kết việc thực hiện Chương trình.'),
  table([
    [[para('T/M ĐẢNG ỦY QUÂN SỰ', TITLE)], [para('T/M BAN TUYÊN GIÁO VÀ DÂN VẬN', TITLE)]],
    [[para('BÍ THƯ', { centred: true })], [para('TRƯỞNG BAN', { centred: true })]],
    [[para('(đã ký)', { centred: true })], [para('(đã ký)', { centred: true })]],
    [[para('Đại tá Phạm Văn Dũng', TITLE)], [para('Hoàng Thị Em', TITLE)]],
  ]),
);

/** One number per party, old tones, decomposed letters, capitals everywhere they may stand. */
export const twoNumbers = aWordFile(
  ...[
    table([
      [
        [para('UỶ BAN NHÂN DÂN XÃ TAM ĐẢO', TITLE), para('Số: 07/KHPH-UBND', { centred: true })],
        [para('HỘI NÔNG DÂN XÃ TAM ĐẢO', TITLE), para('Số: 03/KHPH-HND', { centred: true })],
      ],
    ]),
    para('Tam Đảo, ngày 10 tháng 3 năm 2026', { italic: true }),
    para('KẾ HOẠCH LIÊN TỊCH', TITLE),
    para('Hoà giải ở cơ sở năm 2026', TITLE),
    para('I. NỘI DUNG', { bold: true }),
    para('1. HẰNG QUÝ, TRƯỚC NGÀY 25 THÁNG CUỐI QUÝ, CÁC CHI HỘI GỬI BÁO CÁO VỀ UỶ BAN NHÂN DÂN XÃ.'),
    para('2. Tuỳ tình hình, các bên tổ chức hoà giải.'),
    table(
      [
        [[para('STT')], [para('Nội dung')], [para('Thời gian')]],
        [[para('1')], [para('Tập huấn hoà giải viên')], [para('Quý II/2026')]],
      ],
      true,
    ),
    para('TM. UỶ BAN NHÂN DÂN'),
    para('CHỦ TỊCH'),
    para('Vũ Văn Giang'),
    para('TM. BAN CHẤP HÀNH HỘI NÔNG DÂN'),
    para('CHỦ TỊCH'),
    para('Đặng Thị Hạnh'),
  ].map((part) => part.normalize('NFD')),
);
