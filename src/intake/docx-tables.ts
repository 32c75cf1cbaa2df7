import type { Element } from './docx-parts.js';
import type { IntakeLine } from './lines.js';

type Line = Omit<IntakeLine, 'no'>;

interface Table {
  rows: Line[][][];
  ruled: boolean;
}

const UNRULED = new Set(['nil', 'none']);
const ROW_HEAD = /^(?:stt|tt|số tt|số thứ tự)\.?$/iu;

/**
 * Puts the cells of tables in the order in which they are read: a head or signatures in columns, column by column; a
 * list with ruled lines, row by row, each on one line.
 */
export class Tables {
  private readonly done: Line[] = [];
  private readonly open: Table[] = [];
  private count = 0;
  private inTableProperties = false;

  opens({ name, attributes }: Element): void {
    const table = this.open.at(-1);
    if (name === 'tbl') this.open.push({ rows: [], ruled: false });
    else if (!table) return;
    else if (name === 'tr') table.rows.push([]);
    else if (name === 'tc') table.rows.at(-1)?.push([]);
    else if (name === 'tblBorders' || name === 'tblStyle') this.inTableProperties = true;
    if (name === 'tblStyle' && table) table.ruled ||= /grid|luoi|lưới/iu.test(attributes['val'] ?? '');
    if (this.inTableProperties && (name === 'insideH' || name === 'top') && table) {
      table.ruled = !UNRULED.has(attributes['val'] ?? 'nil');
    }
  }

  closes(name: string): void {
    if (name === 'tblBorders' || name === 'tblStyle') this.inTableProperties = false;
    if (name === 'tbl') this.end();
  }

  add(line: Line): void {
    const cell = this.open.at(-1)?.rows.at(-1)?.at(-1);
    if (cell) cell.push(line);
    else this.done.push(line);
  }

  result(): Line[] {
    return this.done;
  }

  private end(): void {
    const table = this.open.pop();
    if (!table) return;
    const lines = isList(table) ? byRow(table) : this.byColumn(table);
    for (const line of lines) this.add(line);
  }

  private byColumn({ rows }: Table): Line[] {
    this.count += 1;
    const columns = Math.max(0, ...rows.map((row) => row.length));
    const lines: Line[] = [];
    for (let column = 0; column < columns; column += 1) {
      for (const [row, cells] of rows.entries()) {
        for (const line of cells[column] ?? [])
          lines.push({ ...line, cell: line.cell ?? { table: this.count, row, column } });
      }
    }
    return lines;
  }
}

/** What stands only in a head or a signature, whatever the lines of its table. */
const LAYOUT = /^(?:CỘNG H(?:ÒA|OÀ)|ĐẢNG CỘNG SẢN|T\/M|TM\.|KT\.|TL\.|TUQ\.|ĐẠI DIỆN|Nơi nhận|Số\s*:?\s*\d|Độc lập)/u;

/** A table of tasks and not a layout: it has a column of numbers, or ruled lines and many cells. */
function isList({ rows, ruled }: Table): boolean {
  const head = rows[0]?.[0]?.map(({ text }) => text.trim()).join(' ') ?? '';
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (rows.some((row) => row.some((cell) => cell.some(({ text }) => LAYOUT.test(text))))) return false;
  return ROW_HEAD.test(head) || (ruled && rows.length > 1 && columns > 1) || (rows.length > 3 && columns > 4);
}

function byRow({ rows }: Table): Line[] {
  return rows.flatMap((cells) => {
    const texts = cells
      .map((cell) =>
        cell
          .map(({ text }) => text.trim())
          .filter(Boolean)
          .join(' '),
      )
      .filter(Boolean);
    const [first] = cells.flat();
    return first && texts.length > 0 ? [{ ...first, marker: null, text: texts.join(' | ') }] : [];
  });
}
