import { romanOfNumber } from '../core/roman.js';
/** What a line of an agreement may open, the wider first; the rules of the line are domain §1.3. */
export const LEVELS = [
  'PART',
  'CHAPTER',
  'SECTION',
  'SUBSECTION',
  'ARTICLE',
  'CLAUSE',
  'POINT',
  'ITEM',
  'PARAGRAPH',
] as const;
export type Level = (typeof LEVELS)[number];

export interface Line {
  /** From 1. */
  no: number;
  /** First and last offset in the text as it was sent, in UTF-16 units, the end not included. */
  from: number;
  to: number;
  /** As printed, in NFC, without the blanks around it. */
  printed: string;
  /** As `printed`, unit for unit, with plain blanks and hyphens. */
  plain: string;
  /** What it opens if it stood alone; whether it does in its place is decided by the numbers before it. */
  mark: Mark | null;
  /** Read as a Roman number with a dot or dash: a part of a programme, or of a Party text. */
  roman: Mark | null;
}

export interface Mark {
  level: Level;
  /** As printed. */
  label: string;
  /** What follows the label on its line, as printed. */
  rest: string;
  /** Place in its row of numbers or letters; null where there is none. */
  n: number | null;
  /** "Điều l." was read as Điều 1. */
  odd?: 'letter-for-digit';
}

const BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const BLANKS = /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const HYPHENS = /[\u2010\u2011\u2012]/g;
/** Seen as nothing: a word processor leaves them before markers. */
const AROUND = /^[\s\u200b\u200c\u200d\u2060\ufeff\u00ad]+|[\s\u200b\u200c\u200d\u2060\ufeff\u00ad]+$/g;

/** The letters of điểm: the Vietnamese alphabet without f, j, w, z and without ă, â, ê, ô, ơ, ư (NĐ 30/2020, Phụ lục I). */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

const PART = /^(?:PHẦN|Phần)\s+(thứ\s+\p{Ll}+|THỨ\s+\p{Lu}+|[IVXLC]+|\d{1,2})(?![\p{L}\d])/u;
const CHAPTER = /^(?:CHƯƠNG|Chương)\s+([IVXLC]+|\d{1,3})(?![\p{L}\d])/u;
const SECTION = /^(?:MỤC|Mục)\s+([IVXLC]+|\d{1,3})(?![\p{L}\d])/u;
const SUBSECTION = /^(?:TIỂU MỤC|Tiểu mục)\s+(\d{1,3})(?![\p{L}\d])/u;
const ARTICLE = /^(?:Điều|ĐIỀU)\s+(\d{1,3}[a-zđ]?|l)(?:\s*[.:]|$)/u;
const ROMAN = /^([IVX]+)\s*[.\-–](?:\s+|(?=\p{Lu})|$)/u;
const NUMBER = /^(\d{1,2})\s*[.-](?:\s+|(?=[^\d\s]))(?=\S)/u;
const DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=\S)/u;
const LETTER = /^([a-zđ])(?:\)\s*|\.\s+)(?=\S)/u;
const BRACKETED = /^(\d{1,2})\)\s*(?=\S)/u;
const DASH = /^[-–—+•▪●○·*](?:\s+|(?=\p{L}))(?=\S)/u;

/** The lines of a text, blank ones too. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  const push = (to: number): void => {
    const printed = text.slice(from, to).normalize('NFC').replace(AROUND, '');
    const plain = plainOf(printed);
    const marks = { mark: markOf(plain, printed), roman: romanOf(plain, printed) };
    lines.push({ no: lines.length + 1, from, to, printed, plain, ...marks });
  };
  for (const found of text.matchAll(BREAKS)) {
    push(found.index);
    from = found.index + found[0].length;
  }
  push(text.length);
  return lines;
}

function plainOf(printed: string): string {
  return printed.replace(BLANKS, ' ').replace(HYPHENS, '-');
}

function markOf(plain: string, printed: string): Mark | null {
  return (
    headed('PART', PART.exec(plain), printed) ??
    headed('CHAPTER', CHAPTER.exec(plain), printed) ??
    headed('SUBSECTION', SUBSECTION.exec(plain), printed) ??
    headed('SECTION', SECTION.exec(plain), printed) ??
    article(ARTICLE.exec(plain), printed) ??
    listed(plain, printed)
  );
}

function romanOf(plain: string, printed: string): Mark | null {
  const found = ROMAN.exec(plain);
  if (!found) return null;
  return { ...cut('PART', found[0], printed), n: romanNumber(found[1] ?? '') };
}

/** "Chương I", "Chương I. TÊN", "CHƯƠNG I TÊN", and not "Mục 2 của Quy chế này" at the start of a line. */
function headed(level: Level, found: RegExpExecArray | null, printed: string): Mark | null {
  if (!found) return null;
  const label = printed.slice(0, found[0].length);
  const behind = printed.slice(found[0].length);
  const rest = behind.replace(/^\s*[.:\-–—]*\s*/u, '');
  const stated = /^\s*[.:\-–—]/u.test(behind);
  if (rest !== '' && !stated && !isCapitals(rest)) return null;
  return { level, label, rest, n: numberOf(found[1] ?? '') };
}

function article(found: RegExpExecArray | null, printed: string): Mark | null {
  if (!found) return null;
  const [whole, number = ''] = found;
  const label = printed.slice(0, whole.length).replace(/\s*[.:]$/u, '');
  const rest = printed.slice(whole.length).trim();
  if (number === 'l') return { level: 'ARTICLE', label, rest, n: 1, odd: 'letter-for-digit' };
  return { level: 'ARTICLE', label, rest, n: Number.parseInt(number, 10) };
}

function listed(plain: string, printed: string): Mark | null {
  const decimal = DECIMAL.exec(plain);
  if (decimal) return ofDecimal(decimal, printed);
  const number = NUMBER.exec(plain);
  if (number) return { ...cut('CLAUSE', number[0], printed), n: Number(number[1]) };
  const letter = LETTER.exec(plain);
  if (letter) return { ...cut('POINT', letter[0], printed), n: LETTERS.indexOf(letter[1] ?? '') + 1 || null };
  const bracketed = BRACKETED.exec(plain);
  if (bracketed) return { ...cut('POINT', bracketed[0], printed), n: Number(bracketed[1]) };
  const dash = DASH.exec(plain);
  return dash ? { ...cut('ITEM', dash[0], printed), n: null } : null;
}

/** "2.1." stands under khoản 2, "2.1.3." under that. */
function ofDecimal(found: RegExpExecArray, printed: string): Mark {
  const numbers = (found[1] ?? '').split('.');
  return { ...cut(numbers.length === 2 ? 'POINT' : 'ITEM', found[0], printed), n: Number(numbers.at(-1)) };
}

function cut(level: Level, marker: string, printed: string): Pick<Mark, 'level' | 'label' | 'rest'> {
  return { level, label: printed.slice(0, marker.length).trim(), rest: printed.slice(marker.length).trim() };
}

/** The label that a row of the kind of `mark` would carry at its n-th place. */
export function labelAt({ level, label }: Mark, n: number): string {
  const letter = level === 'POINT' && /^\p{L}/u.test(label);
  if (letter) return label.replace(/^\p{L}/u, LETTERS[n - 1] ?? '…');
  if (/^[IVX]/u.test(label)) return label.replace(/^[IVXLC]+/u, romanOfNumber(n));
  if (/\s[IVXLC]+$/u.test(label)) return label.replace(/[IVXLC]+$/u, romanOfNumber(n));
  const last = /(\d+|l)[a-zđ]?(?=\D*$)/u;
  return last.test(label) ? label.replace(last, String(n)) : `${label} (${n})`;
}

function numberOf(printed: string): number | null {
  if (/^\d+$/u.test(printed)) return Number(printed);
  if (/^[IVXLC]+$/u.test(printed)) return romanNumber(printed);
  return ORDINALS.indexOf(printed.toLowerCase().replace(/^thứ\s+/u, '')) + 1 || null;
}

const ROMAN_NUMBERS = new Map(Array.from({ length: 399 }, (_, at) => [romanOfNumber(at + 1), at + 1] as const));

function romanNumber(letters: string): number | null {
  return ROMAN_NUMBERS.get(letters) ?? null;
}

export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && text === text.toUpperCase();
}
