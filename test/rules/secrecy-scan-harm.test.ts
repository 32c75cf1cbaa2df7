import { describe, expect, it } from '@jest/globals';
import { kindOf } from '../../src/platform/storage/file-kind.js';
import { scanForMark, type Verdict } from '../../src/platform/storage/secrecy-scan.js';
import { aDocx, aZip, paragraph } from '../support/files.js';

const HEAD = paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');

async function verdict(bytes: Buffer): Promise<Verdict> {
  const mediaType = await kindOf(bytes);
  if (mediaType === null) throw new Error('not a kind that is taken');
  return scanForMark({ name: 'tep', mediaType, bytes });
}

describe('a file made to do harm', () => {
  it.each<[string, () => Buffer]>([
    [
      'inflates without end',
      () => aDocx(HEAD, { name: 'word/header1.xml', text: `<a>${' '.repeat(8 * 1024 * 1024)}</a>` }),
    ],
    [
      'has ten thousand parts and one',
      () => aDocx(HEAD, ...Array.from({ length: 10_001 }, (_, i) => ({ name: `a/${i}`, text: '' }))),
    ],
    [
      'multiplies entities',
      () => aDocx(HEAD, { name: 'word/a.xml', text: '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>' }),
    ],
    ['uses an entity nobody declared', () => aDocx(paragraph('&bom;'))],
    ['is no XML', () => aDocx('<w:p>')],
    ['breaks off', () => aDocx(HEAD).subarray(0, -30)],
    [
      'lies about its size',
      () =>
        Buffer.from(
          aDocx(HEAD + 'x'.repeat(500))
            .toString('hex')
            .replace(/504b0102(.{40})......../, '504b0102$110000000'),
          'hex',
        ),
    ],
  ])('is not read when it %s', async (_, bytes) => {
    expect(await verdict(bytes())).toBe('unreadable');
  });

  it('is not read when packages lie deeper than in a package in a package', async () => {
    let inner = aDocx(HEAD);
    for (let depth = 0; depth < 3; depth += 1) inner = aDocx(HEAD, { name: 'word/embeddings/a.docx', text: inner });
    expect(await verdict(inner)).toBe('unreadable');
  });

  it('is read to its end when it is only large', async () => {
    const large =
      paragraph('Điều 1. Phối hợp').repeat(100) +
      Array.from({ length: 30_000 }, (_, i) => paragraph(`Khoản ${i}`)).join('');
    expect(await verdict(aDocx(large))).toBe('clear');
    expect(await verdict(aDocx(large + paragraph('MẬT')))).toBe('marked');
  });

  it('is told from a zip that is no office file', async () => {
    expect(await kindOf(aZip([{ name: 'a.txt', text: 'a' }]))).toBeNull();
  });
});
