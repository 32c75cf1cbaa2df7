import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hasSecrecyMark, linesOf, nameHasSecrecyMark, SecrecyWatch } from '../../src/core/secrecy-mark.js';

function seen(lines: readonly string[], wrapped: boolean): boolean {
  const watch = new SecrecyWatch(wrapped);
  return lines.some((line) => watch.sees(line));
}

const MARKS = [
  ['the first level', 'MẬT'],
  ['the second', 'TỐI MẬT'],
  ['the third', 'TUYỆT MẬT'],
  ['composed otherwise', 'MẬT'.normalize('NFD')],
  ['accents in the other order', 'M\u00c2\u0323T'],
  ['accents in this order', 'M\u1ea0\u0302T'],
  ['spaced letters', 'M Ậ T'],
  ['widely spaced letters', 'T Ố I   M Ậ T'],
  ['no-break blanks', '\u00a0TUYỆT\u00a0MẬT\u00a0'],
  ['a blank that has no width', 'MẬ\u200bT'],
  ['brackets', '[ TỐI MẬT ]'],
  ['a full stop', 'MẬT.'],
  ['dashes and stars', '*** – MẬT – ***'],
  ['the fonts of TCVN3', 'MËT'],
  ['the third in TCVN3', 'TUYÖT MËT'],
  ['VNI', 'TOÁI MAÄT'],
  ['a label', 'Độ mật: Mật'],
  ['a label in capitals', 'ĐỘ MẬT : TUYỆT MẬT'],
  ['a label with more behind', 'Độ mật: Tối mật, bản số 02'],
  ['a label and boxes', 'Độ mật: ☐ Mật ☒ Tối mật'],
  ['a label with a dash', 'Mức độ mật – Mật'],
] as const;

const NO_MARKS = [
  'bí mật nhà nước độ Mật',
  'Phạm vi bí mật nhà nước độ Mật trong ngành Văn hóa',
  'Độ mật của tài liệu do người ký quyết định',
  'Độ mật: Không',
  'Độ mật: ………',
  'BẢO VỆ BÍ MẬT NHÀ NƯỚC',
  'MẬT ĐỘ DÂN SỐ',
  'MẬT ONG',
  'MÁT',
  'MẤT',
  'MAT',
  '1. Mật',
  'a) Tối mật: …',
  '',
  '   ',
];

describe('a secrecy mark', () => {
  it.each(MARKS)('is seen: %s', (_, line) => {
    expect([seen([line], false), seen([line], true), hasSecrecyMark(line)]).toEqual([true, true, true]);
  });

  it.each(NO_MARKS)('is not seen in: %s', (line) => {
    expect([seen([line], false), seen([line], true), hasSecrecyMark(line)]).toEqual([false, false, false]);
  });

  it('is seen in small letters where a line is a whole, as in a cell; not where a page broke the sentence', () => {
    expect(seen(['Tối mật'], false)).toBe(true);
    expect(seen(['tài liệu có độ', 'tối mật.'], true)).toBe(false);
    expect(seen(['QUY CHẾ BẢO VỆ BÍ', 'MẬT'], true)).toBe(false);
    expect(seen(['UBND PHƯỜNG', 'MẬT'], true)).toBe(true);
    expect(seen(['TUYỆT', 'MẬT'], true)).toBe(true);
  });

  it('is seen when the label and the level stand on two lines', () => {
    expect(seen(['Độ mật:', '', 'Mật'], true)).toBe(true);
    expect(seen(['Nơi nhận:', 'Mật'], true)).toBe(false);
  });

  it('is seen when its letters stand one below the other', () => {
    expect(seen(['M', 'Ậ', 'T'], true)).toBe(true);
    expect(seen(['A', 'T', 'Ố', 'I', 'M', 'Ậ', 'T'], true)).toBe(true);
    expect(seen(['M', 'Ậ', 'P'], true)).toBe(false);
    expect(seen(['M', 'Ậ', 'và', 'T'], true)).toBe(false);
  });

  it('is seen between columns and lines of a longer text, and in a field of one word', () => {
    expect(hasSecrecyMark('MẬT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBe(true);
    expect(hasSecrecyMark('UBND PHƯỜNG          MẬT')).toBe(true);
    expect(hasSecrecyMark('Kế hoạch\nĐộ mật: Mật\nđiều 1')).toBe(true);
    expect(hasSecrecyMark(' mật ')).toBe(true);
    expect(hasSecrecyMark('tài liệu có độ\nmật')).toBe(false);
  });

  it('costs little in a long line', () => {
    const start = performance.now();
    expect(hasSecrecyMark('MẬT '.repeat(25_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('the name of a file', () => {
  it.each(['MẬT.docx', 'Kế hoạch - Mật.pdf', '[TỐI MẬT] Kế hoạch.docx', 'TUYET_MAT.docx', 'Ke hoach (toi mat).pdf'])(
    'tells: %s',
    (name) => {
      expect(nameHasSecrecyMark(name)).toBe(true);
      expect(nameHasSecrecyMark(name.normalize('NFD'))).toBe(true);
    },
  );

  it.each(['Quy chế bảo vệ bí mật nhà nước.docx', 'mat-do-dan-so.xlsx', 'mat.png', 'Mật độ dân số.pdf'])(
    'tells nothing: %s',
    (name) => {
      expect(nameHasSecrecyMark(name)).toBe(false);
    },
  );
});

/** `shared/fixtures` beside the clone, or beside one of the folders it lies in. */
function findCorpus(from: string): string | undefined {
  const here = join(from, 'shared/fixtures/corpus');
  if (existsSync(here)) return here;
  return dirname(from) === from ? undefined : findCorpus(dirname(from));
}

const corpus = findCorpus(resolve(import.meta.dirname, '../..'));

(corpus === undefined ? describe.skip : describe)('real texts beside the clone (skipped where there are none)', () => {
  const texts = corpus === undefined ? [] : readdirSync(corpus).filter((name) => name.endsWith('.txt'));

  it.each(texts)('%s carries no mark', (name) => {
    const lines = linesOf(readFileSync(join(corpus ?? '', name), 'utf8'));
    expect(lines.length).toBeGreaterThan(20);
    expect([seen(lines, true), seen(lines, false)]).toEqual([false, false]);
  });
});
