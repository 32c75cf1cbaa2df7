/** A line longer than this is running text; who reads a file need not keep more of it. */
export const LONGEST_LINE = 200;

/**
 * The three levels (Law 29/2018/QH14, Đ8; Law 117/2025/QH15), letters only, in small letters: in Unicode, and as they
 * look when typed for the fonts of TCVN3 (.VnTime) and VNI.
 */
const LEVELS = new Set(
  ['mật', 'tối mật', 'tuyệt mật', 'mët', 'tèi mët', 'tuyöt mët', 'maät', 'toái maät', 'tuyeät maät'].map(lettersOf),
);
/** How file names write the longer two without accents; "mat" alone has other meanings. */
const UNACCENTED = new Set(['toimat', 'tuyetmat']);

const LABELS = new Set(['độ mật', 'mức độ mật'].map(lettersOf));
const LABELLED = /^:*(?:mức)?độmật:+(?:mật|tốimật|tuyệtmật)/u;
/** "BÍ / MẬT NHÀ NƯỚC": a heading that the page broke in two. */
const BROKEN_OFF = /(?<!\p{L})(?:BÍ|BẢO|CƠ|ĐỘ)$/u;
const ONE_CAPITAL = /^\p{Lu}$/u;

function lettersOf(line: string): string {
  return line
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isLevel(line: string): boolean {
  return line.length <= LONGEST_LINE && LEVELS.has(lettersOf(line));
}

function isLabelled(line: string): boolean {
  const start = line.slice(0, LONGEST_LINE).normalize('NFC').toLowerCase();
  return LABELLED.test(start.replace(/[：=–—-]/gu, ':').replace(/[^\p{L}\p{N}:]/gu, ''));
}

/**
 * Watches the lines of one text for a secrecy mark: a line that is only a level, or one that begins "Độ mật:" with a
 * level behind it (domain §7.1). Words in running text are none. Where the page breaks the lines (`wrapped`: PDF,
 * plain text) a level alone counts in capitals only, as marks are stamped, since any word of a sentence may end up
 * alone on its last line.
 */
export class SecrecyWatch {
  private last = '';
  /** Letters one below the other, as in a narrow text box. */
  private column = '';

  constructor(private readonly wrapped: boolean) {}

  sees(line: string): boolean {
    const text = line.normalize('NFC').trim();
    if (text === '') return false;
    const before = this.last;
    this.last = text.slice(-LONGEST_LINE);
    this.column = ONE_CAPITAL.test(text) ? (this.column + text).slice(-8) : '';
    if (this.column !== '') return [3, 6, 8].some((length) => isLevel(this.column.slice(-length)));
    if (isLabelled(text)) return true;
    if (!isLevel(text)) return false;
    if (!this.wrapped || LABELS.has(lettersOf(before))) return true;
    return text === text.toUpperCase() && !BROKEN_OFF.test(before);
  }
}

/** Columns side by side, as the head of a document has them, are lines of their own. */
export function linesOf(text: string): string[] {
  return text.split(/[\n\r\v\f\u0085\u2028\u2029\t]| {5,}/u);
}

/** Whether a text has a line that is a secrecy mark. Typed into a field: a value of one line counts as a whole. */
export function hasSecrecyMark(text: string): boolean {
  const lines = linesOf(text.trim());
  const watch = new SecrecyWatch(lines.length > 1);
  return lines.some((line) => watch.sees(line));
}

/** Whether a part of a file's name, between its dashes and brackets, is a secrecy mark. */
export function nameHasSecrecyMark(name: string): boolean {
  const parts = [name, name.replaceAll('_', ' ')].flatMap((given) =>
    given.normalize('NFC').split(/[.,;_[\](){}«»"'–—-]+/u),
  );
  return parts.some((part) => isLevel(part) || UNACCENTED.has(lettersOf(part)));
}
