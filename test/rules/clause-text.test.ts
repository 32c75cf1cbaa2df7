import { describe, expect, it } from '@jest/globals';
import { splitClauseText, type SplitText } from '../../src/commitments/clause-text.rules.js';

/** Two blanks a level, label or heading, then the text. */
function outline({ clauses }: SplitText): string[] {
  return clauses.map(({ depth, label, heading, text }) =>
    [`${'  '.repeat(depth)}${label ?? '¶'}`, heading === null ? '' : `[${heading}]`, text]
      .filter((part) => part !== '')
      .join(' '),
  );
}

const told = ({ warnings }: SplitText): string[] =>
  warnings.map(({ code, line, label, expected }) => `${line} ${code} ${label ?? ''} ${expected ?? ''}`.trim());

const REGULATION = `QUẬN ỦY QUẬN X
Số 01-QC/BTGQU-ĐUQS
QUY CHẾ
phối hợp công tác tuyên truyền
- Căn cứ Điều lệ Đảng;
- Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ quận,
nhiệm kỳ 2020 - 2025;
Ban Tuyên giáo Quận ủy và Đảng ủy Quân sự quận thống nhất ban hành Quy chế phối hợp như sau:

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc phối hợp theo
Điều 5 Luật Quốc phòng.
Chương II. CHẾ ĐỘ THÔNG TIN
Điều 2. Chế độ báo cáo
1. Hằng quý, hai bên trao đổi thông tin.
2. Các bên có trách nhiệm:
a) Gửi báo cáo;
b) Lưu hồ sơ;
c) Họp;
d) Kiểm tra;
đ) Tổng kết.
Điều 3. Quy chế này có hiệu lực từ ngày ký.
T/M ĐẢNG ỦY QUÂN SỰ                     T/M BAN TUYÊN GIÁO
BÍ THƯ                                  TRƯỞNG BAN
Nơi nhận:
- Như trên;
- Lưu.`;

describe('a regulation', () => {
  const split = splitClauseText(REGULATION);

  it('gives chapters, articles, khoản and điểm, with đ after d', () => {
    expect(split.style).toBe('A');
    expect(outline(split)).toEqual([
      'Chương I [QUY ĐỊNH CHUNG]',
      '  Điều 1 [Phạm vi điều chỉnh] Quy chế này quy định việc phối hợp theo\nĐiều 5 Luật Quốc phòng.',
      'Chương II [CHẾ ĐỘ THÔNG TIN]',
      '  Điều 2 [Chế độ báo cáo]',
      '    1. Hằng quý, hai bên trao đổi thông tin.',
      '    2. Các bên có trách nhiệm:',
      '      a) Gửi báo cáo;',
      '      b) Lưu hồ sơ;',
      '      c) Họp;',
      '      d) Kiểm tra;',
      '      đ) Tổng kết.',
      '  Điều 3 Quy chế này có hiệu lực từ ngày ký.',
    ]);
    expect(told(split)).toEqual([]);
  });

  it('sets the head with its legal bases and the signatures aside, and says where they stand', () => {
    expect(split.before).toMatchObject({ fromLine: 1, toLine: 8 });
    expect(split.before?.legalBases).toEqual([
      'Căn cứ Điều lệ Đảng;',
      'Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ quận,\nnhiệm kỳ 2020 - 2025;',
    ]);
    expect(split.after).toMatchObject({ fromLine: 26, toLine: 30 });
    expect(split.after?.text).toContain('Nơi nhận');
  });

  it.each([
    ['NFD', REGULATION.normalize('NFD')],
    ['Windows line ends', REGULATION.replaceAll('\n', '\r\n')],
    ['blanks of a word processor', REGULATION.replaceAll('. ', '.\u00a0').replaceAll('\n', '\n\u00a0\t')],
    ['line breaks within a paragraph of a word processor', REGULATION.replaceAll('\n', '\v')],
  ])('reads the same with %s, and its offsets are those of the text sent', (_, sent) => {
    const other = splitClauseText(sent);
    expect(other.clauses.map(({ label }) => label)).toEqual(split.clauses.map(({ label }) => label));
    expect(other.warnings).toEqual([]);
    for (const { from, to, label } of other.clauses)
      expect(
        sent
          .slice(from, to)
          .normalize('NFC')
          .trim()
          .startsWith(label ?? ''),
      ).toBe(true);
  });
});

describe('a programme', () => {
  it('gives parts I, khoản, điểm and dashes, also as Party texts mark them', () => {
    const split = splitClauseText(`CHƯƠNG TRÌNH PHỐI HỢP
I- MỤC ĐÍCH, YÊU CẦU
1- Mục đích
- Nâng cao nhận thức;
- Góp phần bảo vệ.
Các bên thống nhất như trên.
2- Yêu cầu: thiết thực.
II- NỘI DUNG
1.Phối hợp tuyên truyền:
1.1. Về quốc phòng;
1.2. Về an ninh.
III. TỔ CHỨC THỰC HIỆN
Hằng năm sơ kết.
TRƯỞNG BAN          CHỈ HUY TRƯỞNG`);
    expect(split.style).toBe('B');
    expect(outline(split)).toEqual([
      'I- [MỤC ĐÍCH, YÊU CẦU]',
      '  1- Mục đích',
      '    - Nâng cao nhận thức;',
      '    - Góp phần bảo vệ.',
      '    ¶ Các bên thống nhất như trên.',
      '  2- Yêu cầu: thiết thực.',
      'II- [NỘI DUNG]',
      '  1. Phối hợp tuyên truyền:',
      '    1.1. Về quốc phòng;',
      '    1.2. Về an ninh.',
      'III. [TỔ CHỨC THỰC HIỆN] Hằng năm sơ kết.',
    ]);
    expect(split.after?.text).toMatch(/^TRƯỞNG BAN/);
    expect(told(split)).toEqual([]);
  });

  it('may be a list of dashes, or no list at all', () => {
    expect(outline(splitClauseText('Hai bên thống nhất:\n- Tuyên truyền;\n- Sơ kết.'))).toEqual([
      '- Tuyên truyền;',
      '- Sơ kết.',
    ]);
    const none = splitClauseText('Hai bên phối hợp.');
    expect([none.clauses, told(none), none.before?.text]).toEqual([[], ['1 no-clause'], 'Hai bên phối hợp.']);
  });
});

describe('what is doubtful', () => {
  it('tells of missing and repeated numbers and letters', () => {
    const split = splitClauseText('Điều 1. A\n1. x;\n3. y;\na) m;\nc) n;\nc) o.\nĐiều 4. B\nTên.\nĐiều 4. C\nTên.');
    expect(told(split)).toEqual([
      '3 number-missing 3. 2.',
      '5 number-missing c) b)',
      '6 number-again c) d)',
      '7 number-missing Điều 4 Điều 2',
      '9 number-again Điều 4 Điều 5',
    ]);
  });

  it('takes a list 1, 2 within a khoản for a list, and the khoản after it for a khoản', () => {
    const split = splitClauseText(
      'Điều 1. A\n1. Gồm:\n1. một;\n2. hai;\n2. Khoản hai:\na) điểm:\n1. ba;\n2. bốn;\n3. năm.\n3. Khoản ba.\nĐiều 2. B\n1. x.',
    );
    expect(outline(split)).toEqual([
      'Điều 1 [A]',
      '  1. Gồm:',
      '    1. một;',
      '    2. hai;',
      '  2. Khoản hai:',
      '    a) điểm:',
      '      1. ba;',
      '      2. bốn;',
      '      3. năm.',
      '  3. Khoản ba.',
      'Điều 2 [B]',
      '  1. x.',
    ]);
    expect(told(split)).toEqual(['3 list-nested 1.', '7 list-nested 1.']);
  });

  it('leaves a number that a broken line brought to its start in its sentence', () => {
    const split = splitClauseText(
      'Điều 1. A\n1. Gửi báo cáo trước ngày\n15. Theo quy định tại\nĐiều 25. Luật này.\n2. Họp.',
    );
    expect(outline(split)).toEqual([
      'Điều 1 [A]',
      '  1. Gửi báo cáo trước ngày\n15. Theo quy định tại\nĐiều 25. Luật này.',
      '  2. Họp.',
    ]);
    expect(told(split)).toEqual(['3 number-in-sentence 15. 2.', '4 number-in-sentence Điều 25 Điều 2']);
  });

  it.each([
    'Điều 5 Luật này.',
    'Chương trình này gồm.',
    'Mục 2 của Quy chế.',
    '30-50% kinh phí.',
    '15.000 đồng.',
    '15/6 gửi.',
  ])('opens nothing with «%s»', (line) => {
    expect(splitClauseText(`Điều 1. A\nTên.\n${line}\nĐiều 2. B`).clauses.map(({ label }) => label)).toEqual([
      'Điều 1',
      'Điều 2',
    ]);
  });

  it('reads a letter l as 1, takes an inserted article, and tells of a regulation enclosed with a decision', () => {
    expect(told(splitClauseText('Điều l. A\nĐiều 2. B\nĐiều 2a. C\nĐiều 3. D'))).toEqual(['1 letter-for-digit Điều l']);
    const split = splitClauseText(
      'Điều 1. Ban hành kèm theo.\nTM. ỦY BAN\nCHỦ TỊCH\nQUY CHẾ\nĐiều 1. A\nx.\nĐiều 2. B\ny.\nĐẠI DIỆN BÊN A\n1. Phụ lục',
    );
    expect(outline(split)).toEqual(['Điều 1 [A] x.', 'Điều 2 [B] y.']);
    expect(told(split)).toEqual(['1 another-text Điều 1']);
    expect(split.before?.toLine).toBe(4);
    expect(split.after?.fromLine).toBe(9);
  });

  it('goes through long hostile texts quickly', () => {
    const started = performance.now();
    for (const line of ['1. a\n', '- a\n', 'V. A\n', 'Điều 1.\n', 'a) b\n', 'a\n'])
      splitClauseText(`Điều 1. A\n1. b\n${line.repeat(Math.floor(60_000 / line.length))}`);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
