import { isCapitals, labelAt, linesOf, type Level, type Line, type Mark } from './clause-lines.rules.js';
import { legalBasesIn, partsOf, type TextStyle } from './clause-parts.rules.js';
import { ClauseRows, levelOf, type Place, type ProposedNode } from './clause-rows.rules.js';
import type { ClauseTextWarning } from './commitment.words.js';

export interface Doubt {
  code: ClauseTextWarning;
  line: number;
  /** As printed. */
  label: string | null;
  /** What the row of numbers led to expect. */
  expected: string | null;
}

export interface SplitText {
  style: TextStyle | null;
  clauses: ProposedNode[];
  before: (Place & { text: string; legalBases: string[] }) | null;
  after: (Place & { text: string }) | null;
  warnings: Doubt[];
}

/** A pasted text as a tree of clauses, verbatim, in its order; what is doubtful is told and nothing is refused (domain §1.2, §1.3, §1.9). */
export function splitClauseText(text: string): SplitText {
  const { style, before, body, after, others } = partsOf(linesOf(text));
  const reading = new Reading(style ?? 'A', body);
  const { clauses, warnings } = reading.read();
  const head = asideOf(before);
  return {
    style,
    clauses,
    before: head && { ...head, legalBases: legalBasesIn(before) },
    after: asideOf(after),
    warnings: [
      ...(style === null ? [{ code: 'no-clause' as const, line: 1, label: null, expected: null }] : []),
      ...others.map((line) => ({
        code: 'another-text' as const,
        line: line.no,
        label: line.mark?.label ?? null,
        expected: null,
      })),
      ...warnings,
    ],
  };
}

function asideOf(lines: readonly Line[]): (Place & { text: string }) | null {
  const printed = lines.filter((line) => line.printed !== '');
  const [first, last] = [printed[0], printed.at(-1)];
  if (!first || !last) return null;
  const kept = lines.slice(lines.indexOf(first), lines.indexOf(last) + 1).map((line) => line.printed);
  return { text: kept.join('\n'), fromLine: first.no, toLine: last.no, from: first.from, to: last.to };
}

/** Levels whose number may not stand in the middle of a sentence that was broken into lines. */
const LINES_AHEAD = 200;
const NUMBERED: readonly Level[] = ['ARTICLE', 'CLAUSE', 'POINT'];

/** Reads line by line; whether a marker opens a clause follows from the numbers that were open before it. */
class Reading {
  private readonly rows = new ClauseRows();
  private readonly warnings: Doubt[] = [];
  private readonly marks: readonly (Mark | null)[];
  private lastArticle: number | null = null;

  constructor(
    private readonly style: TextStyle,
    private readonly lines: readonly Line[],
  ) {
    this.marks = lines.map((line) => this.markAt(line));
  }

  read(): { clauses: ProposedNode[]; warnings: Doubt[] } {
    for (const [at, line] of this.lines.entries()) {
      if (line.printed === '') continue;
      const mark = this.sure(this.marks[at] ?? null);
      if (mark === null) this.rows.goOn(line);
      else this.mark(mark, line, at);
    }
    return { clauses: this.rows.result(), warnings: this.warnings };
  }

  private markAt(line: Line): Mark | null {
    const roman = this.style === 'A' || this.style === 'B' ? line.roman : null;
    if (roman === null || roman.n === null) return line.mark;
    return this.style === 'B' || isCapitals(roman.rest) ? roman : null;
  }

  /** A Roman number opens a part if it follows, or stands above a heading in capitals (in a text of articles: both). */
  private sure(mark: Mark | null): Mark | null {
    if (mark?.level !== 'PART' || !/^[IVX]/u.test(mark.label)) return mark;
    if (mark.n === (this.rows.last('PART') ?? 0) + 1) return mark;
    return this.style === 'B' && isCapitals(mark.rest) ? mark : null;
  }

  private mark(mark: Mark, line: Line, at: number): void {
    if (mark.odd) this.warn(mark.odd, line, mark, null);
    if (mark.level === 'CLAUSE' && this.isNested(mark.n ?? 0, at)) {
      if (this.rows.nested() === null) this.warn('list-nested', line, mark, null);
      this.rows.open(line, { ...mark, level: 'ITEM' });
      return;
    }
    const last = mark.level === 'ARTICLE' ? this.lastArticle : this.rows.last(mark.level);
    const expected = (last ?? 0) + 1;
    const follows = mark.n === null || mark.n === expected || this.isInserted(mark, last);
    if (!follows && NUMBERED.includes(mark.level) && this.isMidSentence(at)) {
      this.warn('number-in-sentence', line, mark, expected);
      this.rows.goOn(line);
      return;
    }
    if (!follows) this.warn((mark.n ?? 0) > expected ? 'number-missing' : 'number-again', line, mark, expected);
    if (mark.level === 'ARTICLE') this.lastArticle = mark.n;
    this.rows.open(line, mark);
  }

  /** Điều 5a, inserted by an amendment, stands behind Điều 5. */
  private isInserted({ level, label, n }: Mark, last: number | null): boolean {
    return level === 'ARTICLE' && n === last && /\d\p{Ll}$/u.test(label);
  }

  /** A list 1, 2, 3 within a khoản or điểm: it starts anew at 1 while the khoản have come further. */
  private isNested(n: number, at: number): boolean {
    const last = this.rows.last('CLAUSE');
    if (last === null) return false;
    const inner = this.rows.nested();
    if (inner === null) return n === 1 && this.isListAhead(last, at);
    if (n !== inner + 1) return false;
    return n !== last + 1 || this.ahead(at).includes(n) || last === 1;
  }

  /** A lone 1 that nothing follows, or after which the same khoản comes again, is a slip of the pen and no list. */
  private isListAhead(last: number, at: number): boolean {
    const next = this.ahead(at, 1)[0];
    return next === 2 || next === last + 1;
  }

  /** The khoản numbers on the next lines, up to the next article or part. */
  private ahead(at: number, count = LINES_AHEAD): number[] {
    const numbers: number[] = [];
    for (let next = at + 1; next <= at + LINES_AHEAD && numbers.length < count; next++) {
      const mark = this.marks[next] ?? null;
      if (mark && levelOf(mark.level) < levelOf('CLAUSE')) break;
      if (mark?.level === 'CLAUSE' && mark.n !== null) numbers.push(mark.n);
    }
    return numbers;
  }

  private isMidSentence(at: number): boolean {
    const before = this.lines[at - 1];
    if (!before || before.printed === '' || this.rows.isHeading(before)) return false;
    return !/[.;:!?…/)\]”"»]$/u.test(before.plain);
  }

  private warn(code: ClauseTextWarning, line: Line, mark: Mark, expected: number | null): void {
    this.warnings.push({
      code,
      line: line.no,
      label: mark.label,
      expected: expected === null ? null : labelAt(mark, expected),
    });
  }
}
