import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LONGEST_TEXT, isLegacyText, numbered, type IntakeLine, type Reading } from './lines.js';

/** An agreement of more pages is no agreement. */
const MOST_PAGES = 300;
/** In heights of the letters: no blank inside a line is wider. */
const WIDE = 2.5;
/** Letters a page, below which it is a picture. */
const FEWEST_LETTERS = 40;

type Line = Omit<IntakeLine, 'no'>;

interface Piece {
  text: string;
  x: number;
  y: number;
  right: number;
  size: number;
  bold: boolean;
}

/** Pieces of text side by side on one height. */
interface Row {
  y: number;
  size: number;
  parts: { text: string; x: number; right: number; bold: boolean }[];
}

/** The text of a PDF as lines, by the place of its letters; pictures of text are not read. */
export async function readPdf(bytes: Buffer): Promise<Reading> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
  });
  try {
    const pdf = await loading.promise;
    if (pdf.numPages > MOST_PAGES) return { unread: 'too-long' };
    const lines: Line[] = [];
    let letters = 0;
    let tables = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const rows = rowsOf(await piecesOf(page));
      const width = page.getViewport({ scale: 1 }).width;
      const read = linesOf(rows, width, number, tables);
      tables = read.tables;
      lines.push(...read.lines);
      letters += read.lines.reduce((sum, { text }) => sum + text.length, 0);
      page.cleanup();
      if (letters > LONGEST_TEXT) return { unread: 'too-long' };
    }
    if (letters < FEWEST_LETTERS * Math.min(pdf.numPages, 3)) return { unread: 'scan' };
    if (isLegacyText(lines.map(({ text }) => text).join('\n'))) return { unread: 'legacy-font' };
    return { source: 'PDF', lines: numbered(lines) };
  } finally {
    await loading.destroy();
  }
}

async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a = 1, b = 0, , , x = 0, y = 0] = item.transform as number[];
    const size = Math.hypot(a, b) || item.height || 1;
    // Upright text only: a stamp or a mark across the page is no line of it.
    if (Math.abs(b) > 0.2 * size) return [];
    return [{ text: item.str, x, y, right: x + item.width, size, bold: /bold/iu.test(item.fontName) }];
  });
}

function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const last = rows.at(-1);
    if (last && Math.abs(last.y - piece.y) < Math.min(last.size, piece.size) * 0.5) last.pieces.push(piece);
    else rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  return rows.map(({ y, size, pieces: found }) => {
    const parts: Row['parts'] = [];
    for (const { text, x, right, bold } of found.sort((a, b) => a.x - b.x)) {
      const last = parts.at(-1);
      if (!last || x - last.right > WIDE * size) parts.push({ text, x, right, bold });
      else {
        const gap = x - last.right > 0.15 * size && !/\s$/u.test(last.text) && !/^\s/u.test(text);
        last.text += `${gap ? ' ' : ''}${text}`;
        last.right = Math.max(right, last.right);
      }
    }
    return { y, size, parts };
  });
}

/** Rows with columns, and the single lines among them that keep to one side, are read column by column. */
function linesOf(rows: readonly Row[], width: number, page: number, before: number): { lines: Line[]; tables: number } {
  const lines: Line[] = [];
  let tables = before;
  let columns: Line[][] = [];
  let row = 0;
  const flush = (): void => {
    lines.push(...columns.flat());
    columns = [];
  };
  const middle = width / 2;
  for (const [index, { parts, y }] of rows.entries()) {
    const [first, second] = parts;
    if (
      !first ||
      (parts.length === 1 &&
        /^-?\s*\d{1,3}\s*-?$/u.test(first.text.trim()) &&
        (index === 0 || index === rows.length - 1))
    )
      continue;
    const gap = index === 0 ? 0 : (rows[index - 1]?.y ?? y) - y;
    const isColumned =
      second !== undefined && first.right < second.x && !/^(?:[-+*•]|\d{1,2}[.)]|[a-zđ]\))$/u.test(first.text.trim());
    const sided = columns.length === 2 && gap < 60 && (first.right < middle || first.x > middle);
    if (isColumned && parts.length <= 4) {
      if (columns.length !== parts.length) {
        flush();
        tables += 1;
        row = 0;
        columns = parts.map(() => []);
      }
      for (const [column, part] of parts.entries())
        columns[column]?.push(lineOf(part, width, page, { table: tables, row, column }));
      row += 1;
    } else if (sided) {
      const column = first.right < middle ? 0 : 1;
      columns[column]?.push(lineOf(first, width, page, { table: tables, row, column }));
      row += 1;
    } else {
      flush();
      const text = parts.map((part) => part.text.trim()).join(' ');
      lines.push({ ...lineOf({ ...first, text, right: parts.at(-1)?.right ?? first.right }, width, page, null) });
    }
  }
  flush();
  return { lines, tables };
}

function lineOf(part: Row['parts'][number], width: number, page: number, cell: IntakeLine['cell']): Line {
  const centre = (part.x + part.right) / 2;
  const centred = Math.abs(centre - width / 2) < width * 0.05 && part.x > width * 0.2;
  return { text: part.text.trim(), marker: null, bold: part.bold, italic: false, centred, cell, page };
}
