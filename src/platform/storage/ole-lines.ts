import { LONGEST_LINE } from '../../core/secrecy-mark.js';
import { UnreadableFile, type SeesLine } from './scan-budget.js';

const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
const SECTOR = 512;
/** First words of a Word file's own stream, and its flag "encrypted" ([MS-DOC] 2.5.1). */
const WORD = 0xa5ec;
const WORD_FLAGS_AT = 10;
const ENCRYPTED = 0x0100;

const SLICE = 64 * 1024;
/** More than a line on both sides, so that each line stands whole in one slice at least. */
const OVERLAP = 8 * LONGEST_LINE;
/** What ends a paragraph, a cell or a record; in 8 bits, where chance makes any three letters, a paragraph or a cell only. */
const ENDS = { utf16le: /[\0-\x1f\ufffd-\uffff]+/, latin1: /[\x07\v\f\r]+/ };

const MARKS = ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'].flatMap((mark) => {
  const small = mark.toLowerCase();
  const forms = [mark, small, small.charAt(0).toUpperCase() + small.slice(1)];
  return forms.flatMap((form) => [form, form.normalize('NFD')]);
});
/** A string of an Excel 97 sheet: its length, "16 bits a letter", its letters ([MS-XLS] 2.5.294). */
const CELLS = MARKS.map((mark) => Buffer.concat([Buffer.from([mark.length, 0, 1]), Buffer.from(mark, 'utf16le')]));

/**
 * The old Word, Excel and PowerPoint files, without knowing their structure: what looks like lines of text in 16 and in
 * 8 bits, and cells that are only a mark. An encrypted file cannot be read.
 */
export function readOle(bytes: Buffer, sees: SeesLine): boolean {
  if (bytes.includes(ENCRYPTED_PACKAGE) || isEncryptedWord(bytes)) throw new UnreadableFile('encrypted');
  if (CELLS.some((cell) => bytes.includes(cell))) return true;
  return (['utf16le', 'latin1'] as const).some((encoding) =>
    [0, 1].some((shift) => (encoding === 'latin1' && shift === 1 ? false : readRuns(bytes, encoding, shift, sees))),
  );
}

function isEncryptedWord(bytes: Buffer): boolean {
  for (let at = SECTOR; at + WORD_FLAGS_AT + 2 <= bytes.length; at += SECTOR) {
    if (bytes.readUInt16LE(at) === WORD) return (bytes.readUInt16LE(at + WORD_FLAGS_AT) & ENCRYPTED) !== 0;
  }
  return false;
}

/** The first and the last run of a slice may be cut, and is whole in the slice before or behind. */
function readRuns(bytes: Buffer, encoding: 'utf16le' | 'latin1', shift: number, sees: SeesLine): boolean {
  for (let at = shift; at < bytes.length; at += SLICE - OVERLAP) {
    const slice = bytes.subarray(at, at + SLICE);
    const runs = slice.toString(encoding).split(ENDS[encoding]);
    const whole = runs.slice(at === shift ? 0 : 1, at + SLICE < bytes.length ? -1 : undefined);
    if (whole.some(sees)) return true;
  }
  return false;
}
