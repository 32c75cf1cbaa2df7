import { describe, expect, it } from '@jest/globals';
import { pastedLines } from '../../../src/intake/lines.js';
import { readAgreement } from '../../../src/intake/proposal.rules.js';
import { readFile } from '../../../src/intake/reader.js';
import { aPdf, type Written } from '../../support/files.js';
import { aWordFile, para } from '../../support/word.js';
import { WORD, linesOf, valuesOf } from './reading.js';

describe('what word processors leave in a file', () => {
  it('reads a head and signatures that are set by tabs', async () => {
    const bytes = aWordFile(
      para('ỦY BAN NHÂN DÂN PHƯỜNG A\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      para('Số: 21/KH-UBND\t\tPhường A, ngày 02 tháng 02 năm 2026'),
      para('KẾ HOẠCH PHỐI HỢP', { centred: true, bold: true }),
      para('bảo vệ môi trường năm 2026', { centred: true, bold: true }),
      para('I. NỘI DUNG'),
      para('1.\tHằng tháng, các bên ra quân tổng vệ sinh.'),
      para('TM. ỦY BAN NHÂN DÂN\t\tTM. BAN THƯỜNG TRỰC'),
      para('CHỦ TỊCH\t\tCHỦ TỊCH'),
      para('Lê Văn Tám\t\tMai Thị Chín'),
    );
    const { proposals } = readAgreement(await linesOf(bytes));
    expect(valuesOf(proposals, 'NUMBER')).toEqual([{ printed: '21/KH-UBND', issuerName: null }]);
    expect(valuesOf(proposals, 'SIGNED_ON')).toEqual([{ signedOn: '2026-02-02' }]);
    expect(valuesOf(proposals, 'TITLE')).toEqual([{ title: 'Kế hoạch phối hợp bảo vệ môi trường năm 2026' }]);
    expect(valuesOf(proposals, 'CLAUSE').map(({ label }) => label)).toEqual(['I.', '1.']);
    expect(valuesOf(proposals, 'PARTY')).toMatchObject([
      { signatoryName: 'Lê Văn Tám' },
      { signatoryName: 'Mai Thị Chín' },
    ]);
  });

  it('takes what is inserted and in fields, and neither what is deleted nor what is there twice', async () => {
    const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const bytes = aWordFile(
      `<w:p>${run('Điều 1. Chế độ ')}<w:ins>${run('báo cáo')}</w:ins><w:del><w:r><w:delText>họp</w:delText></w:r></w:del></w:p>`,
      `<w:sdt><w:sdtContent><w:p>${run('Hằng quý, các bên gửi báo cáo.')}</w:p></w:sdtContent></w:sdt>`,
      `<w:p><mc:AlternateContent xmlns:mc="mc"><mc:Choice>${run('Một lần.')}</mc:Choice><mc:Fallback>${run('Một lần.')}</mc:Fallback></mc:AlternateContent><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>`,
    );
    expect((await linesOf(bytes)).map(({ text }) => text)).toEqual([
      'Điều 1. Chế độ báo cáo',
      'Hằng quý, các bên gửi báo cáo.',
      'Một lần.',
    ]);
  });

  it.each([
    ['capitals', 'A'.repeat(60_000)],
    ['capitals in columns', `${'A B '.repeat(15_000)}\t${'C D '.repeat(15_000)}`],
    ['blanks', `Số${' '.repeat(60_000)}x`],
    ['dots of a form', `Hà Nội, ngày ${'.'.repeat(60_000)}`],
    ['one long sentence', 'các bên phối hợp với Ủy ban nhân dân hằng năm, '.repeat(2_000)],
    ['many short ones', 'Hằng quý, giao ban. '.repeat(3_000)],
  ])(
    'is not kept long by %s',
    (_, text) => {
      // Too long is what the limit of the test says.
      expect(readAgreement(pastedLines(`Điều 1. Mở đầu\n${text}`))).toBeDefined();
    },
    60_000,
  );
});

describe('other ways in', () => {
  it('reads a pasted text with columns', () => {
    const text = [
      'QUẬN ỦY QUẬN X\t\tĐẢNG CỘNG SẢN VIỆT NAM',
      'BAN TUYÊN GIÁO\t\tQuận X, ngày 15 tháng 9 năm 2022',
      'Số 01-QC/BTGQU-ĐUQS',
      'QUY CHẾ',
      'phối hợp công tác tuyên truyền',
      'Điều 1. Chế độ báo cáo',
      '1. Định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12) các bên gửi báo cáo',
      'kết quả về cơ quan thường trực.',
      'T/M ĐẢNG ỦY QUÂN SỰ\t\t\tT/M BAN TUYÊN GIÁO',
      'BÍ THƯ\t\t\tTRƯỞNG BAN',
      'Nguyễn Văn An\t\t\tTrần Thị Bình',
    ].join('\n');
    const { proposals } = readAgreement(pastedLines(text));
    expect(valuesOf(proposals, 'NUMBER')).toMatchObject([{ printed: '01-QC/BTGQU-ĐUQS' }]);
    expect(valuesOf(proposals, 'SIGNED_ON')).toEqual([{ signedOn: '2022-09-15' }]);
    expect(valuesOf(proposals, 'PARTY')).toMatchObject([
      { nameAsSigned: 'ĐẢNG ỦY QUÂN SỰ', signatoryName: 'Nguyễn Văn An' },
      { nameAsSigned: 'BAN TUYÊN GIÁO', signatoryName: 'Trần Thị Bình' },
    ]);
    expect(valuesOf(proposals, 'COMMITMENT')).toMatchObject([
      { schedules: [{ frequency: 'HALF_YEARLY' }, { frequency: 'YEARLY' }], recipient: { stands: 'STANDING_BODY' } },
    ]);
  });

  it('reads a PDF by the place of its letters', async () => {
    const at = (text: string, x: number, y: number): Written => ({ text, x, y, size: 12 });
    const bytes = aPdf([
      [
        at('UBND PHƯỜNG A', 80, 800),
        at('CỘNG HÒA XÃ HỘI', 360, 800),
        at('Số: 12/QC-UBND', 80, 784),
        at('Phường A, ngày 10 tháng 3 năm 2026', 340, 784),
        at('QUY CHẾ PHỐI HỢP', 220, 750),
        at('Điều 1. Chế độ báo cáo', 72, 720),
        at('Hằng tháng, các bên gửi báo cáo về Ủy ban nhân dân phường chậm nhất', 72, 700),
        at('ngày 25.', 72, 684),
        at('TM. ỦY BAN NHÂN DÂN', 80, 640),
        at('ĐẠI DIỆN CÔNG AN PHƯỜNG', 340, 640),
        at('CHỦ TỊCH', 100, 624),
        at('TRƯỞNG CÔNG AN', 360, 624),
        at('Nguyễn Văn An', 90, 590),
        at('Trần Thị Bình', 350, 590),
      ],
    ]);
    const { proposals } = readAgreement(await linesOf(bytes, 'application/pdf'));
    expect(valuesOf(proposals, 'NUMBER')).toMatchObject([{ printed: '12/QC-UBND' }]);
    expect(valuesOf(proposals, 'SIGNED_ON')).toEqual([{ signedOn: '2026-03-10' }]);
    expect(valuesOf(proposals, 'PARTY')).toMatchObject([
      { nameAsSigned: 'Ủy ban nhân dân phường', signatoryName: 'Nguyễn Văn An', signatoryPosition: 'CHỦ TỊCH' },
      { signatoryName: 'Trần Thị Bình', signatoryPosition: 'TRƯỞNG CÔNG AN', authority: 'DIRECT' },
    ]);
    expect(valuesOf(proposals, 'COMMITMENT')).toMatchObject([
      { schedules: [{ frequency: 'MONTHLY', dues: [{ rule: { day: 25 } }] }] },
    ]);
  });

  it.each([
    ['a scan', aPdf([[]]), 'application/pdf', 'scan'],
    ['an old Word file', Buffer.from('x'), 'application/x-cfb', 'old-word'],
    ['a picture', Buffer.from('x'), 'image/png', 'picture'],
    [
      'text typed for .VnTime',
      aWordFile(para('Céng hßa x· héi chñ nghÜa ViÖt Nam', { font: '.VnTime' })),
      WORD,
      'legacy-font',
    ],
  ])('says why %s is not read', async (_, bytes, mediaType, unread) => {
    expect(await readFile(bytes, mediaType)).toEqual({ unread });
  });
});
