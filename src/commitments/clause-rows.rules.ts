import { isCapitals, LEVELS, type Level, type Line, type Mark } from './clause-lines.rules.js';
import type { ClauseKind } from './commitment.words.js';

/** Where a piece stands in the text as it was sent: lines from 1, offsets in UTF-16 units, the end not included. */
export interface Place {
  fromLine: number;
  toLine: number;
  from: number;
  to: number;
}

export interface ProposedNode extends Place {
  /** Place in the list of the clause above; null at the top. */
  parent: number | null;
  depth: number;
  kind: ClauseKind;
  label: string | null;
  heading: string | null;
  text: string;
}

const LONGEST_HEADING = 300;
const LONGEST_LABEL = 100;
const HEADED: readonly Level[] = ['PART', 'CHAPTER', 'SECTION', 'SUBSECTION', 'ARTICLE'];

interface Row {
  level: Level;
  parent: number | null;
  label: string | null;
  /** What stood behind the label on its line. */
  rest: string;
  /** The lines of a heading that its first line did not end. */
  more: string[];
  text: string[];
  lines: Line[];
  /** The last number of each kind of row below it. */
  last: Map<string, number>;
  list: boolean;
}

/** The clauses read so far and which of them are still open. */
export class ClauseRows {
  private readonly rows: Row[] = [];
  private readonly top = new Map<string, number>();
  private stack: number[] = [];

  open(line: Line, { level, label, rest, n }: Mark): void {
    const list = level === 'ITEM' && n !== null;
    const deep = list && this.stack.some((index) => this.at(index).list) ? 'ITEM' : level;
    this.close(deep);
    const parent = this.stack.at(-1) ?? null;
    if (n !== null) this.numbers(parent).set(list ? 'LIST' : level, n);
    const headed = HEADED.includes(level);
    const text = headed || rest === '' ? [] : [rest];
    const row = { level, parent, label: label.slice(0, LONGEST_LABEL), rest: headed ? rest : '', more: [], text };
    this.push({ ...row, lines: [line], last: new Map(), list });
  }

  /** A line without a marker of its own. */
  goOn(line: Line): void {
    const row = this.current();
    if (row === null) return;
    if (row.level === 'ITEM' && !row.list && !isBroken(row, line)) {
      this.close('ITEM');
      const parent = this.stack.at(-1) ?? null;
      const plain = { label: null, rest: '', more: [], text: [line.printed], last: new Map<string, number>() };
      this.push({ level: 'PARAGRAPH', parent, ...plain, lines: [line], list: false });
      return;
    }
    row.lines.push(line);
    if (takesHeading(row, line)) row.more.push(line.printed);
    else row.text.push(line.printed);
  }

  /** The last number of its kind under what would be its parent. */
  last(level: Level): number | null {
    const above = this.stack.filter((index) => levelOf(this.at(index).level) < levelOf(level)).at(-1) ?? null;
    return this.numbers(above).get(level) ?? null;
  }

  /** The last number of the list that is open within a khoản or điểm. */
  nested(): number | null {
    for (const index of this.stack) {
      const n = this.at(index).last.get('LIST');
      if (n !== undefined) return n;
    }
    return null;
  }

  isHeading(line: Line): boolean {
    const row = this.current();
    return row !== null && HEADED.includes(row.level) && row.lines.at(-1) === line && row.text.length === 0;
  }

  result(): ProposedNode[] {
    const depths: number[] = [];
    const parents = new Set(this.rows.map(({ parent }) => parent));
    return this.rows.map((row, index) => {
      const { parent, label, lines, level } = row;
      depths.push(parent === null ? 0 : (depths[parent] ?? 0) + 1);
      const [first, last] = [lines[0] as Line, lines.at(-1) as Line];
      const filled = row.text.length > 0 || parents.has(index);
      return {
        parent,
        depth: depths[index] ?? 0,
        kind: level === 'SUBSECTION' ? 'SECTION' : level,
        label,
        ...headingAndText(row, filled),
        ...{ fromLine: first.no, toLine: last.no, from: first.from, to: last.to },
      };
    });
  }

  private push(row: Row): void {
    this.rows.push(row);
    this.stack.push(this.rows.length - 1);
  }

  /** Ends what is not wider than this level. */
  private close(level: Level): void {
    this.stack = this.stack.filter((index) => levelOf(this.at(index).level) < levelOf(level));
  }

  private numbers(parent: number | null): Map<string, number> {
    return parent === null ? this.top : this.at(parent).last;
  }

  private current(): Row | null {
    const index = this.stack.at(-1);
    return index === undefined ? null : this.at(index);
  }

  private at(index: number): Row {
    return this.rows[index] as Row;
  }
}

export function levelOf(level: Level): number {
  return LEVELS.indexOf(level);
}

/** Whether the line only goes on with the last one, broken by the page. */
function isBroken({ lines }: Row, line: Line): boolean {
  return (
    /^[\p{Ll}\d(]/u.test(line.plain) || (lines.at(-1)?.no === line.no - 1 && /[,\-–]$/u.test(lines.at(-1)?.plain ?? ''))
  );
}

/** A heading may stand below its number, and go on over several lines. */
function takesHeading({ level, rest, more, text, lines }: Row, line: Line): boolean {
  if (!HEADED.includes(level) || text.length > 0 || isSentence(line.printed)) return false;
  if (rest === '' && more.length === 0) return true;
  const before = more.at(-1) ?? rest;
  const adjacent = lines.at(-2)?.no === line.no - 1;
  if (!adjacent || isSentence(before) || before.endsWith(':')) return false;
  return isCapitals(before) ? isCapitals(line.printed) : /^\p{Ll}/u.test(line.plain) && before.length > 40;
}

function isSentence(printed: string): boolean {
  return printed.length > LONGEST_HEADING || /[.;]$/u.test(printed);
}

/** "Điều 3. Chế độ báo cáo" above khoản is a heading; "Điều 3. Quy chế này có hiệu lực từ ngày ký." is the text itself. */
function headingAndText(row: Row, filled: boolean): { heading: string | null; text: string } {
  const { rest, more, text } = row;
  const head = [rest, ...more].filter((part) => part !== '');
  const joined = head.join(' ');
  if (joined === '') return { heading: null, text: text.join('\n') };
  if (isSentence(joined) || (row.level === 'ARTICLE' && !filled && joined.length > 150))
    return { heading: null, text: [...head, ...text].join('\n') };
  return { heading: joined, text: text.join('\n') };
}
