import { describe, expect, it } from '@jest/globals';
import { kindOf } from '../../src/platform/storage/file-kind.js';
import { scanForMark, type Verdict } from '../../src/platform/storage/secrecy-scan.js';
import { aDocx, anOdt, anOle, anXlsx, aPdf, paragraph } from '../support/files.js';

const W = 'xmlns:w="w" xmlns:v="v" xmlns:a="a"';

async function verdict(bytes: Buffer, name = 'tep'): Promise<Verdict> {
  const mediaType = await kindOf(bytes);
  if (mediaType === null) throw new Error('not a kind that is taken');
  return scanForMark({ name, mediaType, bytes });
}

const HEAD = paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
const SENTENCE = paragraph('Tài liệu thuộc danh mục ', 'bí mật nhà nước độ ', 'Mật', ' do Bộ Công an quản lý.');
const part = (name: string, inner: string): { name: string; text: string } => ({
  name,
  text: `<w:x ${W}>${inner}</w:x>`,
});
const box = (inner: string): string =>
  `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`;
const cell = (inner: string): string => `<w:tbl><w:tr><w:tc>${inner}</w:tc><w:tc>${HEAD}</w:tc></w:tr></w:tbl>`;

describe('a Word file', () => {
  it.each<[string, Buffer]>([
    ['a line', aDocx(paragraph('MẬT') + HEAD)],
    ['a line in several runs', aDocx(HEAD + paragraph('T', 'ỐI', ' M', 'ẬT'))],
    ['a line that capitals are put on by its format', aDocx(paragraph('Tuyệt mật'))],
    ['a cell of a table', aDocx(cell(paragraph('TUYỆT MẬT')))],
    ['a text box', aDocx(HEAD + box(paragraph('MẬT')))],
    ['a narrow text box', aDocx(box(paragraph('M') + paragraph('Ậ') + paragraph('T')))],
    ['behind a tab', aDocx('<w:p><w:r><w:t>UBND PHƯỜNG</w:t><w:tab/><w:t>MẬT</w:t></w:r></w:p>')],
    ['behind a break', aDocx('<w:p><w:r><w:t>Số: 12</w:t><w:br/><w:t>MẬT</w:t><w:br/><w:t>Ngày</w:t></w:r></w:p>')],
    ['a label', aDocx(paragraph('Độ ', 'mật: ', 'Tối mật'))],
    ['a text that was struck out', aDocx('<w:p><w:del><w:r><w:delText>MẬT</w:delText></w:r></w:del></w:p>')],
    ['a header', aDocx(HEAD, part('word/header1.xml', paragraph('MẬT')))],
    ['a footer', aDocx(HEAD, part('word/footer2.xml', paragraph('MẬT')))],
    ['a footnote', aDocx(HEAD, part('word/footnotes.xml', paragraph('MẬT')))],
    ['a comment', aDocx(HEAD, part('word/comments.xml', paragraph('MẬT')))],
    ['a watermark', aDocx(HEAD, part('word/header1.xml', '<w:p><v:shape><v:textpath string="MẬT"/></v:shape></w:p>'))],
    ['a drawing', aDocx(HEAD, part('word/diagrams/data1.xml', '<a:p><a:r><a:t>MẬT</a:t></a:r></a:p>'))],
    ['a property', aDocx(HEAD, part('docProps/custom.xml', '<property name="Độ mật"><lpwstr>Mật</lpwstr></property>'))],
    [
      'a part in UTF-16',
      aDocx(HEAD, { name: 'word/header1.xml', text: Buffer.from(`\ufeff<x>${paragraph('MẬT')}</x>`, 'utf16le') }),
    ],
    ['a file inside it', aDocx(HEAD, { name: 'word/embeddings/mot.docx', text: aDocx(paragraph('MẬT')) })],
    [
      'a sheet inside a file inside it',
      aDocx(HEAD, {
        name: 'word/embeddings/mot.docx',
        text: aDocx(HEAD, {
          name: 'word/embeddings/hai.xlsx',
          text: anXlsx(part('xl/sharedStrings.xml', '<si><t>MẬT</t></si>')),
        }),
      }),
    ],
  ])('with a mark in %s is marked', async (_, bytes) => {
    expect(await verdict(bytes)).toBe('marked');
  });

  it.each<[string, Buffer]>([
    ['words in a sentence', aDocx(HEAD + SENTENCE)],
    [
      'a sentence around a text box',
      aDocx(`<w:p><w:r><w:t>độ </w:t></w:r>${box(paragraph('Hình 1'))}<w:r><w:t>Mật</w:t></w:r></w:p>`),
    ],
    ['a sentence of many runs', aDocx(paragraph(...'bí mật nhà nước độ Tối mật'.split(/(?= )/)))],
    ['a field code', aDocx('<w:p><w:r><w:instrText>MẬT</w:instrText></w:r></w:p>')],
    ['entities that XML knows', aDocx(paragraph('Ban &amp; ngành &#77;'))],
  ])('with %s passes', async (_, bytes) => {
    expect(await verdict(bytes)).toBe('clear');
  });
});

describe('a sheet', () => {
  const sheet = (inner: string): Buffer => anXlsx(part('xl/worksheets/sheet1.xml', inner));
  it.each<[string, Buffer]>([
    [
      'a shared string',
      anXlsx(part('xl/sharedStrings.xml', '<si><t>Số</t></si><si><r><t>TỐI </t></r><r><t>MẬT</t></r></si>')),
    ],
    ['a cell of its own', sheet('<c t="inlineStr"><is><t>MẬT</t></is></c>')],
    ['a formula', sheet('<c t="str"><f>A1</f><v>MẬT</v></c>')],
    [
      'the header of the page',
      sheet(
        '<headerFooter><oddHeader>&amp;LUBND&amp;C&amp;"Times New Roman,Bold"&amp;14MẬT&amp;R&amp;P</oddHeader></headerFooter>',
      ),
    ],
    ['the name of a sheet', anXlsx(part('xl/workbook2.xml', '<sheet name="MẬT"/>'))],
    ['a drawing', anXlsx(part('xl/drawings/drawing1.xml', '<a:p><a:r><a:t>MẬT</a:t></a:r></a:p>'))],
  ])('with a mark in %s is marked', async (_, bytes) => {
    expect(await verdict(bytes)).toBe('marked');
  });

  it('of figures and sentences passes', async () => {
    const strings = '<si><t>Mật độ dân số</t></si><si><t>bí mật nhà nước độ Mật</t></si>';
    expect(
      await verdict(
        anXlsx(part('xl/sharedStrings.xml', strings), part('xl/worksheets/sheet1.xml', '<c><v>12</v></c>')),
      ),
    ).toBe('clear');
  });
});

describe('an OpenDocument file', () => {
  const odt = (inner: string, name = 'content.xml'): Buffer =>
    anOdt({ name, text: `<o:d xmlns:o="o" xmlns:text="text">${inner}</o:d>` });
  it('is read in its text, its headers and its frames', async () => {
    expect(await verdict(odt('<text:p>M<text:span>ẬT</text:span></text:p>'))).toBe('marked');
    expect(await verdict(odt('<text:p>TỐI<text:s/>MẬT</text:p>', 'styles.xml'))).toBe('marked');
    expect(await verdict(odt('<text:p>Số<draw:text-box><text:p>MẬT</text:p></draw:text-box></text:p>'))).toBe('marked');
    expect(await verdict(odt('<text:p>bí mật nhà nước độ <text:span>Mật</text:span></text:p>'))).toBe('clear');
  });
});

describe('a PDF', () => {
  it.each<[string, Buffer]>([
    ['a line', aPdf([['MẬT', 'ỦY BAN NHÂN DÂN']])],
    [
      'the left of two columns',
      aPdf([
        [
          { text: 'MẬT', x: 72, y: 780 },
          { text: 'CỘNG HÒA', x: 300, y: 780 },
        ],
      ]),
    ],
    [
      'pieces of a line',
      aPdf([
        [
          { text: 'M', x: 72, y: 780 },
          { text: 'Ậ', x: 84, y: 780 },
          { text: 'T', x: 96, y: 780 },
        ],
      ]),
    ],
    [
      'letters one below the other',
      aPdf([
        [
          { text: 'M', x: 72, y: 780 },
          { text: 'Ậ', x: 72, y: 760 },
          { text: 'T', x: 72, y: 740 },
        ],
      ]),
    ],
    ['the last page', aPdf([['Một'], ['Hai'], ['Độ mật: Tối mật']])],
    ['page 210 of 450', aPdf(Array.from({ length: 450 }, (_, i) => [i === 449 - 190 ? 'MẬT' : 'Trang']))],
  ])('with a mark in %s is marked', async (_, bytes) => {
    expect(await verdict(bytes)).toBe('marked');
  });

  it('passes with a sentence that the page breaks, in whole or in pieces', async () => {
    expect(
      await verdict(
        aPdf([
          ['thuộc danh mục bí mật nhà nước độ', 'Mật. Điều 5.'],
          ['tuyên truyền bí', 'mật'],
        ]),
      ),
    ).toBe('clear');
    const pieces = [
      { text: 'nhà nước độ ', x: 72, y: 780 },
      { text: 'MẬT', x: 72 + 72, y: 780 },
      { text: ' là', x: 162, y: 780 },
    ];
    expect(await verdict(aPdf([pieces]))).toBe('clear');
  });

  it('that is none inside cannot be read', async () => {
    expect(await verdict(Buffer.from('%PDF-1.4\nhỏng'))).toBe('unreadable');
  });
});

describe('a file of the old office programs', () => {
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
  it.each<[string, Buffer]>([
    ['a paragraph', anOle(utf16('Số: 12\rMẬT\rKính gửi'))],
    ['a cell', anOle(utf16('\x07Tối mật\x07'))],
    ['a text that begins at an odd byte', anOle(Buffer.concat([Buffer.from([1]), utf16('\rMẬT\r')]))],
    ['the fonts of TCVN3', anOle(Buffer.from('Sè: 12\rTUYÖT MËT\r', 'latin1'))],
    [
      'the string of a sheet',
      anOle(Buffer.concat([Buffer.from([7, 3, 0, 1]), utf16('MẬT'), Buffer.from([5, 0, 1]), utf16('Một')])),
    ],
    ['far behind, across two slices', anOle(Buffer.concat([Buffer.alloc(64 * 1024 - 2, 0x41), utf16('\rMẬT\r')]))],
  ])('with a mark in %s is marked', async (_, bytes) => {
    expect(await verdict(bytes)).toBe('marked');
  });

  it('passes with a sentence, wherever it is cut', async () => {
    const sentence = utf16('bí mật nhà nước độ Mật do người ký quyết định\r');
    for (const before of [64 * 1024 - 512 - 40, 64 * 1024 - 512 - 36, 64 * 1024 - 512]) {
      expect(await verdict(anOle(Buffer.concat([Buffer.alloc(before, 0x41), sentence])))).toBe('clear');
    }
  });

  it('under a password cannot be read', async () => {
    expect(await verdict(anOle(utf16('EncryptedPackage')))).toBe('unreadable');
    const word = Buffer.alloc(512);
    word.writeUInt16LE(0xa5ec, 0);
    expect(await verdict(anOle(word))).toBe('clear');
    word.writeUInt16LE(0x0100, 10);
    expect(await verdict(anOle(word))).toBe('unreadable');
  });
});

describe('plain text, pictures and names', () => {
  it('lines of a text and cells of a table of values are read', async () => {
    expect(await verdict(Buffer.from('UBND\nMẬT\n'), 'a.txt')).toBe('marked');
    expect(await verdict(Buffer.from('tên,độ mật\nA;"Mật"\n'), 'a.csv')).toBe('marked');
    expect(await verdict(Buffer.from('mật, tối mật, tuyệt mật'), 'a.txt')).toBe('clear');
  });

  it('a picture cannot be read and passes, unless its name tells', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
    expect([await verdict(png, 'anh.png'), await verdict(png, 'TỐI MẬT.png')]).toEqual(['clear', 'marked']);
  });
});
