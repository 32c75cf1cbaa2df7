import { isCapitals, type Line, type Mark } from './clause-lines.rules.js';

/** A: chương, điều, khoản, điểm; B: I, 1, a; NUMBERS and DASHES: lists alone (domain §1.2). */
export const TEXT_STYLES = ['A', 'B', 'NUMBERS', 'DASHES'] as const;
export type TextStyle = (typeof TEXT_STYLES)[number];

export interface TextParts {
  style: TextStyle | null;
  before: Line[];
  body: Line[];
  after: Line[];
  /** First lines of the other texts on the same paper: a decision that a regulation is enclosed with, an annex. */
  others: Line[];
}

const SIGNED_FOR = /^(?:T\/M|T\.M\.?|TM\.|KT\.|TL\.|TUQ\.|ĐẠI DIỆN)(?![\p{L}\d])/u;
const RECIPIENTS = /^(?:Nơi nhận|NƠI NHẬN)\s*(?::|$)/u;
const POSITIONS =
  /(?:BÍ THƯ|TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|CHÍNH (?:ỦY|UỶ|TRỊ VIÊN)|CHÁNH|CHỦ NHIỆM|TỔNG THƯ KÝ|(?:ỦY|UỶ) VIÊN)(?!\p{L})/u;
const LONGEST_POSITION = 200;

/** Takes the head (legal bases) and the signatures off a text; what lies between is its clauses. */
export function partsOf(lines: readonly Line[]): TextParts {
  const style = styleOf(lines);
  if (style === null) return { style, before: [...lines], body: [], after: [], others: [] };
  const texts = textsOf(lines, style);
  const [main] = [...texts].sort((a, b) => weight(b, style) - weight(a, style));
  const start = main?.findIndex((line) => opens(line, style)) ?? -1;
  if (!main || start < 0) return { style: null, before: [...lines], body: [], after: [], others: [] };
  const first = lines.indexOf(main[start] as Line);
  const end = first + bodyLength(main.slice(start), style);
  return {
    style,
    before: lines.slice(0, first),
    body: lines.slice(first, end),
    after: lines.slice(end),
    others: style === 'A' ? texts.filter((text) => text !== main && weight(text, style) > 0).map(firstArticle) : [],
  };
}

function styleOf(lines: readonly Line[]): TextStyle | null {
  const marks = lines.map(({ mark }) => mark);
  if (marks.some((mark) => mark?.level === 'ARTICLE')) return 'A';
  const parts = lines.filter((line) => line.roman !== null || line.mark?.level === 'PART');
  if (parts.some((line) => line.roman?.n === 1 || line.mark?.level === 'PART')) return 'B';
  if (marks.some((mark) => mark?.level === 'CLAUSE')) return 'NUMBERS';
  return lines.some((line) => line.mark?.level === 'ITEM' && !isBasis(line)) ? 'DASHES' : null;
}

/** A signature or a list of recipients ends a text; another may follow. */
function textsOf(lines: readonly Line[], style: TextStyle): Line[][] {
  const texts: Line[][] = [[]];
  let opened = false;
  for (const line of lines) {
    if (opened && (SIGNED_FOR.test(line.plain) || RECIPIENTS.test(line.plain))) {
      texts.push([]);
      opened = false;
    }
    opened ||= style === 'A' ? line.mark?.level === 'ARTICLE' : opens(line, style);
    texts.at(-1)?.push(line);
  }
  return texts;
}

/** The text with the most articles is the agreement; without articles the first is, as annexes follow it. */
function weight(text: readonly Line[], style: TextStyle): number {
  if (style === 'A') return text.filter((line) => line.mark?.level === 'ARTICLE').length;
  return text.some((line) => opens(line, style)) ? 1 : 0;
}

function firstArticle(text: readonly Line[]): Line {
  return text.find((line) => line.mark?.level === 'ARTICLE') as Line;
}

const FIRST: Readonly<Record<TextStyle, readonly Mark['level'][]>> = {
  A: ['PART', 'CHAPTER', 'SECTION', 'ARTICLE'],
  B: ['PART'],
  NUMBERS: ['CLAUSE'],
  DASHES: ['ITEM'],
};

function opens(line: Line, style: TextStyle): boolean {
  const mark = (style === 'B' ? line.roman : null) ?? line.mark;
  return mark !== null && FIRST[style].includes(mark.level) && !(style === 'DASHES' && isBasis(line));
}

/** Up to the positions in capitals that stand below the last numbered line. */
function bodyLength(body: readonly Line[], style: TextStyle): number {
  const numbered = body.findLastIndex((line) => {
    const mark = line.mark;
    return mark === null ? style === 'B' && line.roman !== null : mark.level !== 'ITEM' || style === 'DASHES';
  });
  const signature = body.findIndex(({ plain }, index) => index > numbered && isPosition(plain));
  return signature < 0 ? body.length : signature;
}

function isPosition(plain: string): boolean {
  return plain.length <= LONGEST_POSITION && isCapitals(plain) && POSITIONS.test(plain);
}

export function isBasis({ plain }: Line): boolean {
  return /^[-–—+*•]?\s*(?:Căn cứ|CĂN CỨ)(?!\p{L})/u.test(plain);
}

/** The legal bases among the lines before the first clause, each without its dash, broken lines put together. */
export function legalBasesIn(lines: readonly Line[]): string[] {
  const bases: string[] = [];
  let last: Line | null = null;
  for (const line of lines) {
    const goesOn: boolean = last !== null && (/,$/u.test(last.plain) || /^[\p{Ll}\d(]/u.test(line.plain));
    if (isBasis(line)) bases.push(line.printed.replace(/^[-–—+*•]\s*/u, ''));
    else if (goesOn && line.printed !== '') bases.push(`${bases.pop() ?? ''}\n${line.printed}`);
    last = (isBasis(line) || goesOn) && /[^;.:]$/u.test(line.plain) ? line : null;
  }
  return bases;
}
